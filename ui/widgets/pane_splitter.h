// Panes beside or below each other. The borders between them are moved by the mouse or by keys, and stay where the person put them on this PC.
#pragma once

#include <QPointer>
#include <QSplitter>

namespace kontor {
class Preferences;
}

namespace kontor::ui {

class PaneSplitter : public QSplitter {
    Q_OBJECT

public:
    PaneSplitter(Qt::Orientation orientation, Preferences &preferences, QWidget *parent = nullptr);

    // Sizes at ordinary text; 0: the one pane that takes what the others leave. The person's own sizes, kept under `name`, go before.
    void arrange(const QString &name, const QList<int> &wanted);
    void reset(); // as wanted

    // Gives the keys to the first border that the window shows. False: there is none.
    static bool moveBordersOf(const QWidget *window);
    static bool hasBorders(const QWidget *window);

protected:
    QSplitterHandle *createHandle() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    friend class PaneHandle;
    QList<int> chosen() const; // as kept; empty: none
    void apply();
    void keep();

    Preferences &m_preferences;
    QString m_name;
    QList<int> m_wanted;
};

// A border. While it has the keys, arrows move it, Tab goes on to the next, Home puts it back, Enter and Esc leave it.
class PaneHandle : public QSplitterHandle {
    Q_OBJECT

public:
    PaneHandle(Qt::Orientation orientation, PaneSplitter *splitter);
    void takeKeys(QWidget *before);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void moveBy(int pixels); // towards the end of the window

    PaneSplitter &m_splitter;
    QPointer<QWidget> m_before; // where the keys go back to
};

} // namespace kontor::ui
