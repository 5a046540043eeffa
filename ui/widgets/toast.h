// What an act of mine did, for six seconds at the bottom of the window, with at most one way to answer. Stays while it is hovered or
// focused; two at most.
#pragma once

#include "widgets/card_frame.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace kontor::ui {

struct ToastText {
    QString text;
    QString actionText; // "Undo"; empty: none
    std::function<void()> action;
};

class Toast : public CardFrame {
    Q_OBJECT

public:
    Toast(const ToastText &text, QWidget *parent);
    QString text() const { return m_text; }
    void setLifetime(int milliseconds);

signals:
    void finished();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void resume();

    QString m_text;
    QTimer m_timer;
};

class ToastArea : public QWidget {
    Q_OBJECT

public:
    explicit ToastArea(QWidget *window);
    void add(const ToastText &text);
    int count() const { return int(m_toasts.size()); }
    QWidget *firstFocusable() const; // for F6
    // Keeps the area at the bottom of `place`, a rectangle of the window.
    void setPlace(const QRect &place);

private:
    void remove(Toast *toast);
    void arrange();

    QList<Toast *> m_toasts;
    QRect m_place;
};

} // namespace kontor::ui
