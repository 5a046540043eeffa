// A window over a small base, worked by keys that go to whatever has the focus.
#pragma once

#include "customers/customer_repository.h"
#include "history/history_model.h"
#include "history/history_page.h"
#include "history/history_view.h"
#include "history/trash_model.h"
#include "history/trash_page.h"
#include "interactions/interaction_repository.h"
#include "main_window/main_window.h"
#include "main_window/page_stack.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "support/open_base.h"
#include "support/temporary_base.h"
#include "theme/theme_watcher.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QTest>

namespace kontor::tests {

using namespace Qt::StringLiterals;

constexpr int kPatience = 10'000;

class HistoryFixture : public testing::Test {
protected:
    void SetUp() override {
        m_theme = std::make_unique<ui::ThemeWatcher>(*qApp, ui::ThemeChoice::Light);
        m_preferences = std::make_unique<Preferences>(m_base.folder() + u"/preferences.ini"_s);
        m_anna = add(u"Anna Petrova"_s);
        m_lars = add(u"Lars Åkesson"_s);
    }
    void TearDown() override { m_window.reset(); }

    Id add(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46701004512"_s};
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    void setCity(Id customer, const QString &city) {
        const qint64 version = valueOf(db::find<Customer>(m_base->database(), customer))->version;
        EXPECT_TRUE(
            m_base->write({u"edit"_s, "customer", customer, {{u"field"_s, u"City"_s}}}, [&](workspace::Recorder &recorder) {
                return setCustomerFields(recorder, customer, version, {{"city", city}});
            }));
    }
    void log(Id customer, const QString &text) {
        LogDraft draft;
        draft.interaction.customerId = customer;
        draft.interaction.kind = u"note"_s;
        draft.interaction.text = text;
        EXPECT_TRUE(m_base->write({u"log"_s, "customer", customer},
                                  [&](workspace::Recorder &recorder) { return logInteraction(recorder, draft); }));
    }
    void trash(Id customer) {
        EXPECT_TRUE(m_base->write({u"trash"_s, "customer", customer},
                                  [&](workspace::Recorder &recorder) { return trashCustomer(recorder, customer); }));
    }
    QString city(Id customer) { return valueOf(db::find<Customer>(m_base->database(), customer))->city; }

    void openWindow() {
        m_window = std::make_unique<ui::MainWindow>(*m_preferences, *m_theme, m_base.options(u"pc-1"_s, u"Maria"_s));
        m_window->resize(1366, 768);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        ASSERT_TRUE(tests::openBase(*m_window, m_base.path()));
    }
    template <class P>
    P *page() const {
        return m_window->findChild<P *>();
    }
    void trigger(QLatin1StringView id) {
        ASSERT_TRUE(m_window->actions().find(id)->isEnabled()) << id.data();
        m_window->actions().find(id)->trigger();
    }
    // What the keyboard would reach in the window that has the focus.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget *focus = QApplication::focusWidget() ? QApplication::focusWidget() : m_window->focusWidget();
        ASSERT_NE(focus, nullptr);
        QTest::keyClick(focus, Qt::Key(key), modifiers);
    }
    template <class Condition>
    static bool comesTrue(Condition condition) {
        return QTest::qWaitFor(condition, kPatience);
    }

    TemporaryBase m_base;
    std::unique_ptr<ui::ThemeWatcher> m_theme;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<ui::MainWindow> m_window;
    Id m_anna;
    Id m_lars;
};

} // namespace kontor::tests
