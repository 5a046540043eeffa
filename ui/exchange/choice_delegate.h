// A cell that is one of a few choices, marked by an arrow: a list, opened by a click, the first letter typed or F2.
#pragma once

#include <QStyledItemDelegate>

#include <functional>

class QAbstractItemView;

namespace kontor::ui {

struct CellChoice {
    QVariant value; // of Qt::EditRole
    QString text;
};

class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using Choices = std::function<QList<CellChoice>(int row)>;
    // `nameColumn`: whose text names the list for those who hear the screen.
    ChoiceDelegate(Choices choices, int nameColumn, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void take(QWidget *editor);

    Choices m_choices;
    int m_nameColumn;
};

// What opens it.
void openChoicesAtOnce(QAbstractItemView *view);

} // namespace kontor::ui
