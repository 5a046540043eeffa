// Items in reading order that go on in a further row where one is full: chips and buttons wrap before they elide.
#pragma once

#include <QLayout>
#include <QList>

namespace kontor::ui {

class FlowLayout : public QLayout {
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void setRowSpacing(int spacing) { m_rowSpacing = spacing; } // between rows; else as between items
    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const; // returns the height

    QList<QLayoutItem *> m_items;
    int m_rowSpacing = -1;
};

} // namespace kontor::ui
