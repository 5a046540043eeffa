// The whole window on a base, worked as a person would: every key goes to the widget that has the focus.
#pragma once

#include "customers/customer_card_page.h"
#include "find/find_box.h"
#include "find/find_model.h"
#include "main_window/main_window.h"
#include "preferences/preferences.h"
#include "support/open_base.h"
#include "support/temporary_base.h"
#include "theme/theme_watcher.h"

#include <QApplication>
#include <QTest>

namespace kontor::tests {

constexpr int kPatienceMs = 20'000; // only a hang reaches it

class WindowDriver {
public:
    WindowDriver(const workspace::OpenOptions &options, const QString &folder)
        : m_theme(*qApp, ui::ThemeChoice::Light),
          m_preferences(folder + QStringLiteral("/preferences.ini")),
          m_window(m_preferences, m_theme, options) {
        m_window.resize(1366, 768);
        m_window.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&m_window));
    }

    ui::MainWindow &window() { return m_window; }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget *focus = whereKeysGo();
        ASSERT_NE(focus, nullptr);
        QTest::keyClick(focus, Qt::Key(key), modifiers);
        QCoreApplication::sendPostedEvents();
    }
    void type(const QString &text) {
        QWidget *focus = whereKeysGo();
        ASSERT_NE(focus, nullptr);
        QTest::keyClicks(focus, text);
    }
    // A choice out of a list: typed letters and Enter.
    void choose(const QString &text) {
        type(text);
        press(Qt::Key_Return);
    }
    template <class Condition>
    bool waitFor(Condition condition) {
        return QTest::qWaitFor(condition, m_patienceMs);
    }
    // For a base on which a busy machine works long.
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }

    // Ctrl+K, the text, Enter: opens the first customer that it finds.
    ui::CustomerCardPage *openCard(const QString &text, Id expected) {
        press(Qt::Key_K, Qt::ControlModifier);
        type(text);
        const ui::FindModel *model = m_window.findBox()->model();
        EXPECT_TRUE(waitFor([&] { return model->at(0) && model->at(0)->hit.customerId == expected; }));
        press(Qt::Key_Return);
        EXPECT_TRUE(waitFor([&] { return card() && card()->isVisible() && card()->content().card.customer.id == expected; }));
        return card();
    }
    ui::CustomerCardPage *card() const { return m_window.findChild<ui::CustomerCardPage *>(); }

private:
    // A dialog that has just been opened, and the window when it is closed, get the focus a moment later; a person waits for it.
    QWidget *whereKeysGo() {
        EXPECT_TRUE(waitFor([this] {
            const QWidget *dialog = QApplication::activeModalWidget();
            const QWidget *focus = QApplication::focusWidget();
            if (!dialog && !QApplication::activeWindow())
                m_window.activateWindow(); // no window manager does it here
            return focus && (!dialog || focus->window() == dialog);
        }));
        return QApplication::focusWidget();
    }

    int m_patienceMs = kPatienceMs;
    ui::ThemeWatcher m_theme;
    Preferences m_preferences;
    ui::MainWindow m_window;
};

} // namespace kontor::tests
