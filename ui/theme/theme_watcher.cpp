#include "theme/theme_watcher.h"

#include "theme/kontor_style.h"
#include "theme/text_role.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QPixmapCache>
#include <QSettings>

namespace kontor::ui {

namespace {

bool systemHasHighContrast() {
#ifdef Q_OS_WIN
    const QSettings accessibility(QStringLiteral("HKEY_CURRENT_USER\\Control Panel\\Accessibility\\HighContrast"),
                                  QSettings::NativeFormat);
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

const Theme &ThemeWatcher::theme() const { return m_style->theme(); }

void ThemeWatcher::setChoice(ThemeChoice choice) {
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

bool ThemeWatcher::systemIsDark() const {
#ifdef Q_OS_WIN
    const QSettings personalise(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
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
    else if (event->type() == QEvent::ApplicationFontChange)
        refreshTextRoles();
    else if (watched->isWindowType() && (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease))
        noteKey(event->type() == QEvent::KeyPress, static_cast<QKeyEvent *>(event)->key());
    else if (event->type() == QEvent::ApplicationDeactivate)
        noteKey(false, Qt::Key_Alt);
    return QObject::eventFilter(watched, event);
}

// Access keys are underlined while Alt is held.
void ThemeWatcher::noteKey(bool down, int key) {
    if (key != Qt::Key_Alt || m_style->isAltHeld() == down)
        return;
    m_style->setAltHeld(down);
    for (QWidget *widget : QApplication::allWidgets())
        if (qobject_cast<QMenuBar *>(widget) || qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLabel *>(widget))
            widget->update();
}

void ThemeWatcher::apply() {
    m_style->setTheme(wanted());
    QPixmapCache::clear();
    QApplication::setPalette(m_style->standardPalette());
    emit changed();
}

} // namespace kontor::ui
