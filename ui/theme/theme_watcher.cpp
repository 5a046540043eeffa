#include "theme/theme_watcher.h"

#include "theme/kontor_style.h"

#include <QApplication>
#include <QEvent>
#include <QPixmapCache>
#include <QSettings>

namespace kontor::ui {

namespace {

bool systemHasHighContrast() {
#ifdef Q_OS_WIN
    const QSettings accessibility(QStringLiteral("HKEY_CURRENT_USER\\Control Panel\\Accessibility\\HighContrast"), QSettings::NativeFormat);
    return accessibility.value(QStringLiteral("Flags")).toInt() & 1;
#else
    return qEnvironmentVariable("GTK_THEME").contains(QStringLiteral("HighContrast"), Qt::CaseInsensitive);
#endif
}

} // namespace

ThemeWatcher::ThemeWatcher(QApplication &application, ThemeChoice choice, QObject *parent)
    : QObject(parent), m_application(application), m_system(application.palette()), m_choice(choice) {
    m_style = new KontorStyle(wanted());
    QApplication::setStyle(m_style);
    QApplication::setPalette(m_style->standardPalette());
    m_application.installEventFilter(this);
}

const Theme &ThemeWatcher::theme() const {
    return m_style->theme();
}

void ThemeWatcher::setChoice(ThemeChoice choice) {
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

bool ThemeWatcher::systemIsDark() const {
#ifdef Q_OS_WIN
    const QSettings personalise(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
                                QSettings::NativeFormat);
    return personalise.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    return m_system.color(QPalette::Window).lightness() < m_system.color(QPalette::WindowText).lightness();
#endif
}

Theme ThemeWatcher::wanted() const {
    if (m_choice == ThemeChoice::System && systemHasHighContrast())
        return Theme::fromSystem(m_system);
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && systemIsDark());
    return dark ? Theme::darkTheme() : Theme::light();
}

bool ThemeWatcher::eventFilter(QObject *watched, QEvent *event) {
    if (watched == &m_application && event->type() == QEvent::ThemeChange)
        apply();
    return QObject::eventFilter(watched, event);
}

void ThemeWatcher::apply() {
    m_style->setTheme(wanted());
    QPixmapCache::clear();
    QApplication::setPalette(m_style->standardPalette());
    emit changed();
}

} // namespace kontor::ui
