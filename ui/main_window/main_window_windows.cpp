// The windows beside the main one: customers of their own, the settings.
#include "history/trash_acts.h"
#include "main_window/customer_window.h"
#include "main_window/main_window.h"
#include "main_window/page_stack.h"
#include "main_window/page.h"
#include "preferences/preferences.h"
#include "purchases/base_currency.h"
#include "segments/pinned_segments.h"
#include "settings/general_pane.h"
#include "settings/language.h"
#include "settings/settings_window.h"
#include "theme/kontor_style.h"
#include "theme/theme_watcher.h"
#include "workspace/setting.h"

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
        connect(general, &GeneralPane::calendarChosen, this, [this](const QString &calendar) {
            m_preferences.setCalendar(calendar);
            applyFormats();
        });
        connect(general, &GeneralPane::weekStartChosen, this, [this](int day) {
            m_preferences.setFirstDayOfWeek(day);
            applyFormats();
        });
        connect(general, &GeneralPane::currencyChosen, this, &MainWindow::changeCurrency);
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
    applyFormats();
}

Formats MainWindow::makeFormats() const {
    return {QLocale(), m_workspace->clock(), m_workspace->settings().currency,
            {m_preferences.calendar(), m_preferences.firstDayOfWeek()}};
}

// Dates, numbers and weeks are said anew everywhere, also where they are part of what is found.
void MainWindow::applyFormats() {
    if (m_workspace) {
        Formats formats = makeFormats();
        formats.setWords(m_formats.outcomes(), m_formats.types());
        m_formats = formats;
        for (PinnedSegments *pinned : m_workspace->findChildren<PinnedSegments *>())
            pinned->count();
        for (const QPointer<CustomerWindow> &window : std::as_const(m_customerWindows))
            if (window)
                window->retranslate();
    }
    retranslate();
    updateActions();
}

void MainWindow::changeCurrency(const QString &currency) {
    m_workspace->write(
        {u"settings"_s, "setting", {}},
        [currency](workspace::Recorder &recorder) { return kontor::changeCurrency(recorder, currency); }, this,
        [this, currency](const Result<void> &changed) {
            if (!changed)
                showError(changed.error());
            if (m_settings)
                m_settings->refresh();
            if (changed && currency != m_formats.currency())
                m_toastAfterReopening = tr("Amounts are in %1 now.").arg(currency);
        });
}

// Everything that is open reads money in the old currency, here and on the threads of the file: it is opened again. Also when the change
// was taken back, or somebody else made it.
void MainWindow::takeUpCurrency() {
    m_workspace->read(
        this, [](db::Database &database) { return workspace::settingValue(database, u"currency"_s); },
        [this](const Result<QString> &currency) {
            if (currency && *currency != m_formats.currency())
                QMetaObject::invokeMethod(this, &MainWindow::reopen, Qt::QueuedConnection);
        });
}

void MainWindow::reopen() {
    if (!m_workspace)
        return;
    const Place place = m_pages->currentPage()->place();
    const bool hadSettings = m_settings && m_settings->isVisible();
    if (m_settings)
        m_settings->close(); // it keeps its page and place
    if (!openBase(m_workspace->path()))
        return;
    go(place);
    if (hadSettings)
        showSettings();
    if (const QString text = std::exchange(m_toastAfterReopening, {}); !text.isEmpty())
        showUndoToast(text);
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
