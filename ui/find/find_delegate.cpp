#include "find/find_delegate.h"

#include "find/find_model.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/avatar.h"
#include "widgets/text_painting.h"

#include <QPainter>
#include <QTextLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

// One line with marked parts: a marker behind the letters and its own letter colour, in every script and direction.
void paintMarked(QPainter *painter, const QRect &rect, int baseline, const QString &text, const QList<search::Mark> &marks,
                 const TextLine &line, const Theme &theme, Qt::LayoutDirection direction) {
    if (marks.isEmpty()) {
        paintLine(painter, rect, baseline, text, line, direction);
        return;
    }
    const QString shown = QFontMetrics(line.font).elidedText(text, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, line.font, painter->device());
    QList<QTextLayout::FormatRange> formats;
    for (const search::Mark &mark : marks) {
        if (shown.size() < text.size() && mark.start + mark.length >= shown.size())
            continue; // behind the dots
        QTextCharFormat format;
        format.setBackground(theme.hit.background);
        format.setForeground(theme.hit.foreground);
        formats.append({int(mark.start), int(mark.length), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine laid = layout.createLine();
    laid.setLineWidth(rect.width());
    layout.endLayout();
    const qreal width = laid.naturalTextWidth();
    const bool atRight = direction == Qt::RightToLeft;
    const bool ownRight = shown.isRightToLeft();
    // The line lays its text at the side of its own direction; it belongs at the start side of the list.
    const qreal own = ownRight ? rect.width() - width : 0;
    const qreal wanted = atRight ? rect.width() - width : 0;
    painter->setPen(line.colour);
    layout.draw(painter, QPointF(rect.left() + wanted - own, baseline - laid.ascent()));
}

} // namespace

FindDelegate::FindDelegate(const FindModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

QSize FindDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const { return QSize(0, cosyRowHeight()); }

void FindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const FindEntry *entry = m_model.at(index.row());
    if (!entry)
        return;
    const PainterState state(painter);
    const Theme &theme = themeOf(option.widget);
    const QRect body = option.rect.adjusted(kGap, kHair, -kGap, -kHair);
    if (option.state.testFlag(QStyle::State_Selected))
        drawRounded(painter, body, kRadius, theme.sel, theme.highContrast ? theme.line : QColor());
    else if (option.state.testFlag(QStyle::State_MouseOver))
        drawRounded(painter, body, kRadius, theme.hover);
    if (entry->kind == FindEntry::Kind::Customer && entry->hit.interactionId.isValid())
        paintEntry(painter, option, *entry);
    else if (entry->kind == FindEntry::Kind::Customer)
        paintCustomer(painter, option, *entry);
    else
        paintCommand(painter, option, *entry);
}

void FindDelegate::paintCustomer(QPainter *painter, const QStyleOptionViewItem &option, const FindEntry &entry) const {
    const Theme &theme = themeOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor text = selected ? theme.selText : theme.text;
    const QColor second = selected ? theme.selText2 : theme.text2;
    const QRect row = option.rect;
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };
    const QRect inner = row.adjusted(2 * kGap, 0, -2 * kGap, 0);
    const QRect disc(inner.left(), row.top() + (row.height() - kAvatar) / 2, kAvatar, kAvatar);
    paintAvatar(painter, placed(disc), {entry.hit.customerId, entry.hit.name, entry.hit.isOrganisation}, theme);

    const QFont strong = textFont(TextRole::Strong), caption = textFont(TextRole::Caption);
    const int left = disc.right() + kLabelGap;
    const int both = lineHeight(TextRole::Strong) + lineHeight(TextRole::Caption);
    const QRect first(left, row.top() + (row.height() - both) / 2, inner.right() - left + 1, lineHeight(TextRole::Strong));
    const QRect under(left, first.bottom() + 1, first.width(), lineHeight(TextRole::Caption));
    const bool twoLines = !(entry.hit.company.isEmpty() &&
                            (entry.hit.field == "name" || entry.hit.field == "phone" || entry.hit.matched.isEmpty()));
    const int baseline = twoLines ? centredBaseline(first, strong) : centredBaseline(row, strong);
    const bool byName = entry.hit.field == "name" || entry.hit.matched.isEmpty() || entry.hit.matched == entry.hit.name;
    const bool phone = entry.hit.field == "phone";
    int nameWidth = first.width();
    if (phone && !byName) {
        const int width = QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(entry.hit.matched);
        const QRect end(inner.right() - width, first.top(), width + 1, first.height());
        paintMarked(painter, placed(end), baseline, entry.hit.matched, entry.hit.matchedMarks, {textFont(TextRole::Body), text},
                    theme, Qt::LeftToRight);
        nameWidth -= width + kLabelGap;
    }
    paintMarked(painter, placed(QRect(first.left(), first.top(), nameWidth, first.height())), baseline, entry.hit.name,
                entry.hit.nameMarks, {strong, text}, theme, option.direction);
    const bool matchedElsewhere = !byName && !phone;
    const QString detail = matchedElsewhere ? entry.hit.matched : entry.hit.company;
    const QList<search::Mark> marks = matchedElsewhere ? entry.hit.matchedMarks : QList<search::Mark>();
    paintMarked(painter, placed(under), centredBaseline(under, caption), detail, marks, {caption, second}, theme,
                option.direction);
}

// What was written in the place of the name, and whose it is below.
void FindDelegate::paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const FindEntry &entry) const {
    const Theme &theme = themeOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect row = option.rect;
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };
    const QRect inner = row.adjusted(2 * kGap, 0, -2 * kGap, 0);
    const QRect disc(inner.left(), row.top() + (row.height() - kAvatar) / 2, kAvatar, kAvatar);
    paintAvatar(painter, placed(disc), {entry.hit.customerId, entry.hit.name, entry.hit.isOrganisation}, theme);
    const QFont body = textFont(TextRole::Body), caption = textFont(TextRole::Caption);
    const int left = disc.right() + kLabelGap;
    const int both = lineHeight(TextRole::Body) + lineHeight(TextRole::Caption);
    const QRect first(left, row.top() + (row.height() - both) / 2, inner.right() - left + 1, lineHeight(TextRole::Body));
    const QRect under(left, first.bottom() + 1, first.width(), lineHeight(TextRole::Caption));
    paintMarked(painter, placed(first), centredBaseline(first, body), entry.hit.matched, entry.hit.matchedMarks,
                {body, selected ? theme.selText : theme.text}, theme, option.direction);
    paintLine(painter, placed(under), centredBaseline(under, caption), entry.under,
              {caption, selected ? theme.selText2 : theme.text2}, option.direction);
}

