#include "segments/segment_list_delegate.h"

#include "segments/segment_list_model.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/start_side.h"
#include "theme/text_role.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

using Line = SegmentListModel::Line;

const Line *lineOf(const QModelIndex &index) { return static_cast<const SegmentListModel *>(index.model())->lineAt(index); }

int start(const QStyleOptionViewItem &option) {
    return int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
}

// Of the counts, which stand under each other at the right in both directions.
int columnWidth(const QModelIndex &index, const QFont &font) {
    int width = 0;
    for (int row = 0; row < index.model()->rowCount(); ++row)
        width = qMax(width,
                     QFontMetrics(font).horizontalAdvance(index.siblingAtRow(row).data(SegmentListModel::CountRole).toString()));
    return width;
}

QString belowOf(const Line &line) { return line.problem.isEmpty() ? line.sentence : line.problem; }

// What a row leaves to its parts, in a line of `width`.
struct Widths {
    int count;
    int change;
    int sentence;
};

Widths widthsIn(int width, const QModelIndex &index, const Line &line, const QFont &font) {
    const QFontMetrics small(textFont(TextRole::Caption, font));
    const QString change = index.data(SegmentListModel::ChangeRole).toString();
    Widths widths;
    widths.count = columnWidth(index, textFont(TextRole::Strong, font)) + kPane;
    widths.change = change.isEmpty() ? 0 : qMin(small.horizontalAdvance(change), width / 2);
    widths.sentence = change.isEmpty() ? width - widths.count - (line.isPinned ? kSmallIcon + kGap : 0)
                                       : width - qMax(widths.change + kPane, widths.count);
    return widths;
}

// A sentence is never cut: it goes on in further lines.
int sentenceHeight(const QString &sentence, const QFont &font, int width) {
    return QFontMetrics(font).boundingRect(QRect(0, 0, qMax(1, width), QWIDGETSIZE_MAX), Qt::TextWordWrap, sentence).height();
}

void drawSentence(QPainter *painter, const QRect &rect, const QString &sentence, Qt::LayoutDirection direction) {
    QTextOption wrapped(startSide(direction));
    wrapped.setTextDirection(Qt::LayoutDirectionAuto); // by its own letters
    wrapped.setWrapMode(QTextOption::WordWrap);
    painter->drawText(QRectF(rect), sentence, wrapped);
}

} // namespace

QSize SegmentListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const int name = QFontMetrics(textFont(TextRole::Strong, option.font)).height();
    const Line *line = lineOf(index);
    if (!line)
        return {0, name + kPage};
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int inner = (view ? view->viewport()->width() : option.rect.width()) - 2 * kCellPadding;
    const Widths widths = widthsIn(inner, index, *line, option.font);
    const int sentence = sentenceHeight(belowOf(*line), textFont(TextRole::Caption, option.font), widths.sentence);
    return {0, qMax(kCosyRow, name + sentence + kPane)};
}

void SegmentListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Theme &theme = themeOf(option.widget);
    const PainterState state(painter);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs by its own letters
    const Line *line = lineOf(index);
    const QRect inner = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
    const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    if (!line) {
        painter->setFont(textFont(TextRole::Section, option.font));
        painter->setPen(theme.text2);
        const int height = QFontMetrics(painter->font()).height();
        painter->drawText(mirrored(QRect(inner.left(), inner.bottom() - height - kSmall, inner.width(), height)), start(option),
                          index.data().toString());
        return;
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, isSelected ? theme.sel : theme.hover);
    if (isSelected)
        painter->fillRect(mirrored(QRect(option.rect.left(), option.rect.top(), kCurrentBar, option.rect.height())),
                          theme.accent);
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus))
        drawRounded(painter, option.rect.adjusted(1, 1, -1, -1), kSmall, {}, theme.accent, kFocusWidth);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), kHair), theme.line);

    const QFont nameFont = textFont(TextRole::Strong, option.font);
    const QFont smallFont = textFont(TextRole::Caption, option.font);
    const QString count = index.data(SegmentListModel::CountRole).toString();
    const Widths widths = widthsIn(inner.width(), index, *line, option.font);
    const int countWidth = widths.count;
    const int pinWidth = line->isPinned ? kSmallIcon + kGap : 0;
    const int nameHeight = QFontMetrics(nameFont).height();
    const int smallHeight = QFontMetrics(smallFont).height();
    const QString below = belowOf(*line);
    const int belowHeight = sentenceHeight(below, smallFont, widths.sentence);
    const int top = option.rect.top() + (option.rect.height() - nameHeight - belowHeight) / 2;
    const int width = inner.width() - countWidth - pinWidth;

    painter->setFont(nameFont);
    painter->setPen(isSelected ? theme.selText : theme.text);
    painter->drawText(mirrored(QRect(inner.left(), top, width, nameHeight)), start(option),
                      painter->fontMetrics().elidedText(line->name, Qt::ElideRight, width));
    const QString change = index.data(SegmentListModel::ChangeRole).toString();
    const QRect counts(inner.right() + 1 - columnWidth(index, nameFont), change.isEmpty() ? inner.top() : top,
                       columnWidth(index, nameFont), change.isEmpty() ? inner.height() : nameHeight);
    painter->drawText(mirrored(counts), Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, count);
    if (line->isPinned)
        Icon::paint(painter,
                    mirrored(QRect(inner.right() - countWidth - kSmallIcon, counts.center().y() - kSmallIcon / 2, kSmallIcon, kSmallIcon)),
                    "pin"_L1, isSelected ? theme.selText2 : theme.text3);
    painter->setFont(smallFont);
    painter->setPen(!line->problem.isEmpty() ? theme.warn.foreground : isSelected ? theme.selText2 : theme.text2);
    drawSentence(painter, mirrored(QRect(inner.left(), top + nameHeight, widths.sentence, belowHeight)), below, option.direction);
    if (change.isEmpty())
        return;
    painter->setPen(isSelected ? theme.selText2 : theme.text2);
    const QRect end(inner.right() + 1 - widths.change, top + nameHeight, widths.change, smallHeight);
    painter->drawText(mirrored(end), int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
                      painter->fontMetrics().elidedText(change, Qt::ElideRight, widths.change));
}

QWidget *SegmentListDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    Q_UNUSED(option)
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(tr("New name of “%1”").arg(index.data().toString()));
    return edit;
}

// Once: a count that arrives meanwhile is no reason to put the old name back, or to lose the selection.
void SegmentListDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    auto *edit = static_cast<QLineEdit *>(editor);
    if (edit->text().isEmpty() && !edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void SegmentListDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                               const QModelIndex &index) const {
    Q_UNUSED(index)
    const int height = editor->sizeHint().height();
    const QRect place(option.rect.left() + kSmall, option.rect.center().y() - height / 2, option.rect.width() / 2, height);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, place));
}

} // namespace kontor::ui
