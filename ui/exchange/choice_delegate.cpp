#include "exchange/choice_delegate.h"

#include "theme/icon.h"
#include "theme/metrics.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGuiApplication>
#include <QStyle>
#include <QTimer>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

// Tells when the list went, chosen from or not.
class ListWatcher : public QObject {
public:
    ListWatcher(QComboBox *list, std::function<void()> gone) : QObject(list), m_gone(std::move(gone)) {
        list->view()->parentWidget()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        if (event->type() == QEvent::Hide)
            QTimer::singleShot(0, this, m_gone); // a choice comes after it
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_gone;
};

} // namespace

ChoiceDelegate::ChoiceDelegate(Choices choices, int nameColumn, QObject *parent)
    : QStyledItemDelegate(parent), m_choices(std::move(choices)), m_nameColumn(nameColumn) {}

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const {
    auto *list = new QComboBox(parent);
    for (const CellChoice &choice : m_choices(index.row()))
        list->addItem(choice.text, choice.value);
    list->setAccessibleName(index.siblingAtColumn(m_nameColumn).data().toString());
    // What can be chosen is read whole, also where the cell is narrower.
    const int bar = list->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, list);
    list->view()->setMinimumWidth(list->view()->sizeHintForColumn(0) + bar + 2 * metrics::kGap);
    auto *own = const_cast<ChoiceDelegate *>(this); // editors are made by a const function
    connect(list, &QComboBox::activated, own, [own, list] { own->take(list); });
    // Without its list the arrows would choose unseen, while the person means to go to another row.
    new ListWatcher(list, [own, list, view = parent->parentWidget()] {
        const bool hadKeys = list->window()->focusWidget() == list;
        emit own->closeEditor(list, RevertModelCache);
        if (hadKeys)
            view->setFocus(Qt::OtherFocusReason);
    });
    return list;
}

void ChoiceDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    option->icon = Icon::get("chevron-down"_L1);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationPosition = QStyleOptionViewItem::Right;
    option->decorationSize = QSize(metrics::kSmallIcon, metrics::kSmallIcon);
}

void ChoiceDelegate::take(QWidget *editor) {
    emit commitData(editor);
    emit closeEditor(editor);
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    auto *list = static_cast<QComboBox *>(editor);
    list->setCurrentIndex(list->findData(index.data(Qt::EditRole)));
    list->showPopup();
}

// All of the cell: its own mark would stand beside that of the list.
void ChoiceDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const {
    editor->setGeometry(option.rect);
}

void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const {
    model->setData(index, static_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
}

void openChoicesAtOnce(QAbstractItemView *view) {
    view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    QObject::connect(view, &QAbstractItemView::clicked, view, [view](const QModelIndex &index) {
        if (index.flags() & Qt::ItemIsEditable && QGuiApplication::keyboardModifiers() == Qt::NoModifier)
            view->edit(index);
    });
}

} // namespace kontor::ui
