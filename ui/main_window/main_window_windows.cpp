// The windows beside the main one: customers of their own, the settings.
#include "history/trash_acts.h"
#include "main_window/customer_window.h"
#include "main_window/main_window.h"
#include "main_window/page_stack.h"
#include "preferences/preferences.h"
#include "settings/general_pane.h"
#include "settings/language.h"
#include "settings/settings_window.h"
#include "theme/kontor_style.h"
#include "theme/theme_watcher.h"

#include <QAction>

namespace kontor::ui {

using namespace Qt::StringLiterals;

CustomerWindow *MainWindow::openInOwnWindow(Id customer) {
    if (!isBaseOpen() || !customer.isValid())
        return nullptr;
    m_customerWindows.removeAll(nullptr);
    for (const QPointer<CustomerWindow> &window : std::as_const(m_customerWindows))
        if (window->customer() == customer) {
            window->show();
            window->raise();
            window->activateWindow();
            return window;
        }
    auto *window = new CustomerWindow(*m_workspace, *this, customer);
    connect(window, &CustomerWindow::mainWindowWanted, this, &MainWindow::comeToFront);
    m_customerWindows << window;
    window->show();
    return window;
}

void MainWindow::comeToFront() {
    if (isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeWindows() {
    for (const QPointer<CustomerWindow> &window : std::exchange(m_customerWindows, {}))
        delete window;
    delete m_settings;
}

// Everything chosen there holds at once.
SettingsWindow *MainWindow::showSettings() {
    if (!m_settings) {
        m_settings = new SettingsWindow(m_workspace.get(), *this, m_preferences, this);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        const GeneralPane *general = m_settings->general();
        connect(general, &GeneralPane::themeChosen, this, &MainWindow::chooseTheme);
        connect(general, &GeneralPane::textSizeChosen, this, &MainWindow::setTextSize);
        connect(general, &GeneralPane::languageChosen, this, [this](const QString &language) {
            m_preferences.setLanguage(language);
            applyLanguage();
        });
        connect(general, &GeneralPane::compactChosen, this, [this](bool compact) {
            m_actions->find(action::kCompactRows)->setChecked(compact);
            perform(action::kCompactRows);
        });
        connect(general, &GeneralPane::animationsChosen, this, [this](bool animated) {
            m_preferences.setAnimations(animated);
            m_theme.style()->setAnimated(animated);
        });
    }
    m_settings->show();
    m_settings->raise();
    m_settings->activateWindow();
    return m_settings;
}

// Texts come anew by the LanguageChange that every widget is sent; formats are ours.
void MainWindow::applyLanguage() {
    ui::applyLanguage(m_theme.application(), m_preferences.language());
    if (m_workspace) {
        Formats formats(QLocale(), m_workspace->clock(), m_workspace->settings().currency);
        formats.setWords(m_formats.outcomes(), m_formats.types());
        m_formats = formats;
    }
    retranslate();
    updateActions();
}

// What has lain in the trash for its ninety days goes when the file is opened.
void MainWindow::purgeTrash() {
    if (m_workspace->isReadOnly())
        return;
    m_workspace->read(
        this,
        [catalogue = m_options.catalogue, now = m_workspace->clock().now()](db::Database &database) {
            return history::expiredTrash(database, *catalogue, now);
        },
        [this](Result<QList<history::TrashKey>> expired) {
            if (!expired || expired->isEmpty())
                return;
            m_workspace->writeWith([keys = *expired](workspace::Base &base) { return history::deleteForGood(base, keys); }, this,
                                   [this](Result<qint64> count) {
                                       if (!count)
                                           return showError(count.error());
                                       showToast({tr("Deleted after %1 days in the trash: %Ln thing(s).", nullptr, int(*count))
                                                      .arg(m_formats.number(history::kKeptDays)),
                                                  {},
                                                  {}});
                                   });
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
