#include "history/trash_delegate.h"

#include "history/history_words.h"
#include "history/trash_model.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QAbstractItemView>
#include <QPainter>

namespace kontor::ui {

using namespace metrics;

TrashDelegate::TrashDelegate(const TrashModel &model, QAbstractItemView &view)
    : QStyledItemDelegate(&view), m_model(model), m_view(view) {}

QSize TrashDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return {0, cosyRowHeight()}; }

void TrashDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    const Theme &theme = themeOf(&m_view);
    const QRect row = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(m_view.layoutDirection(), row, rect); };
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, isSelected ? theme.sel : theme.hover);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), kHair), theme.line);
    if (m_view.currentIndex() == index && isSelected)
        painter->fillRect(mirrored(QRect(row.left(), row.top(), kCurrentBar, row.height())), theme.accent);
    if (m_view.currentIndex() == index && m_view.hasFocus())
        drawRounded(painter, row.adjusted(kTiny, kTiny, -kTiny, -kTiny), kSmall, {}, theme.accent, kFocusWidth);
    const history::TrashLine *line = m_model.lineAt(index.row());
    if (!line)
        return;
    const TrashWords words = m_model.wordsOf(*line);
    const QFont body = textFont(TextRole::Body);
    const QFont caption = textFont(TextRole::Caption);
    const QRect icon(row.left() + kLabelGap, row.center().y() - kIcon / 2, kIcon, kIcon);
    Icon::paint(painter, mirrored(icon), recordIcon(line->key.record), isSelected ? theme.selText2 : theme.text3,
                m_view.isRightToLeft());
    const int first = lineHeight(TextRole::Body);
    const int second = lineHeight(TextRole::Caption);
    const int top = row.top() + (row.height() - first - second) / 2;
    const int leftWidth = QFontMetrics(body).horizontalAdvance(words.left);
    const int start = icon.right() + 1 + kLabelGap;
    const QRect name(start, top, row.right() + 1 - kLabelGap - leftWidth - kPane - start, first);
    const QRect left(row.right() + 1 - kLabelGap - leftWidth, top, leftWidth, first);
    const QRect detail(start, top + first, name.width(), second);
    paintLine(painter, mirrored(name), centredBaseline(name, body), words.name, {body, isSelected ? theme.selText : theme.text},
              m_view.layoutDirection());
    paintLine(painter, mirrored(left), centredBaseline(left, body), words.left,
              {body, words.isSoon ? theme.bad.foreground
                     : isSelected ? theme.selText2
                                  : theme.text3},
              m_view.layoutDirection());
    paintLine(painter, mirrored(detail), centredBaseline(detail, caption), words.detail,
              {caption, isSelected ? theme.selText2 : theme.text2}, m_view.layoutDirection());
}

} // namespace kontor::ui
