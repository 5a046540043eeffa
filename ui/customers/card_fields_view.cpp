#include "customers/card_fields_view.h"

#include "customers/card_fields_delegate.h"
#include "customers/card_fields_model.h"
#include "customers/card_origin.h"
#include "forms/own_keys.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kLabelMinimum = 72;
constexpr int kLabelWidth = 112;   // longer names go on in a second line
constexpr int kLabelMaximum = 132; // where a single word is wider, names stand above their values
constexpr int kValueMinimum = 130;
constexpr int kFlash = 4 * kFadeIn;
constexpr int kMarkedMs = 2'000;
} // namespace

CardFieldsView::CardFieldsView(CardFieldsModel *model, QWidget *parent)
    : QTreeView(parent), m_model(model), m_delegate(new CardFieldsDelegate(*model, *this)) {
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setItemsExpandable(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(EditKeyPressed);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    header()->setMinimumSectionSize(0);
    header()->setStretchLastSection(true);
    m_fade.setStartValue(1.0);
    m_fade.setEndValue(0.0);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant &strength) {
        m_delegate->setFlash(m_flashKey, strength.toReal());
        viewport()->update();
    });
    m_unmark.setSingleShot(true);
    m_unmark.setInterval(kMarkedMs);
    connect(&m_unmark, &QTimer::timeout, this, [this] {
        m_delegate->setMarked({});
        viewport()->update();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &CardFieldsView::arrangeColumns);
    connect(model, &QAbstractItemModel::modelReset, this, &CardFieldsView::arrangeColumns);
    connect(model, &QAbstractItemModel::dataChanged, this, &CardFieldsView::scheduleDelayedItemsLayout);
    retranslate();
}

bool CardFieldsView::event(QEvent *event) { return keepOwnKeys(event) || QTreeView::event(event); }

void CardFieldsView::retranslate() {
    setAccessibleName(tr("Fields"));
    header()->setAccessibleName(tr("Fields"));
    arrangeColumns();
}

void CardFieldsView::arrangeColumns() {
    const QFontMetrics body(textFont(TextRole::Body));
    const qreal scale = qMax(1.0, body.height() / 18.0);
    int widest = kLabelMinimum;
    int widestWord = 0;
    for (const CardField &field : m_model->rows()) {
        if (!field.isEditable())
            continue;
        widest = qMax(widest, body.horizontalAdvance(field.label) + kTiny);
        for (const QString &word : field.label.split(u' '))
            widestWord = qMax(widestWord, body.horizontalAdvance(word) + kTiny);
    }
    const int label = qMax(qMin(widest, qRound(kLabelWidth * scale)), widestWord) + kPane + kLabelGap;
    const bool above = widestWord > kLabelMaximum * scale || viewport()->width() - label < kValueMinimum * scale;
    m_delegate->setLabelAbove(above);
    setColumnHidden(CardFieldsModel::Label, above);
    if (!above)
        header()->resizeSection(CardFieldsModel::Label, label);
    scheduleDelayedItemsLayout();
}

void CardFieldsView::setRefusals(const QString &call, const QString &mail) {
    m_callRefusal = call;
    m_mailRefusal = mail;
}

const CardField *CardFieldsView::currentField() const {
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    return row < 0 || !m_model->row(row).isEditable() ? nullptr : &m_model->row(row);
}

int CardFieldsView::neighbour(int row, int step) const {
    for (row += step; row >= 0 && row < m_model->rowCount(); row += step)
        if (m_model->row(row).isEditable() && !m_model->row(row).usesForm())
            return row;
    return -1;
}

void CardFieldsView::restoreCurrent(const QByteArray &column, FieldGroup group) {
    if (column.isEmpty() || currentField())
        return;
    int found = -1;
    for (int row = m_model->rowCount() - 1; row >= 0; --row) {
        const CardField &field = m_model->row(row);
        if (!field.isEditable())
            continue;
        const bool isSame = field.column == column;
        const bool foundSame = found >= 0 && m_model->row(found).column == column;
        if (isSame || (field.group == group && !foundSame))
            found = row;
    }
    if (found >= 0)
        setCurrentIndex(m_model->index(found, CardFieldsModel::Value));
}

QRect CardFieldsView::rowRect(const QByteArray &key) const {
    const int row = m_model->find(key);
    return row < 0 ? QRect() : visualRect(m_model->index(row, CardFieldsModel::Value));
}

void CardFieldsView::editRow(int row) {
    const QModelIndex index = m_model->index(row, CardFieldsModel::Value);
    setCurrentIndex(index);
    scrollTo(index);
    if (m_model->row(row).state == CardField::State::Undecided)
        return emit decisionWanted();
    if (!m_model->flags(index).testFlag(Qt::ItemIsEditable))
        return emit lockedEditWanted();
    if (m_model->row(row).usesForm())
        return emit formWanted(m_model->row(row));
    QTreeView::edit(index);
}

void CardFieldsView::editField(const QByteArray &key) {
    if (const int row = m_model->find(key); row >= 0)
        editRow(row);
}

bool CardFieldsView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) {
    const QModelIndex value = index.siblingAtColumn(CardFieldsModel::Value);
    const int row = value.row();
    const bool isElsewhere = row >= 0 && (m_model->row(row).usesForm() || m_model->row(row).state == CardField::State::Undecided ||
                                          !value.flags().testFlag(Qt::ItemIsEditable));
    if (trigger == EditKeyPressed && isElsewhere) { // F2
        editRow(row);
        return false;
    }
    const bool opens = state() != EditingState && (trigger == AllEditTriggers || trigger & editTriggers()) &&
                       value.flags().testFlag(Qt::ItemIsEditable);
    if (opens) {
        m_model->beginEdit(value.row());
        emit editorOpened(m_model->row(value.row()).key);
    }
    return QTreeView::edit(value, trigger, event);
}

