#include "segments/choice_picker.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kPickerWidth = 340;
constexpr int kPickerLines = 11;
constexpr int kFewestLines = 3;

class PickerDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override {
        Q_UNUSED(index)
        return {0, qMax(kCompactRow, option.fontMetrics.height() + kLabelGap)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override {
        QStyleOptionViewItem option = given;
        const PainterState state(painter);
        painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs by its own letters
        const Theme &theme = themeOf(option.widget);
        const bool isTitle =
            index.data(PickerModel::ItemRole).toInt() < 0 && index.data(PickerModel::OwnTextRole).toString().isEmpty();
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        if (isCurrent && !isTitle)
            drawRounded(painter, option.rect, kRadius, theme.sel);
        QRect inner = option.rect.adjusted(kGap, 0, -kGap, 0);
        if (const QVariant check = index.data(Qt::CheckStateRole); check.isValid())
            inner.setLeft(paintTick(painter, option, inner, check.toInt() == Qt::Checked));
        const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        const QString count = index.data(PickerModel::CountRole).toString();
        const int countWidth = count.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(count) + kGap;
        painter->setFont(isTitle ? textFont(TextRole::Section, option.font) : option.font);
        painter->setPen(isTitle ? theme.text2 : isCurrent ? theme.selText : theme.text);
        const QRect textRect = inner.adjusted(0, 0, -countWidth, 0);
        const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, textRect.width());
        painter->drawText(place(textRect), int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                          text);
        painter->setPen(isCurrent ? theme.selText2 : theme.text3);
        painter->drawText(place(inner), int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)), count);
    }

private:
    static int paintTick(QPainter *painter, const QStyleOptionViewItem &option, const QRect &inner, bool isTicked) {
        const QStyle *style = option.widget->style();
        const int side = style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
        QStyleOptionButton box;
        box.rect =
            QStyle::visualRect(option.direction, option.rect, QRect(inner.left(), inner.center().y() - side / 2, side, side));
        box.state = QStyle::State_Enabled | (isTicked ? QStyle::State_On : QStyle::State_Off);
        style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
        return inner.left() + side + kGap;
    }
};

} // namespace

ChoicePicker::ChoicePicker(Mode mode, QWidget *anchor)
    : CardFrame(CardKind::Floating, anchor->window()),
      m_mode(mode),
      m_anchor(anchor),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_model(new PickerModel(mode == Mode::Checklist, this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGap, kGap, kGap, kGap);
    column->setSpacing(kGap);
    column->addWidget(m_search);
    column->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickerDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ChoicePicker::refilter);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { accept(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoicePicker::describeCurrent);
}

void ChoicePicker::setItems(const QList<PickerItem> &items) {
    m_model->setItems(items);
    refilter();
    if (isVisible())
        place();
}

void ChoicePicker::setWords(const QString &accessibleName, const QString &placeholder) {
    setAccessibleName(accessibleName);
    m_search->setAccessibleName(accessibleName);
    m_list->setAccessibleName(accessibleName);
    m_search->setPlaceholderText(placeholder);
}

bool ChoicePicker::isOpenFor(const QWidget *widget, const QWidget *focus) {
    for (const QWidget *parent = focus; parent; parent = parent->parentWidget())
        if (const auto *picker = qobject_cast<const ChoicePicker *>(parent))
            return picker->m_anchor && (picker->m_anchor == widget || widget->isAncestorOf(picker->m_anchor));
    return false;
}

void ChoicePicker::open() {
    place();
    show();
    raise();
    m_search->setFocus(Qt::PopupFocusReason);
}

void ChoicePicker::place() {
    const QWidget *window = parentWidget();
    const QRect anchor(m_anchor->mapTo(window, QPoint()), m_anchor->size());
    const int row = qMax(kCompactRow, fontMetrics().height() + kLabelGap);
    const int lines = qBound(kFewestLines, int(m_model->items().size()), kPickerLines);
    const int wanted = m_search->sizeHint().height() + lines * row + 3 * kGap + 2 * shadow(); // whole lines
    const int below = window->height() - anchor.bottom();
    const int above = anchor.top();
    const bool isBelow = below >= wanted || below >= above;
    const int height = qMin(wanted, (isBelow ? below : above) + shadow() - kSmall);
    const int width = qMin(qMax(kPickerWidth, anchor.width()) + 2 * shadow(), window->width());
    const int top = isBelow ? anchor.bottom() + kSmall - shadow() : anchor.top() - kSmall + shadow() - height;
    const int start = window->isRightToLeft() ? anchor.right() + 1 + shadow() - width : anchor.left() - shadow();
    setGeometry(qBound(0, start, window->width() - width), qMax(0, top), width, height);
}

void ChoicePicker::refilter() {
    const QString typed = m_search->text().trimmed();
    m_model->filter(typed, m_takesOwnText ? typed : QString());
    const int first = m_model->firstItemRow();
    if (first >= 0)
        m_list->setCurrentIndex(m_model->index(first));
}

void ChoicePicker::moveCurrent(int by) {
    const int step = by < 0 ? -1 : 1;
    int row = qMin(qMax(0, m_list->currentIndex().row() + by), m_model->rowCount() - 1);
    while (row >= 0 && row < m_model->rowCount() && !m_model->flags(m_model->index(row)).testFlag(Qt::ItemIsEnabled))
        row += step;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row));
}

void ChoicePicker::accept(int row) {
    if (row < 0 || !m_model->flags(m_model->index(row)).testFlag(Qt::ItemIsEnabled))
        return;
    if (m_mode == Mode::Single) {
        const int item = m_model->itemAt(row);
        close(true);
        emit picked(item);
        return;
    }
    m_model->toggle(row);
    QStringList texts;
    for (const PickerItem &item : m_model->items())
        if (item.isTicked)
            texts << item.text;
    emit ticked(texts);
}

// A list to tick: Enter after typing ticks and begins anew, Enter with nothing typed ends.
void ChoicePicker::acceptCurrent() {
    if (m_mode == Mode::Checklist && m_search->text().trimmed().isEmpty())
        return close(true);
    accept(m_list->currentIndex().row());
    if (m_mode == Mode::Checklist)
        m_search->clear();
}

void ChoicePicker::close(bool giveFocusBack) {
    if (giveFocusBack && m_anchor)
        m_anchor->setFocus(Qt::PopupFocusReason);
    QWidget::close();
}

void ChoicePicker::describeCurrent() {
    const QString text = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
    m_search->setAccessibleDescription(text);
    QAccessibleEvent event(m_search, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool ChoicePicker::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (isVisible() && reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            QTimer::singleShot(0, this, [this] { close(false); });
    } else if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // the page's keys wait until something is picked
        return true;
    } else if (event->type() == QEvent::KeyPress) {
        auto *press = static_cast<QKeyEvent *>(event);
        switch (press->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down: moveCurrent(press->key() == Qt::Key_Up ? -1 : 1); return true;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: moveCurrent(press->key() == Qt::Key_PageUp ? -kPickerLines : kPickerLines); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: acceptCurrent(); return true;
        case Qt::Key_Escape: close(true); return true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            if (m_mode == Mode::Single)
                accept(m_list->currentIndex().row());
            else
                close(true);
            return true;
        case Qt::Key_Space:
            if (m_mode == Mode::Checklist && m_search->text().isEmpty()) {
                accept(m_list->currentIndex().row());
                return true;
            }
            break;
        default: break;
        }
    }
    return CardFrame::eventFilter(watched, event);
}

} // namespace kontor::ui
