// A table as lists are here: rows of computed height, whole-row selection and hover, no grid, a filter row under the headers.
#pragma once

#include <QTableView>

namespace kontor::ui {

class FilterHeader;

// What a row says that is the head of the rows after it: a disabled row, painted over the whole width.
enum ListRole { SectionRole = Qt::UserRole + 1, SectionCountRole };

class ListTable : public QTableView {
    Q_OBJECT

public:
    explicit ListTable(QWidget *parent = nullptr);

    FilterHeader *filterHeader() const { return m_header; }
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    int hoveredRow() const { return m_hovered; }
    void setDimmed(bool dimmed); // old rows while new ones are on their way
    void goToFirst(); // row that is no head
    // Takes a widget that stands in place of the rows while it is shown.
    void setPlaceholder(QWidget *placeholder);

signals:
    void opened(const QModelIndex &index); // Enter or double click
    void peeked(const QModelIndex &index); // Alt+Enter
    void escaped();
    void clickedAgain(const QModelIndex &index); // into the row that was the current one already
    void menuWanted(const QPoint &globalPosition); // the right button, Menu key or Shift+F10
    void typedAhead(const QString &text); // letters typed on the list

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyboardSearch(const QString &text) override;

private:
    void setHovered(int row);
    void applyMetrics();
    int enabledRow(int from, int step) const; // -1: there is none that way
    void paintSections(QPainter *painter) const;

    FilterHeader *m_header;
    int m_hovered = -1;
    bool m_compact = false;
    bool m_dimmed = false;
    QPersistentModelIndex m_pressed; // in the row that was the current one
    QString m_typed;
    QWidget *m_placeholder = nullptr;
    class QTimer *m_typedPause;
};

} // namespace kontor::ui
