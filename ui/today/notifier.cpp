#include "today/notifier.h"

#include "theme/icon.h"

#include <QSystemTrayIcon>
#include <QWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kShownMs = 20'000;
}

TrayNotifier::TrayNotifier(QWidget *window) : Notifier(window), m_window(window) {}

void TrayNotifier::notify(const QString &title, const QString &text) {
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!m_icon) {
        const QIcon icon = m_window->windowIcon();
        m_icon = new QSystemTrayIcon(icon.isNull() ? Icon::get("today"_L1) : icon, this);
        m_icon->setToolTip(tr("Kontor"));
        connect(m_icon, &QSystemTrayIcon::messageClicked, this, &Notifier::clicked);
        connect(m_icon, &QSystemTrayIcon::activated, this, &Notifier::clicked);
        m_icon->show();
    }
    m_icon->showMessage(title, text, m_icon->icon(), kShownMs);
}

} // namespace kontor::ui
