#include "forms/rename_pause.h"

#include <QAbstractItemDelegate>
#include <QAbstractItemView>

#include <utility>

namespace kontor::ui {

RenamePause::RenamePause(QAbstractItemView *list) : QObject(list), m_list(list) {
    connect(
        list->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
        [this] {
            if (std::exchange(m_isDue, false))
                emit over();
        },
        Qt::QueuedConnection);
}

bool RenamePause::isRenaming() const { return m_list->isPersistentEditorOpen(m_list->currentIndex()); }

bool RenamePause::putsOff() { return m_isDue = isRenaming(); }

} // namespace kontor::ui
