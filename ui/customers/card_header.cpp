#include "customers/card_header.h"

#include "customers/card_chip.h"
#include "customers/card_field.h"
#include "customers/customer_texts.h"
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
    {action::kPreviousCustomer, {}, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Previous customer"), "Ctrl+PgUp"_L1},
    {action::kNextCustomer, {}, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Next customer"), "Ctrl+PgDown"_L1},
    {action::kTrashCustomer, "trash"_L1, QT_TRANSLATE_NOOP("kontor::ui::CardHeader", "Move to trash"), "Del"_L1}};

// The newest decision for a channel counts; null where it is allowed.
const Consent *refusalOf(const Card &card, QLatin1StringView channel) {
    for (const Consent &consent : card.consents)
        if (consent.channel.isEmpty() || consent.channel == channel)
            return consent.state != "given"_L1 ? &consent : nullptr;
    return nullptr;
}

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
    for (CardFact *fact : {m_last, m_next, m_bought})
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
    connect(m_more, &QPushButton::clicked, this, [this] {
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
    m_menu->clear();
    for (const Command &command : kMenu) {
        const QString keys = QKeySequence(command.keys).toString(QKeySequence::NativeText);
        m_menu->addAction(Icon::get(command.icon), tr(command.text) + u'\t' + keys, this,
                          [this, id = command.id] { emit actionWanted(id); });
    }
    if (m_content.card.customer.id.isValid())
        setContent(m_content);
    arrange();
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

void CardHeader::setContent(const CardContent &content) {
    m_content = content;
    const Customer &customer = content.card.customer;
    m_avatar->setLook({customer.id, customer.name, customer.kind == "organisation"_L1});
    m_name->setFullText(customer.name);
    m_name->setAccessibleName(customer.name);
    QStringList under;
    for (const QString &part : {customer.company, customer.jobTitle})
        if (!part.isEmpty() && part != customer.name)
            under << part;
    m_under->setFullText(under.join(u" · "_s));
    m_under->setVisible(!under.isEmpty());
    fillChips();
    fillFacts();
    arrange();
}

void CardHeader::fillChips() {
    qDeleteAll(m_chips);
    m_chips.clear();
    const Card &card = m_content.card;
    const auto add = [this](const QString &text, ChipTone tone, QLatin1StringView icon = {}) {
        auto *chip = new CardChip(text, tone, icon, m_nameRow);
        m_nameRow->layout()->addWidget(chip);
        chip->show();
        m_chips << chip;
        return chip;
    };
    // When and why, for those who want to know.
    const auto addRefusal = [&](const Consent *refusal, const QString &text, QLatin1StringView icon) {
        if (!refusal)
            return;
        CardChip *chip = add(text, ChipTone::Red, icon);
        chip->setToolTip(consentText(*refusal, m_formats));
        chip->setAccessibleDescription(chip->toolTip());
    };
    if (card.customer.trashedAt)
        add(tr("In the trash"), ChipTone::Red, "trash"_L1);
    addRefusal(refusalOf(card, "phone"_L1), tr("Do not call"), "phone"_L1);
    addRefusal(refusalOf(card, "email"_L1), tr("Do not e-mail"), "mail"_L1);
    addRefusal(refusalOf(card, "messenger"_L1), tr("Do not message"), "message"_L1);
    if (!card.customer.lifecycle.isEmpty())
        add(lifecycleText(card.customer.lifecycle), lifecycleTone(card.customer.lifecycle));
    for (const Tag &tag : card.tags)
        add(tag.name, ChipTone(int(qBound(qint64(0), tag.colour, qint64(7)))), "tag"_L1);
}

void CardHeader::fillFacts() {
    const Customer &customer = m_content.card.customer;
    if (customer.lastContactAt)
        m_last->setFact("history"_L1, tr("Last contact: %1").arg(m_formats.ago(*customer.lastContactAt)),
                        m_formats.dateTime(*customer.lastContactAt));
    else
        m_last->setFact("history"_L1, tr("Never contacted"));
    CustomerRow row;
    if (!m_content.timeline.tasks.isEmpty()) {
        const Task &task = m_content.timeline.tasks.first();
        row.nextStep = task.title;
        row.nextDueOn = task.dueOn;
        row.nextDueAt = task.dueAt;
    }
    const StepLook step = stepLook(row, m_formats);
    const QString words = step.detail.isEmpty() ? step.words : tr("Next: %1, %2").arg(step.detail, step.words);
    m_next->setFact(step.icon, words, {}, step.state == NextStepState::Late);
    const PurchaseSums &sums = m_content.sums;
    if (sums.countLastYear > 0)
        m_bought->setFact(
            "purchase"_L1,
            tr("12 months: %1 in %n purchase(s)", nullptr, int(sums.countLastYear)).arg(m_formats.money(sums.totalLastYear)));
    else if (sums.count > 0)
        m_bought->setFact("purchase"_L1, tr("Nothing bought for 12 months; before that %1").arg(m_formats.money(sums.total)));
    else
        m_bought->setFact("purchase"_L1, tr("Nothing bought yet"));
}

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