// Tab leads on to the next field as long as there is one, then out of the list.
void CardFieldsView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) {
    const int step = hint == QAbstractItemDelegate::EditNextItem ? 1 : hint == QAbstractItemDelegate::EditPreviousItem ? -1 : 0;
    const int from = currentIndex().row();
    QTreeView::closeEditor(editor, step == 0 ? hint : QAbstractItemDelegate::NoHint);
    m_model->endEdit();
    if (step == 0) {
        emit editorClosed();
        return;
    }
    if (const int next = neighbour(from, step); next >= 0)
        return editRow(next);
    emit editorClosed();
    focusNextPrevChild(step > 0);
}

void CardFieldsView::keyPressEvent(QKeyEvent *event) {
    const CardField *field = currentField();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (field && isEnter && event->modifiers() == Qt::NoModifier && !isEditing())
        return editRow(currentIndex().row());
    if (field && event->key() == Qt::Key_Escape && field->isKept())
        return m_model->dropTyped(currentIndex().row());
    if (field && event->matches(QKeySequence::Copy))
        return copy(*field);
    if (field && event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier && !isEditing())
        return emit removeWanted(*field);
    QTreeView::keyPressEvent(event);
}

void CardFieldsView::copy(const CardField &field) {
    QGuiApplication::clipboard()->setText(field.text);
    emit copied(field);
}

void CardFieldsView::mouseReleaseEvent(QMouseEvent *event) {
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid() || !m_model->row(index.row()).isEditable() || isEditing())
        return;
    actAt(index.siblingAtColumn(CardFieldsModel::Value), event->position().toPoint());
}

void CardFieldsView::actAt(const QModelIndex &index, const QPoint &position) {
    const CardField field = m_model->row(index.row());
    switch (m_delegate->partAt(visualRect(index), field, position)) {
    case CardFieldsDelegate::Part::Action: return emit launchWanted(field);
    case CardFieldsDelegate::Part::Copy: return copy(field);
    case CardFieldsDelegate::Part::Origin: return emit originWanted(field);
    case CardFieldsDelegate::Part::Note: return emit customerWanted(field.noteCustomer);
    case CardFieldsDelegate::Part::Value: return editRow(index.row());
    }
}

void CardFieldsView::contextMenuEvent(QContextMenuEvent *event) {
    const bool isMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = isMouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || !m_model->row(index.row()).isEditable())
        return;
    setCurrentIndex(index.siblingAtColumn(CardFieldsModel::Value));
    emit menuWanted(m_model->row(index.row()),
                    isMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(index).center()));
}

QString CardFieldsView::toolTipOf(const CardField &field) const {
    if (field.source != CardField::Source::Point)
        return field.ownKind == "link"_L1 ? tr("Open") : QString();
    const QString refusal = field.column == "phone" ? m_callRefusal : field.column == "email" ? m_mailRefusal : QString();
    if (!refusal.isEmpty())
        return refusal;
    if (field.column == "phone")
        return tr("Dial (%1)").arg(QKeySequence(u"Shift+F7"_s).toString(QKeySequence::NativeText));
    return field.column == "email" ? tr("Write an e-mail (%1)").arg(QKeySequence(u"Ctrl+F8"_s).toString(QKeySequence::NativeText))
                                   : tr("Open");
}

QString CardFieldsView::toolTipOf(CardFieldsDelegate::Part part, const CardField &field) const {
    switch (part) {
    case CardFieldsDelegate::Part::Action: return toolTipOf(field);
    case CardFieldsDelegate::Part::Copy: return tr("Copy");
    case CardFieldsDelegate::Part::Origin:
        return tr("Where does this come from? (%1)")
            .arg(QKeySequence(QString(kValueOriginKeys)).toString(QKeySequence::NativeText));
    default: return {};
    }
}

bool CardFieldsView::viewportEvent(QEvent *event) {
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos()).siblingAtColumn(CardFieldsModel::Value);
        if (index.isValid()) {
            const CardField &field = m_model->row(index.row());
            const auto part = m_delegate->partAt(visualRect(index), field, help->pos());
            if (const QString words = toolTipOf(part, field); !words.isEmpty()) {
                QToolTip::showText(help->globalPos(), words, this);
                return true;
            }
        }
    }
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::Leave)
        viewport()->update();
    return QTreeView::viewportEvent(event);
}

void CardFieldsView::focusInEvent(QFocusEvent *event) {
    QTreeView::focusInEvent(event);
    if (!currentField())
        if (const int first = neighbour(-1, 1); first >= 0)
            setCurrentIndex(m_model->index(first, CardFieldsModel::Value));
    viewport()->update();
}

void CardFieldsView::resizeEvent(QResizeEvent *event) {
    QTreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrangeColumns();
}

void CardFieldsView::changeEvent(QEvent *event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrangeColumns();
}

void CardFieldsView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    QTreeView::drawRow(painter, option, index);
    if (hasFocus() && currentIndex().row() == index.row())
        drawRounded(painter, option.rect.adjusted(kTiny, kTiny, -kTiny, -kTiny), kSmall, {}, themeOf(this).accent, kFocusWidth);
}

void CardFieldsView::mark(const QSet<QByteArray> &keys) {
    m_delegate->setMarked(keys);
    m_unmark.start();
    viewport()->update();
}

void CardFieldsView::flash(const QByteArray &key) {
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0)
        return;
    m_flashKey = key;
    m_fade.stop();
    m_fade.setDuration(kFlash);
    m_fade.start();
}

} // namespace kontor::ui
