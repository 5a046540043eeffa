#include "customers/card_header.h"

#include "customers/card_chip.h"
#include "forms/flow_layout.h"
#include "main_window/action_table.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/avatar.h"
#include "widgets/elided_label.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QKeySequence>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kBigAvatar = 48;
constexpr int kNameRoom = 240; // the name wants this much at least

struct Command {
    QLatin1StringView id;
    QLatin1StringView icon;
    const char *text;
    QLatin1StringView keys;
};

// In the order of use; the words are short ones of what the menu says.
constexpr Command kButtons[] = {
    {action::kLogCall, "phone"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Log call"), "F7"_L1},
    {action::kDial, "phone"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Dial"), "Shift+F7"_L1},
    {action::kLogNote, "note"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Note"), "F8"_L1},
    {action::kWriteEmail, "mail"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "E-mail"), "Ctrl+F8"_L1},
    {action::kNewTask, "task"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Task"), "Ctrl+T"_L1},
    {action::kNewPurchase, "purchase"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Purchase"), "Ctrl+B"_L1}};
constexpr Command kMenu[] = {
    {action::kLogMeeting, "people"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Log a meeting"), "Shift+F8"_L1},
    {action::kTags, "tag"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Tags"), "Ctrl+G"_L1},
    {action::kOwnWindow, {}, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Open in a new window"), "Ctrl+Return"_L1},
    {action::kExplain, "info"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Why is this customer here?"), "Ctrl+I"_L1},
    {action::kCustomerHistory, "history"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "History"), "Ctrl+H"_L1},
    {action::kPreviousCustomer, {}, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Previous customer"), "Ctrl+PgUp"_L1},
    {action::kNextCustomer, {}, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Next customer"), "Ctrl+PgDown"_L1},
    {action::kTrashCustomer, "trash"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Move to trash"), "Del"_L1}};

} // namespace

CardHeader::CardHeader(const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_avatar(new Avatar(kBigAvatar, this)),
      m_nameRow(new QWidget(this)),
      m_name(new ElidedLabel(TextRole::Title, m_nameRow)),
      m_under(new ElidedLabel(TextRole::Body, this)),
      m_facts(new QWidget(this)),
      m_last(new CardFact(m_facts)),
      m_next(new CardFact(m_facts)),
      m_bought(new CardFact(m_facts)),
      m_owes(new CardFact(m_facts)),
      m_actions(new QWidget(this)) {
    m_row->setContentsMargins(kPane, kLabelGap, kPane, kLabelGap);
    m_row->setSpacing(kLabelGap);
    auto *who = new QHBoxLayout;
    who->setSpacing(kLabelGap);
    who->addWidget(m_avatar, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(kSmall);
    who->addLayout(column, 1);
    (new FlowLayout(m_nameRow))->addWidget(m_name);
    column->addWidget(m_nameRow);
    column->addWidget(m_under);
    auto *flow = new FlowLayout(m_facts);
    flow->setSpacing(kPane);
    flow->setRowSpacing(kSmall);
    for (CardFact *fact : {m_last, m_next, m_bought, m_owes})
        flow->addWidget(fact);
    column->addWidget(m_facts);
    m_row->addLayout(who, 1);
    buildActions();
    m_row->addWidget(m_actions, 0, Qt::AlignTop);
    retranslate();
}

void CardHeader::buildActions() {
    auto *flow = new FlowLayout(m_actions);
    for (const Command &command : kButtons) {
        auto *button = new QPushButton(m_actions);
        button->setIcon(Icon::get(command.icon));
        button->setIconSize({kSmallIcon, kSmallIcon});
        connect(button, &QPushButton::clicked, this, [this, id = command.id] { emit actionWanted(id); });
        flow->addWidget(button);
        m_buttons.insert(command.id, button);
    }
    m_more = new QPushButton(m_actions);
    m_more->setIcon(Icon::get("more"_L1));
    m_more->setIconSize({kSmallIcon, kSmallIcon});
    // Not QPushButton::setMenu(): the three dots say already that more follows.
    m_menu = new QMenu(m_more);
    connect(m_menu, &QMenu::aboutToShow, this, &CardHeader::fillMenu);
    connect(m_more, &QPushButton::clicked, this, [this] {
        fillMenu(); // its width is asked for before it is shown
        const QPoint below(isRightToLeft() ? m_more->width() - m_menu->sizeHint().width() : 0, m_more->height());
        m_menu->popup(m_more->mapToGlobal(below));
    });
    flow->addWidget(m_more);
}

void CardHeader::retranslate() {
    for (const Command &command : kButtons) {
        m_buttons[command.id]->setText(tr(command.text));
        describe(command.id);
    }
    m_more->setAccessibleName(tr("More commands"));
    m_more->setToolTip(tr("More commands"));
    if (m_content.card.customer.id.isValid())
        setContent(m_content);
    arrange();
}

// Everything that can be done with this customer, with its keys.
void CardHeader::fillMenu() {
    m_menu->clear();
    const auto add = [this](const Command &command) {
        const QString keys = QKeySequence(command.keys).toString(QKeySequence::NativeText);
        QAction *action = m_menu->addAction(Icon::get(command.icon), tr(command.text) + u'\t' + keys, this,
                                            [this, id = command.id] { emit actionWanted(id); });
        action->setEnabled(m_reasons.value(command.id).isEmpty() && (!m_canPerform || m_canPerform(command.id)));
    };
    for (const Command &command : kButtons)
        add(command);
    m_menu->addSeparator();
    for (const Command &command : kMenu)
        add(command);
}

void CardHeader::describe(QLatin1StringView id) {
    QPushButton *button = m_buttons.value(id);
    if (!button)
        return;
    QString keys;
    for (const Command &command : kButtons)
        if (command.id == id)
            keys = QKeySequence(command.keys).toString(QKeySequence::NativeText);
    const QString reason = m_reasons.value(id);
    button->setEnabled(reason.isEmpty());
    button->setAccessibleName(button->text());
    button->setAccessibleDescription(reason.isEmpty() ? keys : reason);
    //: A command, its key and why it cannot be used now.
    button->setToolTip(reason.isEmpty() ? tr("%1 (%2)").arg(button->text(), keys)
                                        : tr("%1 (%2). %3").arg(button->text(), keys, reason));
}

void CardHeader::setReason(QLatin1StringView id, const QString &reason) {
    m_reasons.insert(id, reason);
    describe(id);
}

QWidget *CardHeader::button(QLatin1StringView id) const { return m_buttons.value(id); }

QString CardHeader::nameShown() const { return m_name->fullText(); }

// The buttons stand beside the name where the facts keep their one row, else below it.
void CardHeader::arrange() {
    const int words = qMax(kNameRoom, m_facts->sizeHint().width());
    const bool beside = width() >= m_actions->sizeHint().width() + words + kBigAvatar + 2 * kPane + 2 * kLabelGap;
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_row->setAlignment(m_actions, beside ? Qt::AlignTop : Qt::Alignment());
    m_row->setStretch(0, beside ? 1 : 0);
    QSizePolicy policy(beside ? QSizePolicy::Maximum : QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_actions->setSizePolicy(policy);
    m_actions->setMinimumWidth(beside ? m_actions->sizeHint().width() : 0);
    updateGeometry();
}

void CardHeader::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CardHeader::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(0, height() - kHair, width(), kHair), theme.line);
}

} // namespace kontor::ui
