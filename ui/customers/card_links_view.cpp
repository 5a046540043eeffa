#include "customers/card_links_view.h"

#include "forms/own_keys.h"
#include "lists/row_list.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kCheckBox = 18;
constexpr int kPlus = 24;
} // namespace

QRect CardLinksDelegate::plusRect(const QRect &row) const {
    const QRect plus(row.right() + 1 - kLabelGap - kPlus, row.bottom() + 1 - kPlus - kTiny, kPlus, kPlus);
    return QStyle::visualRect(m_view.layoutDirection(), row, plus);
}

QRect CardLinksDelegate::markRect(const QRect &row) const {
    const int line = lineHeight(TextRole::Body);
    const QRect mark(row.left() + kPane, row.top() + kSmall + kTiny + (line - kIcon) / 2, kIcon, kIcon);
    return QStyle::visualRect(m_view.layoutDirection(), row, mark);
}

QSize CardLinksDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    const CardLink &link = m_model.row(index.row());
    const int width = m_view.viewport()->width();
    if (link.kind == CardLink::Kind::Heading)
        return QSize(width, qMax(kPlus, lineHeight(TextRole::Section)) + kSmall + (index.row() > 0 ? kPane : kSmall));
    const int second = link.detail.isEmpty() ? 0 : lineHeight(TextRole::Caption);
    return QSize(width, lineHeight(TextRole::Body) + second + kLabelGap);
}

void CardLinksDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const CardLink &link) const {
    const Theme &theme = themeOf(&m_view);
    const QRect plus = plusRect(option.rect);
    QRect words = option.rect.adjusted(kPane, 0, -kPane - kPlus, 0);
    words.setTop(plus.top());
    words.setBottom(plus.bottom());
    words = QStyle::visualRect(m_view.layoutDirection(), option.rect, words);
    const QFont font = textFont(TextRole::Section);
    paintLine(painter, words, centredBaseline(words, font), link.title, {font, theme.text2}, m_view.layoutDirection());
    if (link.action.isEmpty())
        return;
    if (option.state.testFlag(QStyle::State_MouseOver))
        drawRounded(painter, plus, kRadius, theme.hover);
    Icon::paint(painter, plus.adjusted(kSmall, kSmall, -kSmall, -kSmall), "plus"_L1, theme.accent);
}

void CardLinksDelegate::paintMark(QPainter *painter, const QRect &at, const CardLink &link, const QColor &colour) const {
    const Theme &theme = themeOf(&m_view);
    if (link.kind == CardLink::Kind::Step && !m_model.isReadOnly()) {
        QRect box(0, 0, kCheckBox, kCheckBox);
        box.moveCenter(at.center());
        return drawRounded(painter, box, kSmall, theme.surface, link.isLate ? theme.bad.foreground : theme.lineStrong);
    }
    QRect icon(0, 0, kSmallIcon, kSmallIcon);
    icon.moveCenter(at.center());
    if (!link.icon.isEmpty())
        Icon::paint(painter, icon, link.icon, colour, m_view.isRightToLeft());
}

// One column for all of them, so that the digits stand below each other in both directions.
int CardLinksDelegate::widestAmount() const {
    const QFontMetrics body(textFont(TextRole::Body));
    int widest = 0;
    for (const CardLink &link : m_model.rows())
        widest = qMax(widest, body.horizontalAdvance(link.amount));
    return widest;
}

void CardLinksDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    const CardLink &link = m_model.row(index.row());
    if (link.kind == CardLink::Kind::Heading)
        return paintHeading(painter, option, link);
    const Theme &theme = themeOf(&m_view);
    const Qt::LayoutDirection direction = m_view.layoutDirection();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, option.palette.color(m_view.isActiveWindow() ? QPalette::Active : QPalette::Inactive,
                                                            QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        painter->fillRect(option.rect, theme.hover);
    if (isSelected && m_view.hasFocus() && m_view.currentIndex() == index)
        drawRounded(painter, option.rect.adjusted(kTiny, kTiny, -kTiny, -kTiny), kSmall, {}, theme.accent, kFocusWidth);

    const bool isAll = link.kind == CardLink::Kind::All;
    const bool isFaint = isAll || link.kind == CardLink::Kind::Nothing || link.kind == CardLink::Kind::Sum;
    const QColor first = isSelected ? theme.selText : isAll ? theme.accent : isFaint ? theme.text2 : theme.text;
    const QColor second = link.isLate ? theme.bad.foreground : isSelected ? theme.selText2 : theme.text3;
    paintMark(painter, markRect(option.rect), link, second);
    const int indent = isFaint ? kPane : kPane + kIcon + kGap;
    const QFont body = textFont(TextRole::Body);
    const int amountWidth = link.amount.isEmpty() ? 0 : widestAmount();
    QRect line(option.rect.left() + indent, option.rect.top() + kSmall + kTiny, option.rect.width() - indent - kPane,
               lineHeight(TextRole::Body));
    const int baseline = centredBaseline(line, body);
    const QRect amount =
        QStyle::visualRect(direction, option.rect, QRect(line.right() + 1 - amountWidth, line.top(), amountWidth, line.height()));
    const QRect title =
        QStyle::visualRect(direction, option.rect, line.adjusted(0, 0, -(amountWidth > 0 ? amountWidth + kGap : 0), 0));
    paintLine(painter, title, baseline, link.title, {body, first}, direction);
    paintLine(painter, amount, baseline, link.amount, {body, first, TextSide::Absolute}, direction);
    if (link.detail.isEmpty())
        return;
    const QFont caption = textFont(TextRole::Caption);
    QRect under = QStyle::visualRect(direction, option.rect, line);
    under.moveTop(line.bottom() + 1);
    under.setHeight(lineHeight(TextRole::Caption));
    paintLine(painter, under, centredBaseline(under, caption), link.detail, {caption, second}, direction);
}

