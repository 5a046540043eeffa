// The whole window on a base with a few tasks, worked by keys that go to whatever has the focus.
#pragma once

#include "customers/customer_repository.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "support/window_driver.h"
#include "tasks/task_repository.h"
#include "today/today_page.h"
#include "today/today_view.h"

#include <QSignalSpy>

namespace kontor::tests {

using namespace Qt::StringLiterals;

class TodayFixture : public testing::Test {
protected:
    void SetUp() override {
        m_anna = addCustomer(u"Anna Petrova"_s);
        m_siop = addCustomer(u"Siop y Bont"_s);
    }
    void TearDown() override { m_driver.reset(); }

    Id addCustomer(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46 70 100 45 12"_s};
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return kontor::addCustomer(recorder, draft); }));
    }
    Id addTask(const QString &title, int inDays, Id customer, const QString &kind = {}, std::optional<QTime> time = {}) {
        Task task;
        if (customer.isValid())
            task.customerId = customer;
        task.title = title;
        task.kind = kind;
        const QDate day = today().addDays(inDays);
        task.dueOn = day.toString(Qt::ISODate);
        if (time)
            task.dueAt = m_base->clock().at(day, *time);
        return valueOf(m_base->write({u"task"_s, "task", {}},
                                     [&](workspace::Recorder &recorder) { return kontor::addTask(recorder, task); }));
    }
    void openWindow() {
        m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
        ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
        ASSERT_TRUE(waitFor([this] { return view()->today()->rowCount() > 0; }));
        view()->setFocus();
    }

    ui::MainWindow &window() { return m_driver->window(); }
    ui::TodayPage *page() { return window().findChild<ui::TodayPage *>(); }
    ui::TodayView *view() { return page()->view(); }
    QStringList texts(ui::TodayRow::Kind kind) {
        QStringList texts;
        for (const ui::TodayRow &row : view()->today()->rows())
            if (row.kind == kind)
                texts << row.text;
        return texts;
    }
    Task task(Id id) { return valueOf(db::find<Task>(m_base->database(), id)).value_or(Task()); }
    QString single(const QString &sql) { return valueOf(m_base->database().single(sql)).text(); }
    QDate today() { return m_base->clock().today(); }

    // Each counts as one act of the person.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++m_acts;
        m_driver->press(key, modifiers);
    }
    void type(const QString &text) {
        ++m_acts;
        m_driver->type(text);
    }
    template <class Condition>
    bool waitFor(Condition condition) {
        return QTest::qWaitFor(condition, kPatienceMs);
    }

    TemporaryBase m_base;
    std::unique_ptr<WindowDriver> m_driver;
    Id m_anna;
    Id m_siop;
    int m_acts = 0;
};

} // namespace kontor::tests
