#include "widgets/toast.h"

#include "theme/icon.h"
#include "theme/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kMostToasts = 2;
}

Toast::Toast(const ToastText &text, QWidget *parent) : CardFrame(CardKind::Floating, parent), m_text(text.text) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGap, kSmall, kGap, kSmall); // the same at both sides: margins are not mirrored
    row->setSpacing(kGap);
    row->addSpacing(kSmall);
    auto *label = new QLabel(text.text, this);
    label->setTextFormat(Qt::PlainText);
    row->addWidget(label, 1);
    if (!text.actionText.isEmpty()) {
        auto *button = new QPushButton(text.actionText, this);
        button->setFlat(true);
        button->setAccessibleName(text.actionText);
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, action = text.action] {
            emit finished();
            if (action)
                action();
        });
        row->addWidget(button);
    }
    auto *close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(Icon::get("close"_L1));
    close->setAccessibleName(tr("Close"));
    close->installEventFilter(this);
    connect(close, &QToolButton::clicked, this, &Toast::finished);
    row->addWidget(close);
    setAccessibleName(text.text);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kToastTime);
    connect(&m_timer, &QTimer::timeout, this, &Toast::finished);
    m_timer.start();
}

void Toast::setLifetime(int milliseconds) { m_timer.start(milliseconds); }

void Toast::enterEvent(QEnterEvent *) { m_timer.stop(); }

void Toast::leaveEvent(QEvent *) { resume(); }

void Toast::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape)
        return emit finished();
    CardFrame::keyPressEvent(event);
}

bool Toast::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::FocusIn)
        m_timer.stop();
    else if (event->type() == QEvent::FocusOut)
        resume();
    return CardFrame::eventFilter(watched, event);
}

void Toast::resume() {
    if (!underMouse())
        m_timer.start();
}

ToastArea::ToastArea(QWidget *window) : QWidget(window) {
    setAccessibleName(tr("Messages"));
    hide();
}

void ToastArea::add(const ToastText &text) {
    if (!m_toasts.isEmpty() && m_toasts.last()->text() == text.text && !text.action)
        return m_toasts.last()->setLifetime(kToastTime); // once is enough
    while (m_toasts.size() >= kMostToasts)
        remove(m_toasts.first());
    auto *toast = new Toast(text, this);
    m_toasts.append(toast);
    connect(toast, &Toast::finished, this, [this, toast] { remove(toast); });
    toast->show();
    arrange();
    raise(); // only when it comes: a popover that is opened later lies above
}

QWidget *ToastArea::firstFocusable() const {
    return m_toasts.isEmpty() ? nullptr : m_toasts.last()->findChild<QAbstractButton *>();
}

void ToastArea::setPlace(const QRect &place) {
    m_place = place;
    arrange();
}

void ToastArea::remove(Toast *toast) {
    if (!m_toasts.removeOne(toast))
        return;
    toast->hide();
    toast->deleteLater();
    arrange();
}

void ToastArea::arrange() {
    if (m_toasts.isEmpty())
        return hide();
    int width = 0, height = 0;
    for (const Toast *toast : m_toasts) {
        width = qMax(width, toast->sizeHint().width());
        height += toast->sizeHint().height();
    }
    width = qMin(width, m_place.width());
    setGeometry(m_place.left() + (m_place.width() - width) / 2, m_place.bottom() - height - kPane, width, height);
    int top = 0;
    for (Toast *toast : m_toasts) {
        const QSize size = toast->sizeHint();
        toast->setGeometry((width - qMin(size.width(), width)) / 2, top, qMin(size.width(), width), size.height());
        top += size.height();
    }
    QWidget::show();
}

} // namespace kontor::ui
