#include "customers/customer_delegate.h"

#include "customers/customer_list_model.h"
#include "customers/customer_texts.h"
#include "lists/list_table.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/avatar.h"
#include "widgets/text_painting.h"

#include <QPainter>

namespace kontor::ui {

using namespace metrics;
using namespace customer_column;

struct CustomerDelegate::Cell {
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    const Theme &theme;
    const CustomerRow *row;
    bool selected;
    bool compact;

    QRect inner() const {
        // The first column begins at the margin of the page, as the title does.
        const int start = index.column() == Customer ? kPage : kCellPadding;
        return option.rect.adjusted(start, 0, -kCellPadding, -kHair);
    }
    // A rectangle computed from the left of the cell, where it belongs in this direction.
    QRect placed(const QRect &rect) const { return QStyle::visualRect(option.direction, option.rect, rect); }
    QColor text() const { return selected ? theme.selText : theme.text; }
    QColor second() const { return selected ? theme.selText2 : theme.text2; }
    int firstBaseline() const {
        const QFontMetrics body(textFont(TextRole::Strong));
        const int both = lineHeight(TextRole::Strong) + lineHeight(TextRole::Caption);
        const int top = option.rect.top() + (option.rect.height() - kHair - both) / 2;
        return top + lineHeight(TextRole::Strong) - body.descent() - (lineHeight(TextRole::Strong) - body.height()) / 2;
    }
    int secondBaseline() const {
        const QFontMetrics caption(textFont(TextRole::Caption));
        const int both = lineHeight(TextRole::Strong) + lineHeight(TextRole::Caption);
        const int bottom = option.rect.top() + (option.rect.height() - kHair + both) / 2;
        return bottom - caption.descent() - (lineHeight(TextRole::Caption) - caption.height()) / 2;
    }
    int onlyBaseline() const { return centredBaseline(option.rect.adjusted(0, 0, 0, -kHair), textFont(TextRole::Body)); }
};

CustomerDelegate::CustomerDelegate(const CustomerListModel &model, ListTable &table)
    : QStyledItemDelegate(&table), m_model(model), m_table(table) {}

void CustomerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    if (index.data(SectionRole).isValid()) // painted by the table, over the whole width
        return;
    const PainterState state(painter);
    const Cell cell{painter,
                    option,
                    index,
                    themeOf(&m_table),
                    m_model.row(index.row()),
                    option.state.testFlag(QStyle::State_Selected),
                    m_table.isCompact()};
    paintBackground(cell);
    if (!cell.row)
        return;
    const Formats &formats = m_model.formats();
    switch (index.column()) {
    case Customer: return paintCustomer(cell);
    case Lifecycle:
        if (!cell.row->lifecycle.isEmpty())
            paintChip(painter, cell.inner(), formats.types().label(cell.row->lifecycle), typeTone(cell.row->lifecycle, formats),
                      cell.theme, option.direction);
        return;
    case LastContact:
        if (!cell.row->lastContactAt)
            return paintTwoLines(cell, CustomerListModel::tr("Never"), {});
        return paintTwoLines(cell, formats.ago(*cell.row->lastContactAt), interactionKindText(cell.row->lastContactKind));
    case NextStep: return paintStep(cell);
    case Tags: return paintTags(cell);
    default: break;
    }
    TextLine line{textFont(TextRole::Body), cell.text()};
    if (m_model.columns().isNumber(index.column()))
        line.side = TextSide::Absolute;
    paintLine(painter, cell.inner(), cell.onlyBaseline(), m_model.data(index, Qt::DisplayRole).toString(), line,
              option.direction);
}

void CustomerDelegate::paintBackground(const Cell &cell) const {
    const QRect &rect = cell.option.rect;
    QColor back = cell.theme.surface;
    if (cell.selected)
        back = cell.option.palette.color(m_table.isActiveWindow() ? QPalette::Active : QPalette::Inactive, QPalette::Highlight);
    else if (m_table.hoveredRow() == cell.index.row())
        back = cell.theme.hover;
    cell.painter->fillRect(rect, back);
    cell.painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), kHair), cell.theme.line);
    const bool current = m_table.currentIndex().row() == cell.index.row();
    if (current && m_table.hasFocus() && m_table.currentIndex() == cell.index)
        drawRounded(cell.painter, rect.adjusted(kTiny, kTiny, -kTiny, -kTiny - kHair), kSmall, {}, cell.theme.accent,
                    kFocusWidth);
    if (cell.index.column() != Customer || !current || !cell.selected)
        return;
    // Mirrored, Qt gives the cell a column of pixels beyond the edge.
    const QRect seen = rect & m_table.viewport()->rect();
    const QRect bar(seen.left(), seen.top(), kCurrentBar, seen.height() - kHair);
    cell.painter->fillRect(QStyle::visualRect(cell.option.direction, seen, bar), cell.theme.accent);
}

