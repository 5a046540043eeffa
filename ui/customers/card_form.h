// The small forms of a card: what each asks, and what is written from the answers.
#pragma once

#include "customers/card_field.h"
#include "forms/form_popover.h"

namespace kontor::ui {

// One act of the person: one operation.
struct CardAct {
    workspace::OperationInfo info;
    std::function<Result<void>(workspace::Recorder &)> write;
    QString toast;
};

struct CardForm {
    FormSpec spec;
    std::function<CardAct(const FormValues &)> act;
    std::optional<CardAct> removal = {};
    std::function<QByteArray(const FormValues &)> thenEdit = {}; // the field to go on in
};

struct CardFormContext {
    const Card &card;
    const Formats &formats;
    SuggestEdit::Provider customers;
};

CardForm pointForm(const CardFormContext &context, const ContactPoint &point);
CardForm addressForm(const CardFormContext &context, const Address &address);
CardForm dateForm(const CardFormContext &context, const ImportantDate &date);
CardForm consentForm(const CardFormContext &context, const Consent &newest); // newest decision of that channel, if there is one
CardForm relationForm(const CardFormContext &context, const Card::Related &related);
CardForm ownFieldForm(const CardFormContext &context, const QString &label);
CardForm choicesForm(const CardFormContext &context, const CardField &field);
// The form of a line that is edited in one.
CardForm formFor(const CardFormContext &context, const CardField &field);

// What the menu of a line offers.
CardAct makeMainAct(const Card &card, const ContactPoint &point);
CardAct markWrongAct(const Card &card, const ContactPoint &point, bool wrong);
CardAct removePointAct(const Card &card, const ContactPoint &point);
std::optional<CardAct> removalOf(const Card &card, const CardField &field); // nothing: the field is only emptied

} // namespace kontor::ui
