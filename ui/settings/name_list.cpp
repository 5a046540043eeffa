#include "settings/name_list.h"

#include "forms/rename_pause.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
const QString kDraggedLine = u"application/x-kontor-line"_s;
}

NameList::NameList(QWidget *parent) : QListWidget(parent) {
    setItemDelegate(new NameListDelegate(this));
    m_pause = new RenamePause(this);
    setEditTriggers(EditKeyPressed | DoubleClicked);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    connect(m_pause, &RenamePause::over, this, &NameList::refillWanted);
    connect(this, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) { emit renamed(item->text()); });
}

void NameList::setLines(const QList<NameLine> &lines) {
    if (m_pause->putsOff())
        return;
    const QVariant wanted = m_toSelect.isValid() ? m_toSelect : currentKey();
    int chosen = qMin(qMax(0, currentRow()), int(lines.size()) - 1);
    {
        const QSignalBlocker quiet(this);
        clear();
        for (const NameLine &line : lines) {
            auto *item = new QListWidgetItem(line.name, this);
            item->setFlags(item->flags().setFlag(Qt::ItemIsEditable, m_isRenamable));
            item->setData(NameListDelegate::KeyRole, line.key);
            item->setData(NameListDelegate::NoteRole, line.note);
            item->setData(NameListDelegate::ColourRole, line.colour);
            item->setToolTip(line.note);
            const QString both = line.note.isEmpty() ? line.name : tr("%1, %2").arg(line.name, line.note);
            item->setData(Qt::AccessibleTextRole, line.spoken.isEmpty() ? both : line.spoken);
            if (line.key == wanted)
                chosen = row(item);
        }
        setCurrentRow(chosen);
    }
    m_toSelect = {};
    emit currentRowChanged(currentRow());
}

void NameList::select(const QVariant &key) {
    m_toSelect = key;
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(NameListDelegate::KeyRole) == key)
            setCurrentRow(i);
}

QVariant NameList::currentKey() const { return currentItem() ? currentItem()->data(NameListDelegate::KeyRole) : QVariant(); }

bool NameList::isRenaming() const { return m_pause->isRenaming(); }

void NameList::renameCurrent() {
    if (currentItem() && m_isRenamable)
        editItem(currentItem());
}

void NameList::setNumbered(bool numbered) { m_isNumbered = numbered; }

void NameList::setRenamable(bool renamable) {
    m_isRenamable = renamable;
    const QSignalBlocker quiet(this);
    for (int i = 0; i < count(); ++i)
        item(i)->setFlags(item(i)->flags().setFlag(Qt::ItemIsEditable, renamable));
}

void NameList::setMovable(bool movable) {
    m_isMovable = movable;
    setDragDropMode(movable ? InternalMove : NoDragDrop);
}

void NameList::keyPressEvent(QKeyEvent *event) {
    const bool isAlt = event->modifiers().testFlag(Qt::AltModifier);
    const int by = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (isAlt && by != 0) {
        if (m_isMovable && currentRow() >= 0 && currentRow() + by >= 0 && currentRow() + by < count())
            emit moveWanted(currentRow() + by);
        return;
    }
    if (event->key() == Qt::Key_Delete && currentItem())
        return emit removeWanted();
    QListWidget::keyPressEvent(event);
}

// What is dragged tells where it comes from: a line of another list is none of this one.
QMimeData *NameList::mimeData(const QList<QListWidgetItem *> &items) const {
    QMimeData *data = QListWidget::mimeData(items);
    if (data && !items.isEmpty())
        data->setData(kDraggedLine, QByteArray::number(quintptr(this)) + ' ' + QByteArray::number(row(items.first())));
    return data;
}

int NameList::draggedRow(const QMimeData &data) const {
    const QList<QByteArray> parts = data.data(kDraggedLine).split(' ');
    return parts.size() == 2 && parts[0] == QByteArray::number(quintptr(this)) ? parts[1].toInt() : -1;
}

// The line is not moved here: the list is filled anew when it has been written.
void NameList::dropEvent(QDropEvent *event) {
    const int from = draggedRow(*event->mimeData());
    const QModelIndex at = indexAt(event->position().toPoint());
    int to = at.isValid() ? at.row() : count();
    if (at.isValid() && dropIndicatorPosition() == BelowItem)
        ++to;
    if (to > from)
        --to;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
    if (from < 0 || to == from || !m_isMovable)
        return;
    setCurrentRow(from);
    emit moveWanted(to);
}

// Of the number or the dot before the name.
int NameListDelegate::leadWidth(const QModelIndex &index) const {
    if (m_list.isNumbered())
        return QFontMetrics(textFont(TextRole::Caption)).horizontalAdvance(m_list.locale().toString(8)) + kGap;
    return index.data(ColourRole).toInt() >= 0 ? kSmallIcon + kGap : 0;
}

QSize NameListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    return {0, qMax(kControl, QStyledItemDelegate::sizeHint(option, index).height())};
}

void NameListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const PainterState state(painter);
    const Theme &theme = themeOf(&m_list);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    m_list.style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, &m_list);

    if (option.state.testFlag(QStyle::State_HasFocus) && m_list.currentIndex() == index)
        drawRounded(painter, option.rect.adjusted(1, 1, -1, -1), kSmall, {}, theme.accent, kFocusWidth);

    QRect inner = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
    const int nameStart = inner.left() + leadWidth(index);
    const QFont body = textFont(TextRole::Body);
    const QFont caption = textFont(TextRole::Caption);
    const int baseline = centredBaseline(inner, body);
    const QColor quiet = isSelected ? theme.selText2 : theme.text3;
    if (m_list.isNumbered()) {
        paintLine(painter, placed(QRect(inner.left(), inner.top(), nameStart - inner.left(), inner.height())), baseline,
                  m_list.locale().toString(index.row() + 1), {caption, quiet}, option.direction);
    }
    if (const int colour = index.data(ColourRole).toInt(); colour >= 0) {
        const ColourPair &pair = theme.tags[size_t(qMin(colour, 7))];
        const QRect dot(inner.left(), inner.center().y() - kSmallIcon / 2, kSmallIcon, kSmallIcon);
        painter->setRenderHint(QPainter::Antialiasing);
        drawRounded(painter, QRectF(placed(dot)).adjusted(1, 1, -1, -1), kSmallIcon / 2.0, pair.background, pair.foreground);
    }
    inner.setLeft(nameStart);
    const QString note = index.data(NoteRole).toString();
    const QString name = index.data().toString();
    const int space = inner.width() - kPane;
    const int nameWidth = qMin(QFontMetrics(body).horizontalAdvance(name), note.isEmpty() ? space : space * 2 / 3);
    const int noteWidth = qMin(QFontMetrics(caption).horizontalAdvance(note), space - nameWidth);
    paintLine(painter, placed(QRect(inner.left(), inner.top(), inner.width() - noteWidth - kGap, inner.height())), baseline, name,
              {body, isSelected ? theme.selText : theme.text}, option.direction);
    paintLine(painter, placed(QRect(inner.right() + 1 - noteWidth, inner.top(), noteWidth, inner.height())), baseline, note,
              {caption, quiet}, option.direction);
}

QWidget *NameListDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    Q_UNUSED(option)
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(tr("New name of “%1”").arg(index.data().toString()));
    return edit;
}

// What is typed stands where the name stood.
void NameListDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const QRect place = option.rect.adjusted(leadWidth(index) + kLabelGap, 0, 0, 0);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, place));
}

} // namespace kontor::ui
