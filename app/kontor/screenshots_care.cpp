// Data care part by part, over a file that has what such files have: capitals, words in numbers, stray spaces; and a card that was merged.
#include "screenshots.h"

#include "customers/customer_repository.h"
#include "data_care/data_care_page.h"
#include "duplicates/merge.h"
#include "exchange/file_work_dialog.h"
#include "main_window/page_table.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWait = 6; // steps in which all customers of the sample are counted

struct Careless {
    QString name, city, phone, email;
};

Result<void> addCareless(workspace::Recorder &recorder) {
    const Careless customers[] = {{u"MARGARETE VON DER HEIDE"_s, u"KÖLN"_s, u"O221-174 06 35"_s, u"heide (at) post.example"_s},
                                  {u"lars åkesson"_s, u"malmö"_s, u"070-174 06 35 after six"_s, u"lars@gmial.com"_s},
                                  {u"ИВАНОВ ПЁТР"_s, u"Пермь"_s, u"ask the office"_s, u"petr.example"_s},
                                  {u"Siân  Llewelyn"_s, u"Bangor "_s, u"12"_s, u"sian@@siop..example"_s},
                                  {u"VOLGA TRADE LLC"_s, u"Samara"_s, u"+7 846 200-00-00"_s, {}}};
    for (const Careless &careless : customers) {
        Customer customer;
        customer.name = careless.name;
        customer.city = careless.city;
        customer.createdAt = recorder.now();
        TRY(id, recorder.insert(customer));
        for (const auto &[kind, value] : {std::pair{u"phone"_s, careless.phone}, {u"email"_s, careless.email}}) {
            ContactPoint point;
            point.customerId = id;
            point.kind = kind;
            point.value = value;
            if (!value.isEmpty())
                TRY_VOID(recorder.insert(point));
        }
    }
    return {};
}

} // namespace

void Screenshots::addDataCareShots() {
    const auto page = [this] { return m_window.findChild<ui::DataCarePage *>(); };
    m_shots.append({{}, [this] {
                        m_window.workspace()->write({u"add"_s, Customer::kTable, {}}, addCareless, this, [](const Result<void> &) {});
                    }});
    m_shots.append({{}, [this] {
                        m_window.resize(1366, 768);
                        m_window.go({ui::page::kDataCare});
                    }});
    pause(kWait);
    for (const auto &[name, part] : {std::pair{u"care-fields"_s, 0},
                                     {u"care-cards"_s, 1},
                                     {u"care-phones"_s, 2},
                                     {u"care-emails"_s, 3},
                                     {u"care-capitals"_s, 4},
                                     {u"care-spaces"_s, 5},
                                     {u"care-silent"_s, 6},
                                     {u"care-duplicates"_s, 7},
                                     {u"care-imports"_s, 8}}) {
        m_shots.append({{}, [page, part = part] { page()->goTo(part); }});
        m_shots.append({name, [this] { press(Qt::Key_F6); }});
    }
    m_shots.append({u"care-900x600"_s, [this, page] {
                        m_window.resize(900, 600);
                        page()->goTo(2);
                    }});
    m_shots.append({u"export-everything"_s, [this] {
                        m_window.resize(1366, 768);
                        auto *dialog = new ui::FileWorkDialog(new ui::FileWork(&m_window), ui::FileWorkDialog::tr("Export everything"),
                                                              {}, m_window.formats(), &m_window);
                        dialog->showResult(tr("Everything in this file was written to %1.").arg(u"Customers.json"_s), {});
                        dialog->show();
                        m_beside = dialog;
                    }});
    m_shots.append({{}, [this] {
                        if (m_beside)
                            m_beside->close();
                        m_beside = nullptr;
                    }});
    addMergedShot();
}

// The card of one who stood there twice.
void Screenshots::addMergedShot() {
    const auto merged = std::make_shared<Id>();
    m_shots.append({{}, [this, merged] {
                        m_window.workspace()->write(
                            {u"merge"_s, Customer::kTable, {}},
                            [](workspace::Recorder &recorder) -> Result<Id> {
                                NewCustomer keep, other;
                                keep.customer.name = u"Anna Petrova"_s;
                                keep.phones = {u"+46 70 174 06 35"_s};
                                other.customer.name = u"A. Petrowa"_s;
                                other.customer.city = u"Lund"_s;
                                TRY(kept, addCustomer(recorder, keep));
                                TRY(twin, addCustomer(recorder, other));
                                recorder.info() = duplicates::mergeInfo(kept, twin);
                                TRY_VOID(duplicates::merge(recorder, {kept, twin}));
                                return kept;
                            },
                            this, [merged](const Result<Id> &kept) {
                                if (kept)
                                    *merged = *kept;
                            });
                    }});
    m_shots.append({{}, [this, merged] { m_window.go({ui::page::kCustomers, *merged}); }});
    m_shots.append({u"card-merged"_s, [] {}});
}

} // namespace kontor
