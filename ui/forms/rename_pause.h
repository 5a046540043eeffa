// A list is not filled anew while a name in it is typed: new lines would take the editor away, and with it what was typed.
#pragma once

#include <QObject>

class QAbstractItemView;

namespace kontor::ui {

class RenamePause : public QObject {
    Q_OBJECT

public:
    explicit RenamePause(QAbstractItemView *list); // whose child it is, with its delegate set already

    bool isRenaming() const;
    bool putsOff(); // true: not now; over() is sent when the name is done

signals:
    void over();

private:
    QAbstractItemView *m_list;
    bool m_isDue = false;
};

} // namespace kontor::ui
