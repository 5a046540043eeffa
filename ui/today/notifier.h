// A message of the system while the window is not in front. An interface, so that tests see what would be said.
#pragma once

#include <QObject>
#include <QPointer>

class QSystemTrayIcon;
class QWidget;

namespace kontor::ui {

class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void notify(const QString &title, const QString &text) = 0;

signals:
    void clicked();
};

// In the tray of the desktop, where it has one; else nothing is said, and the list in the window stays.
class TrayNotifier : public Notifier {
    Q_OBJECT

public:
    explicit TrayNotifier(QWidget *window);
    void notify(const QString &title, const QString &text) override;

private:
    QWidget *m_window;
    QSystemTrayIcon *m_icon = nullptr; // from the first message on
};

} // namespace kontor::ui
