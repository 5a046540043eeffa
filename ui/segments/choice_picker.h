// A popover with a search field over a list: one thing to pick, or several to tick. Belongs to the control that opens it; it goes away when the
// focus leaves it, and gives the focus back when something was picked or Esc was pressed.
#pragma once

#include "widgets/card_frame.h"

#include <QAbstractListModel>
#include <QPointer>

class QLineEdit;
class QListView;

namespace kontor::ui {

struct PickerItem {
    QString text;
    QString section; // items of one section stand together
    QString count;   // at the end of the line
    bool isTicked = false;
};

// The lines that fit what was typed, with the titles of their sections.
class PickerModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ItemRole = Qt::UserRole, CountRole, OwnTextRole };

    PickerModel(bool isChecklist, QObject *parent);
    void setItems(const QList<PickerItem> &items);
    const QList<PickerItem> &items() const { return m_items; }
    // `ownText`: also offered as it was typed, where no item is called so.
    void filter(const QString &typed, const QString &ownText);
    void toggle(int row);
    int itemAt(int row) const; // -1: a title, or the text as typed
    int firstItemRow() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        int item = -1;
        QString title;
        QString ownText;
    };
    void addTicked(const QString &text);

    bool m_isChecklist;
    QList<PickerItem> m_items;
    QList<Row> m_rows;
};

class ChoicePicker : public CardFrame {
    Q_OBJECT

public:
    enum class Mode { Single, Checklist };

    ChoicePicker(Mode mode, QWidget *anchor);
    void setItems(const QList<PickerItem> &items);
    const QList<PickerItem> &items() const { return m_model->items(); }
    void setWords(const QString &accessibleName, const QString &placeholder);
    void setTakesOwnText(bool takes) { m_takesOwnText = takes; }
    void open();
    // The focus stays in what `widget` opened.
    static bool isOpenFor(const QWidget *widget, const QWidget *focus);

signals:
    void picked(int item);
    void ticked(const QStringList &texts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void refilter();
    void moveCurrent(int by);
    void accept(int row);
    void acceptCurrent();
    void close(bool giveFocusBack);
    void describeCurrent();

    Mode m_mode;
    QPointer<QWidget> m_anchor;
    QLineEdit *m_search;
    QListView *m_list;
    PickerModel *m_model;
    bool m_takesOwnText = false;
};

} // namespace kontor::ui