CardLinksView::CardLinksView(const Formats &formats, QWidget *parent)
    : QListView(parent), m_model(new CardLinksModel(formats, this)), m_delegate(new CardLinksDelegate(*m_model, *this)) {
    setModel(m_model);
    setItemDelegate(m_delegate);
    setUpRowList(this);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &CardLinksView::scheduleDelayedItemsLayout);
    retranslate();
}

void CardLinksView::retranslate() { setAccessibleName(tr("Next steps, purchases, people, files")); }

bool CardLinksView::event(QEvent *event) { return keepOwnKeys(event) || QListView::event(event); }

void CardLinksView::act(const QModelIndex &index) {
    const CardLink &link = m_model->row(index.row());
    if (link.kind == CardLink::Kind::Step)
        emit doneToggled(link.id);
    else if (link.kind == CardLink::Kind::Related && link.id.isValid())
        emit customerWanted(link.id);
    else if (link.kind == CardLink::Kind::All)
        m_model->showAll(link.group);
    else if (link.kind == CardLink::Kind::File)
        emit fileWanted(link);
    else if (link.record.isValid())
        emit editWanted(link);
}

QRect CardLinksView::rowRect(const QByteArray &key) const {
    const int row = m_model->find(key);
    return row < 0 ? QRect() : visualRect(m_model->index(row, 0));
}

void CardLinksView::keyPressEvent(QKeyEvent *event) {
    const bool acts = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (acts && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        return act(currentIndex());
    if (currentIndex().isValid() && event->modifiers() == Qt::NoModifier) {
        const CardLink link = m_model->row(currentIndex().row());
        if (event->key() == Qt::Key_Delete && link.kind == CardLink::Kind::Copying)
            return emit cancelWanted();
        if (event->key() == Qt::Key_F2 && link.record.isValid() && link.kind != CardLink::Kind::File)
            return emit editWanted(link);
        if (event->key() == Qt::Key_Delete && link.record.isValid())
            return emit removeWanted(link);
    }
    QListView::keyPressEvent(event);
}

void CardLinksView::mouseReleaseEvent(QMouseEvent *event) {
    QListView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    const CardLink &link = m_model->row(index.row());
    if (link.kind == CardLink::Kind::Heading && !link.action.isEmpty() && m_delegate->plusRect(visualRect(index)).contains(at))
        emit actionWanted(link.action);
    else if (link.kind == CardLink::Kind::All)
        m_model->showAll(link.group);
    else if (link.kind == CardLink::Kind::Step && m_delegate->markRect(visualRect(index)).contains(at))
        emit doneToggled(link.id);
}

void CardLinksView::mouseDoubleClickEvent(QMouseEvent *event) {
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() && index.flags().testFlag(Qt::ItemIsEnabled) && m_model->row(index.row()).kind != CardLink::Kind::Step)
        act(index);
}

void CardLinksView::contextMenuEvent(QContextMenuEvent *event) {
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = isMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const CardLink link = m_model->row(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool canChange = !m_model->isReadOnly();
    if (link.kind == CardLink::Kind::Step && canChange)
        menu->addAction(Icon::get("check"_L1), tr("Done"), this, [this, link] { emit doneToggled(link.id); });
    if (link.kind == CardLink::Kind::Related && link.id.isValid())
        menu->addAction(Icon::get("person"_L1), tr("Show the card"), this, [this, link] { emit customerWanted(link.id); });
    if (link.kind == CardLink::Kind::Copying)
        menu->addAction(Icon::get("close"_L1), tr("Cancel"), this, &CardLinksView::cancelWanted);
    if (link.kind == CardLink::Kind::File)
        menu->addAction(Icon::get("file"_L1), tr("Open"), this, [this, link] { emit fileWanted(link); });
    else if (link.record.isValid() && canChange)
        menu->addAction(Icon::get("edit"_L1), tr("Edit"), this, [this, link] { emit editWanted(link); });
    if (link.record.isValid() && canChange) {
        menu->addAction(Icon::get("trash"_L1), link.kind == CardLink::Kind::Related ? tr("Remove") : tr("Move to trash"), this,
                        [this, link] { emit removeWanted(link); });
    }
    if (menu->isEmpty())
        return menu->deleteLater();
    menu->popup(isMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()));
}

void CardLinksView::focusInEvent(QFocusEvent *event) {
    QListView::focusInEvent(event);
    for (int row = 0; row < m_model->rowCount() && !currentIndex().isValid(); ++row)
        if (m_model->index(row, 0).flags().testFlag(Qt::ItemIsEnabled))
            setCurrentIndex(m_model->index(row, 0));
}

void CardLinksView::changeEvent(QEvent *event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::LayoutDirectionChange)
        scheduleDelayedItemsLayout();
}

} // namespace kontor::ui