void CustomerDelegate::paintCustomer(const Cell &cell) const {
    const QRect inner = cell.inner();
    const CustomerRow &row = *cell.row;
    const int side = cell.compact ? qMin(kIcon + kTiny, inner.height() - kSmall) : kAvatar;
    const QRect disc(inner.left(), inner.top() + (inner.height() - side) / 2, side, side);
    paintAvatar(cell.painter, cell.placed(disc), {row.id, row.name, row.isOrganisation}, cell.theme);
    const bool hasDraft = m_model.hasDraft(row.id);
    if (hasDraft) {
        const QRect dot(inner.right() + 1 - kGap, inner.center().y() - kSmall, kGap, kGap);
        drawRounded(cell.painter, cell.placed(dot), kSmall, cell.selected ? cell.theme.selText : cell.theme.accent);
    }
    const QRect words = cell.placed(inner.adjusted(side + kLabelGap - kTiny, 0, hasDraft ? -kPane : 0, 0));
    const TextLine name{textFont(TextRole::Strong), cell.text()};
    const TextLine second{textFont(TextRole::Caption), cell.second()};
    const QString under = row.company.isEmpty() ? row.jobTitle : row.company;
    if (!cell.compact && !under.isEmpty()) {
        paintLine(cell.painter, words, cell.firstBaseline(), row.name, name, cell.option.direction);
        paintLine(cell.painter, words, cell.secondBaseline(), under, second, cell.option.direction);
        return;
    }
    paintLine(cell.painter, words, cell.onlyBaseline(), row.name, name, cell.option.direction);
    const int taken = QFontMetrics(name.font).horizontalAdvance(row.name) + kLabelGap;
    if (cell.compact && m_table.isColumnHidden(Company) && !row.company.isEmpty() && taken + kPage * 2 < words.width()) {
        const QRect rest =
            cell.option.direction == Qt::RightToLeft ? words.adjusted(0, 0, -taken, 0) : words.adjusted(taken, 0, 0, 0);
        paintLine(cell.painter, rest, cell.onlyBaseline(), row.company, second, cell.option.direction);
    }
}

void CustomerDelegate::paintTwoLines(const Cell &cell, const QString &first, const QString &second) const {
    const TextLine body{textFont(TextRole::Body), cell.text()};
    if (cell.compact || second.isEmpty()) {
        paintLine(cell.painter, cell.inner(), cell.onlyBaseline(), first, body, cell.option.direction);
        return;
    }
    paintLine(cell.painter, cell.inner(), cell.firstBaseline(), first, body, cell.option.direction);
    paintLine(cell.painter, cell.inner(), cell.secondBaseline(), second, {textFont(TextRole::Caption), cell.second()},
              cell.option.direction);
}

void CustomerDelegate::paintStep(const Cell &cell) const {
    const StepLook look = stepLook(*cell.row, m_model.formats());
    const QColor colour = stepColour(look.state, cell.theme, cell.selected);
    const QRect inner = cell.inner();
    const bool two = !cell.compact && !look.detail.isEmpty();
    const int baseline = two ? cell.firstBaseline() : cell.onlyBaseline();
    const QFontMetrics body(textFont(TextRole::Body));
    const int middle = baseline - body.capHeight() / 2;
    const QRect icon(inner.left(), middle - kSmallIcon / 2, kSmallIcon, kSmallIcon);
    Icon::paint(cell.painter, cell.placed(icon), look.icon, colour);
    const QRect words = cell.placed(inner.adjusted(kSmallIcon + kGap, 0, 0, 0));
    const QString text =
        cell.compact && !look.detail.isEmpty() ? CustomerListModel::tr("%1: %2").arg(look.words, look.detail) : look.words;
    paintLine(cell.painter, words, baseline, text, {textFont(TextRole::Body), colour}, cell.option.direction);
    if (two)
        paintLine(cell.painter, words, cell.secondBaseline(), look.detail, {textFont(TextRole::Caption), cell.second()},
                  cell.option.direction);
}

// The first tag is there in any case, cut where it must be; of the others a number says how many have no room.
void CustomerDelegate::paintTags(const Cell &cell) const {
    const QFont font = textFont(TextRole::Caption);
    const auto more = [this](qsizetype count) { return CustomerListModel::tr("+%1").arg(m_model.formats().number(count)); };
    const QList<CustomerTagMark> &tags = cell.row->tags;
    QRect left = cell.inner();
    for (qsizetype i = 0; i < tags.size(); ++i) {
        const qsizetype behind = tags.size() - i - 1;
        const int moreWidth = behind > 0 ? chipSize(more(behind), font).width() + kSmall : 0;
        const int width = qMin(chipSize(tags[i].name, font).width(), left.width() - moreWidth);
        const bool isCut = width < chipSize(tags[i].name, font).width();
        const QString text = isCut && i > 0 ? more(behind + 1) : tags[i].name;
        const ChipTone tone = isCut && i > 0 ? ChipTone::Neutral : ChipTone(qBound(0, tags[i].colour, 7));
        const QRect place = isCut && i == 0 ? left.adjusted(0, 0, -moreWidth, 0) : left;
        paintChip(cell.painter, cell.placed(place), text, tone, cell.theme, cell.option.direction);
        if (isCut && i > 0)
            return;
        left.setLeft(left.left() + width + kSmall);
    }
}

} // namespace kontor::ui
