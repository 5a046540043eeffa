// The tree of a rule as rows in boxes: one box for each group, which owns the word between its rows.
#pragma once

#include "segments/rule_draft.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QToolButton;

namespace kontor::ui {

struct BuilderContext;
class ConditionRow;
class GroupGrip;

class RuleView : public QWidget {
    Q_OBJECT

public:
    RuleView(const BuilderContext &context, RuleDraft &draft, QWidget *parent);

    void rebuild(); // from the draft
    void focusRow(const RulePath &path);
    void focusFirst();
    RulePath focusedPlace() const; // the row or group that has the focus; empty: none, or the outermost group
    QList<ConditionRow *> rows() const;
    ConditionRow *rowAt(const RulePath &path) const;
    int unusedRows() const;
    // Of a template: the numbers of these lines of the outermost group are marked until they are changed.
    void markNumbers(const QList<int> &lines);

    void addCondition(); // behind the row with the focus
    void addGroup();
    void wrapFocused(); // or all rows that are selected
    QList<RulePath> selected() const { return m_selected; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void rowFocused(QWidget *row);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    // What stands in the view for one condition or one group.
    struct Item {
        RulePath path;
        ConditionRow *row = nullptr; // of a condition
        GroupGrip *grip = nullptr;   // of a group but the outermost
        QComboBox *match = nullptr;  // these four of a group
        QToolButton *remove = nullptr;
        QPushButton *addCondition = nullptr;
        QPushButton *addGroup = nullptr;
        mutable QRect frame; // in left to right
        QList<QWidget *> widgets() const; // in the order of the keys
    };
    void take(const RulePath &focus, bool isSameShape);
    void refresh();
    void addItems(const segments::Group &group, const RulePath &path);
    Item groupItem(const segments::Group &group, const RulePath &path);
    Item rowItem(const segments::Condition &condition, const RulePath &path);
    template <class Taken>
    void wireMoves(Taken *taken, const RulePath &path); // by keys and by dragging
    void setTabOrders();
    const Item *itemAt(const RulePath &path) const;
    int arrangeGroup(const RulePath &path, const QRect &room, bool apply) const; // returns the height
    void put(QWidget *widget, const QRect &place, bool apply) const;
    int gutter() const;
    void step(const RulePath &from, int by);
    void select(const RulePath &at, int by);
    void clearSelection();
    void noteFocus(const RulePath &path);
    RulePath dropPlace(const RulePath &path, int y) const; // in front of what a row or group is dropped at that height
    int dropLine(const RulePath &place) const;
    void drag(const RulePath &path, const QPoint &globalPosition);
    void drop(const RulePath &path, const QPoint &globalPosition);
    void showMenu(const RulePath &path, const QPoint &globalPosition);

    const BuilderContext &m_context;
    RuleDraft &m_draft;
    QList<Item> m_items;
    QList<RulePath> m_selected; // side by side in one group, from top to bottom; empty: none, or only the one with the focus
    RulePath m_selectedFrom;
    bool m_isSelecting = false;
    RulePath m_drop; // where what is dragged would go; empty: nothing is dragged
};

} // namespace kontor::ui
