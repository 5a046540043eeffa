#include "widgets/scroll_part.h"

#include <QScrollArea>

namespace kontor::ui {

void makeScrollPart(QScrollArea *area, QWidget *inside) {
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false); // setWidget() fills it
}

} // namespace kontor::ui
