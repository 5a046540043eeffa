// The settings over a window with a small base.
#pragma once

#include "settings/settings_window.h"
#include "window_fixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

namespace kontor::tests {

class SettingsTest : public WindowFixture {
protected:
    void SetUp() override {
        WindowFixture::SetUp();
        m_settings = m_window->showSettings();
        QApplication::setActiveWindow(m_settings);
    }
    template <class P>
    P *shown() {
        P *pane = m_settings->pane<P>();
        m_settings->open(pane);
        return pane;
    }
    static void choose(QComboBox *box, const QVariant &value) {
        box->setFocus();
        const int wanted = box->findData(value);
        ASSERT_GE(wanted, 0);
        while (box->currentIndex() != wanted)
            QTest::keyClick(box, box->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
    static void rename(QListWidget *list, const QString &name) {
        list->setFocus();
        QTest::keyClick(list, Qt::Key_F2);
        auto *editor = list->findChild<QLineEdit *>();
        ASSERT_NE(editor, nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, name);
        QTest::keyClick(editor, Qt::Key_Return);
    }
    ui::SettingsWindow *m_settings = nullptr;
};

} // namespace kontor::tests
