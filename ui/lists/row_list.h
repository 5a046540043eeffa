// What every list whose rows paint themselves is set up with.
#pragma once

#include <QListView>

namespace kontor::ui {

inline void setUpRowList(QListView *view) {
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setResizeMode(QListView::Adjust);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setMouseTracking(true);
}

} // namespace kontor::ui
