#include "exchange/choice_delegate.h"

#include "theme/icon.h"
#include "theme/metrics.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGuiApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

ChoiceDelegate::ChoiceDelegate(Choices choices, int nameColumn, QObject *parent)
    : QStyledItemDelegate(parent), m_choices(std::move(choices)), m_nameColumn(nameColumn) {}

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const {
    auto *list = new QComboBox(parent);
    for (const CellChoice &choice : m_choices(index.row()))
        list->addItem(choice.text, choice.value);
    list->setAccessibleName(index.siblingAtColumn(m_nameColumn).data().toString());
    auto *own = const_cast<ChoiceDelegate *>(this); // editors are made by a const function
    connect(list, &QComboBox::activated, own, [own, list] { own->take(list); });
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
