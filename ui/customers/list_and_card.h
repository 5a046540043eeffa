// The list of the customers page and its card: the list alone, as a strip beside the card, or put over it where there is no room for both.
#pragma once

#include <QWidget>

namespace kontor {
class Preferences;
}

namespace kontor::ui {

class CardFrame;
class PaneSplitter;

class ListAndCard : public QWidget {
    Q_OBJECT

public:
    ListAndCard(QWidget *list, Preferences &preferences, QWidget *parent);

    void setCard(QWidget *card);
    void setCardOpen(bool isOpen);
    bool isListOver() const { return m_isOver; }
    bool isListShown() const; // in one way or another
    void showListOver(bool isOver); // nothing where the list is a strip already

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool hasRoomForStrip() const;
    void arrange();
    void placeOver();

    QWidget *m_list;
    QWidget *m_card = nullptr;
    PaneSplitter *m_splitter;
    CardFrame *m_over; // holds the list while it lies over the card
    bool m_isOpen = false;
    bool m_isOver = false;
};

} // namespace kontor::ui
