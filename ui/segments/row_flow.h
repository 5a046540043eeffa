// Editors in reading order that go on in a further line where one is full, centred on their line; an item may itself need several lines.
#pragma once

#include <QLayout>

namespace kontor::ui {

class RowFlow : public QLayout {
    Q_OBJECT

public:
    explicit RowFlow(QWidget *parent = nullptr);
    ~RowFlow() override;

    void addItem(QLayoutItem *item) override { m_items << item; }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool apply) const; // returns the height

    QList<QLayoutItem *> m_items;
};

} // namespace kontor::ui
