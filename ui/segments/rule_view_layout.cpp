// Where the rows and boxes of a rule stand, and what is painted between them.
#include "segments/condition_row.h"
#include "segments/group_grip.h"
#include "segments/rule_view.h"
#include "segments/rule_words.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace metrics;
using segments::Group;
using segments::Match;

namespace {

constexpr int kUsualWidth = 560;

} // namespace

// Wide enough for the longest word between rows.
int RuleView::gutter() const {
    int width = 0;
    for (const Match match : {Match::All, Match::Any, Match::None})
        width = qMax(width, fontMetrics().horizontalAdvance(RuleWords::connective(match)));
    return width + kGap;
}

void RuleView::put(QWidget *widget, const QRect &place, bool apply) const {
    if (apply && widget)
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

int RuleView::arrangeGroup(const RulePath &path, const QRect &room, bool apply) const {
    const Item *item = itemAt(path);
    const Group *group = groupAt(m_draft.rule(), path);
    if (!item || !group)
        return 0;
    const int padding = path.isEmpty() ? 0 : kLabelGap;
    const int left = room.left() + padding;
    const int width = room.width() - 2 * padding;
    int y = room.top() + padding;
    const int headerHeight = item->match->sizeHint().height();
    const int removeWidth = item->remove ? item->remove->sizeHint().width() + kGap : 0;
    const int gripWidth = item->grip ? item->grip->sizeHint().width() + kTiny : 0;
    if (item->grip)
        put(item->grip, QRect(left, y, gripWidth - kTiny, headerHeight), apply);
    const int matchWidth = qMin(item->match->sizeHint().width(), width - gripWidth - removeWidth);
    put(item->match, QRect(left + gripWidth, y, matchWidth, headerHeight), apply);
    if (item->remove)
        put(item->remove, QRect(left + width - removeWidth + kGap, y, removeWidth - kGap, headerHeight), apply);
    y += headerHeight + kGap;
    for (int i = 0; i < int(group->rules.size()); ++i) {
        const RulePath child = childOf(path, i);
        const Item *inner = itemAt(child);
        const QRect place(left + gutter(), y, width - gutter(), 0);
        const int height = inner->row ? inner->row->heightForWidth(place.width()) : arrangeGroup(child, place, apply);
        const QRect frame(place.topLeft(), QSize(place.width(), height));
        if (apply)
            inner->frame = frame;
        put(inner->row, frame, apply);
        y += height + kGap;
    }
    const QSize addCondition = item->addCondition->sizeHint();
    const int buttonsLeft = left + gutter();
    put(item->addCondition, QRect(buttonsLeft, y, addCondition.width(), addCondition.height()), apply);
    const QSize addGroup = item->addGroup->sizeHint();
    put(item->addGroup, QRect(buttonsLeft + addCondition.width() + kGap, y, addGroup.width(), addGroup.height()), apply);
    y += addCondition.height() + padding;
    return y - room.top();
}

int RuleView::heightForWidth(int width) const { return arrangeGroup({}, QRect(0, 0, width, 0), false); }

QSize RuleView::sizeHint() const { return {kUsualWidth, heightForWidth(kUsualWidth)}; }

QSize RuleView::minimumSizeHint() const {
    int width = 0;
    for (const Item &item : m_items) {
        const int indent = int(item.path.size()) * (gutter() + 2 * kLabelGap);
        const int wanted =
            item.row ? item.row->minimumSizeHint().width() : item.match->minimumSizeHint().width() + 2 * kControl + 2 * kLabelGap;
        width = qMax(width, indent + wanted);
    }
    return {width, 0};
}

bool RuleView::event(QEvent *event) {
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange) {
        arrangeGroup({}, rect(), true);
        updateGeometry();
        update();
    }
    return QWidget::event(event);
}

void RuleView::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrangeGroup({}, rect(), true);
}

void RuleView::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    painter.setFont(font());
    for (const Item &item : m_items) {
        if (item.path.isEmpty())
            continue;
        if (!item.row)
            drawRounded(&painter, QStyle::visualRect(layoutDirection(), rect(), item.frame), kCardRadius,
                        item.path.size() % 2 ? theme.sunken : theme.window, theme.line);
        if (item.path.last() == 0)
            continue;
        const Group *group = groupAt(m_draft.rule(), parentOf(item.path));
        const QRect place(item.frame.left() - gutter(), item.frame.top(), gutter() - kGap, kCosyRow);
        painter.setPen(theme.text2);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignCenter,
                         RuleWords::connective(group->match));
    }
    if (m_drop.isEmpty())
        return;
    const int left = int(m_drop.size()) * gutter() + int(m_drop.size() - 1) * kLabelGap;
    const QRect line(left, dropLine(m_drop) - kTiny / 2, width() - left, kTiny);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), theme.accent);
}

} // namespace kontor::ui
