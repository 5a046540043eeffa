// What the head of the card says: from what a list knows, then from the whole card.
#include "customers/card_chip.h"
#include "customers/card_field.h"
#include "customers/card_header.h"
#include "customers/customer_texts.h"
#include "widgets/avatar.h"
#include "widgets/bidi.h"
#include "widgets/elided_label.h"
#include "widgets/formats.h"

#include <QLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

// The newest decision for a channel counts; null where it is allowed.
const Consent *refusalOf(const Card &card, QLatin1StringView channel) {
    for (const Consent &consent : card.consents)
        if (consent.channel.isEmpty() || consent.channel == channel)
            return consent.state != "given"_L1 ? &consent : nullptr;
    return nullptr;
}

} // namespace

void CardHeader::setWho(Id id, const QString &name, bool isOrganisation, const QString &company, const QString &jobTitle) {
    m_avatar->setLook({id, name, isOrganisation});
    m_name->setFullText(name);
    m_name->setAccessibleName(name);
    QStringList under;
    for (const QString &part : {company, jobTitle})
        if (!part.isEmpty() && part != name)
            under << part;
    m_under->setFullText(under.join(u" · "_s));
    m_under->setVisible(!under.isEmpty());
}

void CardHeader::clear() {
    m_content = {};
    removeChips();
    setWho({}, {}, false, {}, {});
    for (CardFact *fact : {m_last, m_next, m_bought, m_owes})
        fact->hide();
    arrange();
}

void CardHeader::setRow(const CustomerRow &row) {
    m_content = {};
    setWho(row.id, row.name, row.isOrganisation, row.company, row.jobTitle);
    removeChips();
    if (row.refusesCalls)
        addChip(tr("Do not call"), ChipTone::Red, "phone"_L1);
    if (row.refusesEmail)
        addChip(tr("Do not e-mail"), ChipTone::Red, "mail"_L1);
    if (!row.lifecycle.isEmpty())
        addChip(m_formats.types().label(row.lifecycle), typeTone(row.lifecycle, m_formats));
    for (const CustomerTagMark &tag : row.tags)
        addChip(tag.name, ChipTone(qBound(0, tag.colour, 7)), "tag"_L1);
    showLastContact(row.lastContactAt);
    showStep(row);
    m_bought->setVisible(row.purchasesInYear > 0); // what was bought before, the list does not know
    if (row.purchasesInYear > 0)
        showBought(row.purchasesInYear, row.boughtInYear);
    showOwes(row.owes, row.purchasesInYear > 0);
    arrange();
}

void CardHeader::setContent(const CardContent &content) {
    m_content = content;
    const Customer &customer = content.card.customer;
    setWho(customer.id, customer.name, customer.kind == "organisation"_L1, customer.company, customer.jobTitle);
    fillChips();
    fillFacts();
    arrange();
}

bool CardHeader::setOthers(const QString &words, bool isEditing) {
    if (words == m_othersWords)
        return false;
    m_othersWords = words;
    delete std::exchange(m_othersChip, nullptr);
    if (!words.isEmpty()) {
        m_othersChip = new CardChip(words, ChipTone::Teal, isEditing ? "edit"_L1 : "person"_L1, m_nameRow);
        m_nameRow->layout()->addWidget(m_othersChip);
        m_othersChip->show();
    }
    arrange();
    return true;
}

void CardHeader::removeChips() { qDeleteAll(std::exchange(m_chips, {})); }

CardChip *CardHeader::addChip(const QString &text, ChipTone tone, QLatin1StringView icon) {
    auto *chip = new CardChip(text, tone, icon, m_nameRow);
    m_nameRow->layout()->addWidget(chip);
    chip->show();
    m_chips << chip;
    if (m_othersChip) { // stays the last one
        m_nameRow->layout()->removeWidget(m_othersChip);
        m_nameRow->layout()->addWidget(m_othersChip);
    }
    return chip;
}

void CardHeader::fillChips() {
    removeChips();
    const Card &card = m_content.card;
    // When and why, for those who want to know.
    const auto addRefusal = [&](const Consent *refusal, const QString &text, QLatin1StringView icon) {
        if (!refusal)
            return;
        CardChip *chip = addChip(text, ChipTone::Red, icon);
        chip->setToolTip(consentText(*refusal, m_formats));
        chip->setAccessibleDescription(chip->toolTip());
    };
    if (card.customer.trashedAt)
        addChip(tr("In the trash"), ChipTone::Red, "trash"_L1);
    addRefusal(refusalOf(card, "phone"_L1), tr("Do not call"), "phone"_L1);
    addRefusal(refusalOf(card, "email"_L1), tr("Do not e-mail"), "mail"_L1);
    addRefusal(refusalOf(card, "messenger"_L1), tr("Do not message"), "message"_L1);
    if (!card.customer.lifecycle.isEmpty())
        addChip(m_formats.types().label(card.customer.lifecycle), typeTone(card.customer.lifecycle, m_formats));
    for (const Tag &tag : card.tags)
        addChip(tag.name, ChipTone(int(qBound(qint64(0), tag.colour, qint64(7)))), "tag"_L1);
}

void CardHeader::fillFacts() {
    showLastContact(m_content.card.customer.lastContactAt);
    CustomerRow row;
    if (!m_content.timeline.tasks.isEmpty()) {
        const Task &task = m_content.timeline.tasks.first();
        row.nextStep = task.title;
        row.nextDueOn = task.dueOn;
        row.nextDueAt = task.dueAt;
    }
    showStep(row);
    const PurchaseSums &sums = m_content.sums;
    m_bought->show();
    if (sums.countLastYear > 0)
        showBought(int(sums.countLastYear), sums.totalLastYear);
    else if (sums.count > 0)
        m_bought->setFact("purchase"_L1, tr("Nothing bought for 12 months; before that %1").arg(isolated(m_formats.money(sums.total))));
    else
        m_bought->setFact("purchase"_L1, tr("Nothing bought yet"));
    qint64 owed = 0;
    for (const PurchaseLine &line : std::as_const(m_content.purchases))
        owed += line.purchase.paid ? 0 : line.purchase.amount;
    showOwes(owed, sums.count > 0);
}

void CardHeader::showLastContact(const std::optional<Instant> &at) {
    m_last->show();
    if (at)
        m_last->setFact("history"_L1, tr("Last contact: %1").arg(isolated(m_formats.ago(*at))), m_formats.dateTime(*at));
    else
        m_last->setFact("history"_L1, tr("Never contacted"));
}

void CardHeader::showStep(const CustomerRow &row) {
    const StepLook step = stepLook(row, m_formats);
    const QString words = step.detail.isEmpty() ? step.words : tr("Next: %1, %2").arg(step.detail, step.words);
    m_next->show();
    m_next->setFact(step.icon, words, {}, step.state == NextStepState::Late);
}

void CardHeader::showBought(int purchases, qint64 sum) {
    m_bought->setFact("purchase"_L1, tr("12 months: %1 in %Ln purchase(s)", nullptr, purchases).arg(isolated(m_formats.money(sum))));
}

void CardHeader::showOwes(qint64 sum, bool hasBought) {
    m_owes->setVisible(sum != 0 || hasBought);
    m_owes->setFact(sum > 0 ? "warning"_L1 : "check"_L1, sum == 0 ? tr("Owes nothing") : tr("Owes %1").arg(isolated(m_formats.money(sum))),
                    {}, sum > 0);
}

} // namespace kontor::ui
