// The customers page in the whole window, worked by key, on eight customers: A to H, every other one in Malmö and in Lund, the first three leads.
#pragma once

#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "customers/customer_repository.h"
#include "customers/customers_page.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "support/window_driver.h"

#include <QLineEdit>

namespace kontor::tests {

using namespace Qt::StringLiterals;
using namespace kontor::ui;

inline constexpr int kCustomers = 8;

// By key, as a person would, with every key sent to what has the focus.
class CustomersPageByKey : public testing::Test {
protected:
    void SetUp() override {
        expectDone(m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
            for (int i = 0; i < kCustomers; ++i) {
                NewCustomer draft;
                draft.customer.name = u"Customer %1"_s.arg(QChar(u'A' + i));
                draft.customer.city = i % 2 == 0 ? u"Malmö"_s : u"Lund"_s;
                draft.customer.lifecycle = i < 3 ? u"lead"_s : u"customer"_s;
                draft.phones = {u"+46 70 100 45 1%1"_s.arg(i)};
                draft.emails = {u"c%1@mail.example"_s.arg(i)};
                TRY(id, addCustomer(recorder, draft));
                m_ids << id;
            }
            return {};
        }));
        m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
        ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
        press(Qt::Key_2, Qt::ControlModifier);
        ASSERT_TRUE(wait([&] { return model().rowCount() == kCustomers && model().row(0); }));
        list().table()->setFocus();
        press(Qt::Key_Home);
    }
    void TearDown() override { m_driver.reset(); }

    CustomersPage &page() { return *m_driver->window().findChild<CustomersPage *>(); }
    CustomerListPanel &list() { return *page().list(); }
    CustomerListModel &model() { return *list().model(); }
    template <class W>
    W *find() {
        return m_driver->window().findChild<W *>();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { m_driver->press(key, modifiers); }
    template <class Condition>
    bool wait(Condition condition) {
        return m_driver->waitFor(condition);
    }
    QWidget *cell(int column) { return list().table()->filterHeader()->editor(column); }
    // As a click would, but by column: the keys go on from there.
    void goTo(int row, int column) {
        list().table()->setFocus();
        list().table()->setCurrentIndex(model().index(row, column));
    }
    qint64 count(const QString &sql) { return valueOf(m_base->database().single(u"SELECT count(*) FROM "_s + sql)).integer(); }
    void selectThree() {
        press(Qt::Key_Home);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        ASSERT_EQ(list().selectedCount(), 3);
    }
    void filterBy(int column, const QString &text) {
        list().table()->filterHeader()->focusEditor(column);
        m_driver->type(text);
    }

    TemporaryBase m_base;
    QList<Id> m_ids;
    std::unique_ptr<WindowDriver> m_driver;
};

} // namespace kontor::tests
