#include "data_care/care_share_delegate.h"

#include "data_care/care_fields_model.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QApplication>
#include <QPainter>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBar = 8;

} // namespace

void CareShareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString number = std::exchange(item.text, {});
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const PainterState state(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(item.widget);
    const bool isSelected = item.state & QStyle::State_Selected;
    const QRect area = item.rect.adjusted(metrics::kCellPadding, 0, -metrics::kCellPadding, 0);
    const int numberWidth = item.fontMetrics.horizontalAdvance(u"100 %"_s) + metrics::kGap;
    const QRect track(area.left(), area.center().y() - kBar / 2, qMax(0, area.width() - numberWidth), kBar);
    QRect full = track;
    full.setWidth(qRound(track.width() * index.data(CareFieldsModel::kShareRole).toDouble()));
    const auto mirrored = [&](const QRect &rect) { return QRectF(QStyle::visualRect(item.direction, area, rect)); };
    drawRounded(painter, mirrored(track), kBar / 2.0, theme.line);
    if (full.width() > 0) {
        painter->setClipRect(mirrored(full));
        drawRounded(painter, mirrored(track), kBar / 2.0, isSelected ? theme.selText2 : theme.text3);
        painter->setClipping(false);
    }
    painter->setFont(item.font);
    painter->setPen(isSelected ? theme.selText : theme.text);
    const QRect place = QStyle::visualRect(item.direction, area, QRect(track.right() + 1, area.top(), numberWidth, area.height()));
    painter->drawText(place, int(QStyle::visualAlignment(item.direction, Qt::AlignRight) | Qt::AlignVCenter), number);
}

} // namespace kontor::ui
