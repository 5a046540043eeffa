// A list of names in the settings: F2 or a double click renames, Delete removes, Alt+Up, Alt+Down and dragging order. A line may have a colour, and
// a note at its end that is not part of the name. What the person wants is told; the pane does it and fills the list anew.
#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

namespace kontor::ui {

class RenamePause;

struct NameLine {
    QVariant key; // what stays the same when the name changes
    QString name;
    QString note = {};
    int colour = -1;     // of the tags of the theme; -1: none
    QString spoken = {}; // what a screen reader says; empty: name and note
};

class NameList : public QListWidget {
    Q_OBJECT

public:
    explicit NameList(QWidget *parent);

    // Stays at the current line by its key, at `select` if it was asked for, else near where it was. While a name is typed nothing
    // happens, and refillWanted() comes afterwards.
    void setLines(const QList<NameLine> &lines);
    void select(const QVariant &key); // when it is there
    QVariant currentKey() const;      // invalid: none
    bool isRenaming() const;
    void renameCurrent();

    void setNumbered(bool numbered); // 1 to 9 before the names
    bool isNumbered() const { return m_isNumbered; }
    void setRenamable(bool renamable);
    void setMovable(bool movable);

signals:
    void renamed(const QString &name); // of the current line
    void moveWanted(int row);          // of the current line
    void removeWanted();
    void refillWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override;
    void dropEvent(QDropEvent *event) override;

private:
    int draggedRow(const QMimeData &data) const; // -1: of another list

    RenamePause *m_pause;
    QVariant m_toSelect;
    bool m_isNumbered = false;
    bool m_isRenamable = true;
    bool m_isMovable = false;
};

class NameListDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, NoteRole, ColourRole };
    explicit NameListDelegate(NameList *list) : QStyledItemDelegate(list), m_list(*list) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int leadWidth(const QModelIndex &index) const;

    NameList &m_list;
};

} // namespace kontor::ui
