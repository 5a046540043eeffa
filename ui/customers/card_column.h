// Fields and links of a card below each other. Where there is little height they scroll as one, so that there are not two small windows into two long lists.
#pragma once

#include <QStackedWidget>
#include <QTimer>

class QAbstractItemView;
class QScrollArea;
class QVBoxLayout;

namespace kontor {
class Preferences;
}

namespace kontor::ui {

class CardFieldsPane;
class CardLinksView;
class PaneSplitter;

class CardColumn : public QStackedWidget {
    Q_OBJECT

public:
    CardColumn(CardFieldsPane *fields, CardLinksView *links, Preferences &preferences, QWidget *parent = nullptr);

    void takeLinks();  // below the fields; another splitter takes them away by itself
    void leaveLinks(); // to be called when it did
    QScrollArea *together() const { return m_together; }
    bool isTogether() const { return m_isTogether; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void fit(); // each list is as high as its lines, while both scroll as one
    void follow(QAbstractItemView *view);
    void showCurrent(const QAbstractItemView *view);
    QList<QAbstractItemView *> views() const;

    CardFieldsPane *m_fields;
    CardLinksView *m_links;
    PaneSplitter *m_apart;
    QScrollArea *m_together;
    QVBoxLayout *m_column;
    QTimer m_fitLater;
    bool m_hasLinks = false;
    bool m_isTogether = false;
};

} // namespace kontor::ui
