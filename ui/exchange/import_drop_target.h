// A file that is dropped on the window, where nothing else wants it, opens the import with it; a text is told to the window.
#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace kontor::ui {

class Shell;

class ImportDropTarget : public QObject {
    Q_OBJECT

public:
    ImportDropTarget(Shell &shell, QWidget *window);

signals:
    void textDropped(const QString &text);
    void exportDropped(const QString &path); // of a whole base

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QDropEvent *event);

    Shell &m_shell;
};

} // namespace kontor::ui
