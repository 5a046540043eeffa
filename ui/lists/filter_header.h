// The header of a list with a row of filter cells under the titles. The cells are placed from the positions of the sections, and mirrored
// with them. What a cell means is the page's business: it gives the editors and listens to them.
#pragma once

#include <QHeaderView>

namespace kontor::ui {

class FilterHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit FilterHeader(QWidget *parent);

    // Takes the editor; a column without one has an empty cell.
    void setEditor(int column, QWidget *editor);
    void removeEditor(int column);
    QWidget *editor(int column) const { return m_editors.value(column); }
    void setFiltering(int column, bool filtering); // tints the cell
    void setFilterRowVisible(bool visible);
    bool isFilterRowVisible() const { return m_visible; }
    void focusFirstEditor();
    void focusEditor(int column);
    QSize sizeHint() const override;
    void placeEditors(); // under their columns, as they are scrolled now

signals:
    void scaled(double ratio); // the shown columns, with the text
    void left(); // Down or Enter in a cell: to the rows
    void escapedCell(int column);

protected:
    void updateGeometries() override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int filterHeight() const;
    int titleHeight() const;
    void scaleSections();
    QList<int> columnsInOrder() const; // as they are seen, those with a visible editor

    QHash<int, QWidget *> m_editors;
    bool m_visible = true;
    qreal m_charWidth = 0;
};

} // namespace kontor::ui
