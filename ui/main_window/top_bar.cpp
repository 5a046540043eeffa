#include "main_window/top_bar.h"

#include "main_window/action_registry.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/start_side.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

FindField::FindField(QWidget *parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

void FindField::setKeys(const QString &keys) {
    m_keys = keys;
    setAccessibleDescription(keys);
    setToolTip(tr("%1 (%2)").arg(text(), keys));
    update();
}

void FindField::retranslate() {
    setText(tr("Find a customer, phone, company"));
    setAccessibleName(text());
    update();
}

void FindField::changeEvent(QEvent *event) {
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QSize FindField::sizeHint() const {
    return QSize(kFindWidth, qMax(kControl, QFontMetrics(textFont(TextRole::Body)).height() + kGap));
}

void FindField::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QColor edge = hasFocus() ? theme.accent : underMouse() ? theme.text2 : theme.lineStrong;
    drawRounded(&painter, rect(), kRadius, theme.surface, edge, hasFocus() ? kFocusWidth : kHair);
    const auto place = [this](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    Icon::paint(&painter, place(QRect(kGap, 0, kIcon, height())), "search"_L1, theme.text3);
    painter.setFont(textFont(TextRole::Caption));
    painter.setPen(theme.text3);
    int keys = painter.fontMetrics().horizontalAdvance(m_keys);
    const int room = width() - kIcon - 2 * kGap - 2 * kLabelGap;
    // The words are more than their key, which the tool tip says too.
    if (keys + QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(text()) > room)
        keys = 0;
    else
        painter.drawText(place(QRect(width() - keys - kLabelGap, 0, keys + 1, height())), Qt::AlignCenter, m_keys);
    const QRect words(kGap + kIcon + kGap, 0, width() - kIcon - 2 * kGap - keys - 2 * kLabelGap, height());
    const QFont body = textFont(TextRole::Body);
    paintLine(&painter, place(words), centredBaseline(words, body), text(), {body, theme.text3}, layoutDirection());
}

TopBar::TopBar(ActionRegistry &actions, QWidget *parent)
    : QWidget(parent),
      m_actions(actions),
      m_back(new QToolButton(this)),
      m_forward(new QToolButton(this)),
      m_find(new FindField(this)),
      m_reminders(new QPushButton(this)),
      m_new(new QPushButton(this)) {
    auto *row = new QHBoxLayout(this);
    setSideMargins(this, row, {kPage - kSmall, kGap, kPage, kGap});
    row->setSpacing(kSmall);
    for (QToolButton *button : {m_back, m_forward}) {
        button->setAutoRaise(true);
        button->setDefaultAction(actions.find(button == m_back ? action::kBack : action::kForward));
        button->setIconSize(QSize(kIcon, kIcon));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    row->addSpacing(kGap);
    row->addWidget(m_find, 1);
    m_find->setMaximumWidth(kFindWidth);
    row->addStretch(0); // only what the field does not take
    m_reminders->setFlat(true);
    m_reminders->setIcon(Icon::get("clock"_L1, Tint::Warn));
    m_reminders->hide();
    row->addWidget(m_reminders);
    makePrimary(m_new, true);
    m_new->setIcon(Icon::get("plus"_L1));
    row->addWidget(m_new);
    connect(m_find, &QAbstractButton::clicked, actions.find(action::kFind), &QAction::trigger);
    connect(m_new, &QAbstractButton::clicked, actions.find(action::kNewCustomer), &QAction::trigger);
    connect(actions.find(action::kNewCustomer), &QAction::changed, this,
            [this] { m_new->setEnabled(m_actions.find(action::kNewCustomer)->isEnabled()); });
    retranslate();
}

void TopBar::retranslate() {
    m_find->setKeys(m_actions.shortcutText(action::kFind));
    m_new->setText(m_actions.plainText(action::kNewCustomer));
    m_new->setAccessibleName(m_new->text());
    m_new->setAccessibleDescription(m_actions.shortcutText(action::kNewCustomer));
    m_new->setToolTip(m_actions.find(action::kNewCustomer)->toolTip());
    m_reminders->setAccessibleDescription(m_actions.shortcutText(action::kReminders));
    m_reminders->setToolTip(m_actions.find(action::kReminders)->toolTip());
    for (QToolButton *button : {m_back, m_forward}) {
        const auto id = button == m_back ? action::kBack : action::kForward;
        button->setAccessibleName(m_actions.plainText(id));
        button->setAccessibleDescription(m_actions.shortcutText(id));
    }
}

void TopBar::setNewIsPrimary(bool primary) { makePrimary(m_new, primary); }

void TopBar::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).window);
}

} // namespace kontor::ui
