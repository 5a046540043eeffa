// A cell that is one of a few choices: a list, opened by the first letter typed, F2 or a click on the current cell.
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
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    void take(QWidget *editor);

    Choices m_choices;
    int m_nameColumn;
};

// Triggers that go with it.
void openChoicesByTyping(QAbstractItemView *view);

} // namespace kontor::ui
