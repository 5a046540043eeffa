// Click to call and write: what may be opened, what speaks against it, and the question for the outcome when the person is back.
#include "base/email.h"
#include "base/phone.h"
#include "communication/contact_launcher.h"
#include "communication/courtesy.h"
#include "communication/courtesy_popover.h"
#include "communication/link_opener.h"
#include "customers/card_field.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_header.h"
#include "customers/customer_card_page.h"
#include "interactions/composer.h"
#include "interactions/text_links.h"
#include "main_window/action_table.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using communication::Channel;

namespace {

QString entryKindOf(Channel channel) {
    switch (channel) {
    case Channel::Call: return u"call"_s;
    case Channel::Email: return u"email"_s;
    case Channel::Messenger: break;
    }
    return u"message"_s;
}

} // namespace

// The line that is current in the fields is meant, where it fits.
void CustomerCardPage::reachCurrent(Channel channel) {
    const CardField *field = m_fields->view()->hasFocus() ? m_fields->view()->currentField() : nullptr;
    const bool fits =
        field && field->source == CardField::Source::Point && field->column == (channel == Channel::Call ? "phone" : "email");
    reach(channel, fits ? field->point.id : Id());
}

void CustomerCardPage::reach(Channel channel, Id wanted) {
    const Card &card = m_content.card;
    const Result<ContactPoint> point = communication::choosePoint(card, channel, wanted);
    if (!point)
        return m_shell.showError(point.error());
    const QStringList reasons = communication::courtesyReasons(
        {card, *point, channel, m_content.timeline.tasks, m_shell.formats().clock(), m_launcher->country()});
    if (reasons.isEmpty())
        return launchNow(channel, point->id);
    auto *ask = new CourtesyPopover(tr("Not a good moment"), reasons,
                                    channel == Channel::Call ? tr("Call anyway") : tr("Write anyway"), this);
    connect(ask, &CourtesyPopover::anyway, this, [this, channel, id = point->id, customer = m_customer] {
        if (customer == m_customer)
            launchNow(channel, id);
    });
    ask->open(anchorOf(channel == Channel::Call ? action::kDial : action::kWriteEmail));
    m_shell.announce(reasons.join(u' '));
}

void CustomerCardPage::launchNow(Channel channel, Id point) {
    const auto used = m_launcher->launch(m_content.card, channel, point);
    if (!used || m_workspace.isReadOnly())
        return;
    m_composer->beginOutgoing(entryKindOf(channel), used->id);
    m_return = Return::Waiting;
}

void CustomerCardPage::launch(const CardField &field) {
    if (field.column == "phone")
        reach(Channel::Call, field.point.id);
    else if (field.column == "email")
        reach(Channel::Email, field.point.id);
    else if (field.column == "messenger")
        reach(Channel::Messenger, field.point.id);
    else
        m_launcher->openPage(field.source == CardField::Source::Point ? field.point.value : field.text);
}

// A number or address inside a text: the card's own rules hold where it is one of the card's ways to reach.
void CustomerCardPage::openTextLink(const TextLink &link) {
    if (link.kind == TextLink::Kind::Web)
        return m_launcher->openPage(link.target);
    const bool isCall = link.kind == TextLink::Kind::Phone;
    const QString normalised =
        isCall ? parsePhone(link.target, m_launcher->country()).normalised : parseEmail(link.target).normalised;
    for (const ContactPoint &point : m_content.card.contactPoints)
        if (point.normalised == normalised)
            return reach(isCall ? Channel::Call : Channel::Email, point.id);
    m_launcher->openOther(isCall ? Channel::Call : Channel::Email, link.target, normalised);
}

// The window was left for the telephone or the mail program, and has the focus again.
bool CustomerCardPage::event(QEvent *event) {
    if (event->type() == QEvent::WindowDeactivate && m_return == Return::Waiting) {
        m_return = Return::Away;
    } else if (event->type() == QEvent::WindowActivate && m_return == Return::Away) {
        m_return = Return::NotWaiting;
        m_composer->askOutcome();
        m_shell.announce(m_composer->outcomeQuestion());
    }
    return CardView::event(event);
}

} // namespace kontor::ui
