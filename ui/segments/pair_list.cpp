#include "segments/pair_list.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

int textWidth(const Pair &pair, int width) { return width - (pair.icon.isEmpty() ? 0 : kSmallIcon + kGap); }

bool fitsOneLine(const Pair &pair, const QFontMetrics &font, int width) {
    const int value = pair.value.isEmpty() ? 0 : font.horizontalAdvance(pair.value) + kLabelGap;
    return font.horizontalAdvance(pair.text) + value <= textWidth(pair, width);
}

class PairDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        const Pair pair = pairAt(index);
        const auto *list = static_cast<const QListView *>(option.widget);
        const int width = list->viewport()->width();
        if (fitsOneLine(pair, option.fontMetrics, width))
            return {width, option.fontMetrics.height() + kGap};
        const QRect room(0, 0, textWidth(pair, width), QWIDGETSIZE_MAX);
        const int text = option.fontMetrics.boundingRect(room, Qt::TextWordWrap, pair.text).height();
        const QFontMetrics small(textFont(TextRole::Caption, option.font));
        const int value = pair.value.isEmpty() ? 0 : small.boundingRect(room, Qt::TextWordWrap, pair.value).height();
        return {width, text + value + kGap};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        const Pair pair = pairAt(index);
        const PainterState state(painter);
        painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs by its own letters
        const Theme &theme = themeOf(option.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
        if (isSelected)
            drawRounded(painter, option.rect, kSmall, theme.sel);
        const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        const QRect inner = option.rect.adjusted(0, kSmall, 0, -kSmall);
        if (!pair.icon.isEmpty())
            Icon::paint(painter,
                        mirrored(QRect(inner.left(), inner.top() + (option.fontMetrics.height() - kSmallIcon) / 2, kSmallIcon,
                                       kSmallIcon)),
                        pair.icon,
                        pair.tint == Tint::Good  ? theme.good.foreground
                        : pair.tint == Tint::Bad ? theme.bad.foreground
                                                 : theme.text2);
        const QRect room(inner.right() + 1 - textWidth(pair, option.rect.width()), inner.top(),
                         textWidth(pair, option.rect.width()), inner.height());
        painter->setFont(option.font);
        painter->setPen(isSelected ? theme.selText : theme.text);
        if (fitsOneLine(pair, option.fontMetrics, option.rect.width())) {
            painter->drawText(mirrored(room), start(option) | Qt::AlignVCenter, pair.text);
            painter->setPen(isSelected ? theme.selText2 : theme.text2);
            const int column = static_cast<const PairList *>(option.widget)->valueWidth();
            const QRect values(room.right() + 1 - column, room.top(), column, room.height());
            painter->drawText(mirrored(values), Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter, pair.value);
            return;
        }
        painter->drawText(mirrored(room), start(option) | Qt::AlignTop | Qt::TextWordWrap, pair.text);
        painter->setFont(textFont(TextRole::Caption, option.font));
        painter->setPen(isSelected ? theme.selText2 : theme.text2);
        painter->drawText(mirrored(room), start(option) | Qt::AlignBottom | Qt::TextWordWrap, pair.value);
    }

private:
    static Pair pairAt(const QModelIndex &index) {
        return static_cast<const PairModel *>(index.model())->pairs().at(index.row());
    }
    static int start(const QStyleOptionViewItem &option) { return int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)); }
};

} // namespace

void PairModel::setPairs(const QList<Pair> &pairs) {
    beginResetModel();
    m_pairs = pairs;
    endResetModel();
}

QVariant PairModel::data(const QModelIndex &index, int role) const {
    if (index.row() < 0 || index.row() >= m_pairs.size())
        return {};
    const Pair &pair = m_pairs[index.row()];
    if (role == Qt::DisplayRole)
        return pair.text;
    if (role != Qt::AccessibleTextRole)
        return {};
    if (!pair.spoken.isEmpty())
        return pair.spoken;
    return pair.value.isEmpty() ? pair.text : tr("%1: %2").arg(pair.text, pair.value);
}

PairList::PairList(QWidget *parent) : QListView(parent), m_model(new PairModel(this)) {
    setModel(m_model);
    setItemDelegate(new PairDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    setWordWrap(true);
    connect(this, &QListView::activated, this, &PairList::choose);
}

void PairList::setPairs(const QList<Pair> &pairs) {
    m_model->setPairs(pairs);
    setFocusPolicy(pairs.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    updateGeometry();
}

// Numbers stand under each other at the right, in both directions.
int PairList::valueWidth() const {
    int width = 0;
    for (const Pair &pair : m_model->pairs())
        if (fitsOneLine(pair, fontMetrics(), viewport()->width()))
            width = qMax(width, fontMetrics().horizontalAdvance(pair.value));
    return width;
}

QSize PairList::sizeHint() const {
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    return {4 * kWide, height};
}

void PairList::resizeEvent(QResizeEvent *event) {
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

void PairList::choose(const QModelIndex &index) {
    if (const Id customer = m_model->pairs().value(index.row()).customer; customer.isValid())
        emit customerChosen(customer);
}

void PairList::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return choose(currentIndex());
    QListView::keyPressEvent(event);
}

void PairList::focusInEvent(QFocusEvent *event) {
    if (!currentIndex().isValid())
        setCurrentIndex(m_model->index(0));
    QListView::focusInEvent(event);
}

} // namespace kontor::ui
