// A file that is dropped on the window, where nothing else wants it, opens the import with it.
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(QDropEvent *event);

    Shell &m_shell;
};

} // namespace kontor::ui