void FindDelegate::paintCommand(QPainter *painter, const QStyleOptionViewItem &option, const FindEntry &entry) const {
    const Theme &theme = themeOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor text = selected ? theme.selText : theme.text;
    if (!entry.enabled)
        text = option.palette.color(QPalette::Disabled, QPalette::Text);
    const QRect inner = option.rect.adjusted(2 * kGap, 0, -2 * kGap, 0);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect icon(inner.left() + (kAvatar - kIcon) / 2, inner.top(), kIcon, inner.height());
    if (!entry.icon.isEmpty())
        Icon::paint(painter, placed(icon), entry.icon, entry.enabled ? (selected ? theme.selText2 : theme.text2) : text,
                    option.direction == Qt::RightToLeft);
    const TextLine keys{textFont(TextRole::Caption), selected ? theme.selText2 : theme.text3};
    const int keysWidth = QFontMetrics(keys.font).horizontalAdvance(entry.end);
    const int left = inner.left() + kAvatar + kLabelGap - kTiny;
    const QRect words(left, inner.top(), inner.right() - left - keysWidth - kLabelGap, inner.height());
    paintLine(painter, placed(words), centredBaseline(words, textFont(TextRole::Body)), entry.text,
              {textFont(TextRole::Body), text}, option.direction);
    const QRect end(inner.right() - keysWidth, inner.top(), keysWidth + 1, inner.height());
    paintLine(painter, placed(end), centredBaseline(end, keys.font), entry.end, keys, option.direction);
}

} // namespace kontor::ui
