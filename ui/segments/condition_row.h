// One condition: its sentence, and its editors while it is being edited. Thirty of them stay thirty widgets.
#pragma once

#include "segments/builder_context.h"

#include <QFrame>

namespace kontor::ui {

class ConditionEditor;
class PaletteLabel;

class ConditionRow : public QFrame {
    Q_OBJECT

public:
    ConditionRow(const BuilderContext &context, const segments::Condition &condition, QWidget *parent);

    void setCondition(const segments::Condition &condition);
    const segments::Condition &condition() const { return m_condition; }
    const segments::Condition &wanted() const { return m_wanted; }
    void setConnective(const QString &word); // "and", "or"; empty for the first of its group
    const QString &sentence() const { return m_sentence; }
    bool isUsed() const { return m_problem.isEmpty(); }
    QString warning() const; // why it is not used yet

    void setSelected(bool isSelected); // with others, to be put into a group
    void setMarked(bool isMarked);     // its numbers are a template's, and to be looked at
    QRect gripRect() const;            // where the mouse takes it to drag it

    bool isUnfolded() const { return m_editor != nullptr; }
    void unfold(); // and focuses the first value, or opens the list of what a condition can look at
    void fold();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void edited(const QString &part); // what it is to be now: wanted()
    void removeWanted();
    void moveWanted(int by);
    void stepWanted(int by);   // the focus
    void focused();            // and not to be selected with others
    void selectWanted(int by); // that row beside the ones selected too; 0: up to this one
    void dragged(const QPoint &globalPosition);
    void dropped(const QPoint &globalPosition);
    void dragLeft();   // Esc: it stays where it is
    void nextWanted(); // Enter in the last editor
    void menuWanted(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void describe();
    void makeEditor();
    void watchEditors();
    void foldIfLeft();
    bool handleEditorKey(QWidget *editor, QKeyEvent *event);
    QRect removeRect() const;
    QRect textRect(int width) const;
    void paintSentence(QPainter &painter, const QRect &place, bool isTop) const;

    const BuilderContext &m_context;
    segments::Condition m_condition;
    segments::Condition m_wanted;
    QString m_connective;
    QString m_sentence;
    enum class Drag { None, Pressed, Moving } m_drag = Drag::None;
    QPoint m_pressedAt;
    bool m_isSelected = false;
    bool m_isMarked = false;
    QString m_problem; // why it is not used yet; empty: it is
    ConditionEditor *m_editor = nullptr;
    PaletteLabel *m_problemLabel = nullptr;
};

} // namespace kontor::ui
