// Two people, one file: what the window shows of the other one, and of a drive that is gone or does not keep locks.
#include "screenshots.h"

#include "customers/card_fields_view.h"
#include "customers/customer_card_page.h"
#include "customers/customer_list_model.h"
#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "main_window/page_table.h"

#include <QFile>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCardRow = 6;
constexpr int kNoticed = 3; // steps until the other window was seen
constexpr int kGone = 9;    // and until the drive counts as gone

} // namespace

void Screenshots::pause(int steps) {
    for (int i = 0; i < steps; ++i)
        m_shots.append({{}, [] {}});
}

// The other person's act.
void Screenshots::otherWrites(std::function<Result<void>(workspace::Recorder &)> act) {
    m_other->write({u"edit"_s, Customer::kTable, m_shared}, std::move(act), m_other.get(), [](const Result<void> &) {});
}

void Screenshots::otherSets(const QByteArray &column, const QString &text) {
    otherWrites([customer = m_shared, column, text](workspace::Recorder &recorder) -> Result<void> {
        TRY(now, db::find<Customer>(recorder.database(), customer));
        TRY_VOID(setCustomerFields(recorder, customer, now ? now->version : 0, {{column, text}}));
        return {};
    });
}

void Screenshots::addSharingShots() {
    const auto fields = [this] { return m_window.findChild<ui::CustomerCardPage *>()->findChild<ui::CardFieldsView *>(); };
    m_shots.append({{}, [this] {
                        m_window.go({ui::page::kCustomers});
                        m_shared = m_window.findChild<ui::CustomerListModel *>()->idAt(kCardRow);
                        m_window.go({ui::page::kCustomers, m_shared});
                        auto options = m_options;
                        options.userName = u"Maria"_s;
                        options.pcId = u"pc-2"_s;
                        options.pcName = u"PC-2"_s;
                        if (auto opened = workspace::Workspace::open(m_window.workspace()->path(), options))
                            m_other = std::move(*opened);
                        m_other->tellWhere(m_shared);
                    }});
    pause(kNoticed);
    m_shots.append({u"sharing-also-here"_s, [this] { m_other->tellWhere(m_shared, "city"); }});
    pause(kNoticed);
    m_shots.append({u"sharing-pencil"_s, [] {}});
    m_shots.append({{}, [this] {
                        otherSets("city", u"Lomma"_s);
                        otherWrites([customer = m_shared](workspace::Recorder &recorder) -> Result<void> {
                            LogDraft note;
                            note.interaction.customerId = customer;
                            note.interaction.kind = u"note"_s;
                            note.interaction.text = u"Wants the offer until Friday."_s;
                            TRY_VOID(logInteraction(recorder, note));
                            return {};
                        });
                    }});
    m_shots.append({{}, [this] { m_window.workspace()->checkForChanges(); }});
    m_shots.append({u"sharing-banner"_s, [] {}});
    m_shots.append({{}, [this, fields] {
                        fields()->setFocus(Qt::TabFocusReason);
                        fields()->editField("city");
                        type(u"Lund"_s);
                        otherSets("city", u"York"_s);
                    }});
    m_shots.append({u"sharing-conflict"_s, [this] { pressOnFocus(Qt::Key_Return); }});
    m_shots.append({u"sharing-undecided"_s, [this] { press(Qt::Key_Escape); }});
    m_shots.append({{}, [this] {
                        for (const QString &name : {u"Aaron Aalto"_s, u"Abel Aare"_s, u"Ada Abel"_s})
                            otherWrites([name](workspace::Recorder &recorder) -> Result<void> {
                                NewCustomer draft;
                                draft.customer.name = name;
                                TRY_VOID(addCustomer(recorder, draft));
                                return {};
                            });
                        m_window.go({ui::page::kCustomers});
                    }});
    pause(kNoticed);
    m_shots.append({u"sharing-new-rows"_s, [] {}});
    m_shots.append({{}, [this] { m_window.go({ui::page::kCustomers, m_shared}); }});
    m_shots.append({{}, [this] { QFile::rename(m_window.workspace()->path(), m_window.workspace()->path() + u".away"_s); }});
    pause(kGone);
    m_shots.append({u"sharing-offline"_s, [] {}});
    m_shots.append({{}, [this] { QFile::rename(m_window.workspace()->path() + u".away"_s, m_window.workspace()->path()); }});
    m_shots.append({{}, [] {}});
    m_shots.append({u"sharing-back"_s, [] {}});
    m_shots.append({{}, [this] {
                        sharing::Person liar{u"PC-3"_s, u"Ivan"_s, u"0.1"_s, u"smb"_s, 7};
                        liar.sawLyingLocks = true;
                        if (auto joined = sharing::Presence::join(m_window.workspace()->path(), liar))
                            m_liar = std::move(*joined);
                    }});
    pause(kNoticed);
    m_shots.append({u"sharing-read-only"_s, [] {}});
    m_shots.append({{}, [this] {
                        m_liar.reset();
                        m_other.reset();
                        m_window.openBase(QString(m_window.workspace()->path()));
                        m_window.go({ui::page::kCustomers});
                    }});
}

} // namespace kontor
