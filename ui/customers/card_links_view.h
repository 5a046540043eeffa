// The links of a card as one list: Space ticks a step, Enter opens a person, the plus of a heading adds.
#pragma once

#include "customers/card_links_model.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace kontor::ui {

class CardLinksDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CardLinksDelegate(const CardLinksModel &model, QListView &view) : QStyledItemDelegate(&view), m_model(model), m_view(view) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QRect plusRect(const QRect &row) const; // of a heading
    QRect markRect(const QRect &row) const; // the box or icon of a line

private:
    int widestAmount() const;
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const CardLink &link) const;
    void paintMark(QPainter *painter, const QRect &at, const CardLink &link, const QColor &colour) const;

    const CardLinksModel &m_model;
    QListView &m_view;
};

class CardLinksView : public QListView {
    Q_OBJECT

public:
    explicit CardLinksView(const Formats &formats, QWidget *parent = nullptr);
    CardLinksModel *links() const { return m_model; }
    void retranslate();
    QRect rowRect(const QByteArray &key) const; // of the viewport

signals:
    void actionWanted(QLatin1StringView action);
    void doneToggled(kontor::Id task);
    void customerWanted(kontor::Id customer);
    void fileWanted(const kontor::ui::CardLink &link);
    void cancelWanted();
    void editWanted(const kontor::ui::CardLink &link);
    void removeWanted(const kontor::ui::CardLink &link);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void act(const QModelIndex &index);

    CardLinksModel *m_model;
    CardLinksDelegate *m_delegate;
};

} // namespace kontor::ui
