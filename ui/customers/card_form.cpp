#include "customers/card_form.h"

#include "custom_fields/custom_field_acts.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/card_relations.h"
#include "customers/card_repository.h"
#include "customers/customer_repository.h"
#include "customers/customer_texts.h"
#include "forms/own_field_kinds.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::CardForms)
};

using Kind = FormInput::Kind;

FormInput line(const char *key, const QString &label, const QString &value, const QString &hint = {}) {
    return {key, label, Kind::Line, value, {}, {}, hint};
}

FormInput choice(const char *key, const QString &label, const QString &value, const QList<FormChoice> &choices) {
    return {key, label, Kind::Choice, value, choices};
}

workspace::OperationInfo change(const Card &card, const char *field) {
    return {u"edit"_s, Customer::kTable, card.customer.id, {{u"field"_s, QString::fromLatin1(field)}}};
}

workspace::OperationInfo pointChange(const Card &card) { return {u"contact_point"_s, Customer::kTable, card.customer.id}; }

template <class R>
CardAct removal(const workspace::OperationInfo &info, Id id, const QString &toast) {
    return {info, [id](Recorder &recorder) { return recorder.remove<R>(id); }, toast};
}

QString textOf(const FormValues &values, const char *key) { return values.value(key).text; }

} // namespace

CardForm pointForm(const CardFormContext &context, const ContactPoint &point) {
    CardForm form;
    form.spec.title = pointKindText(point.kind);
    form.spec.doIt = Texts::tr("Save");
    form.spec.removal = Texts::tr("Remove from the card");
    FormInput value = line("value", pointKindText(point.kind), point.value);
    FormInput label{"label", Texts::tr("Name"), Kind::Suggest, point.label};
    label.provider = suggestFrom(point.kind == "messenger"_L1 ? QStringList{u"WhatsApp"_s, u"Telegram"_s, u"Signal"_s, u"Viber"_s}
                                                              : QStringList{Texts::tr("Mobile"), Texts::tr("Work"),
                                                                            Texts::tr("Home"), Texts::tr("Office")});
    form.spec.inputs = {value,
                        label,
                        {"wrong", Texts::tr("It is wrong or out of use"), Kind::Check, point.wrong ? u"1"_s : QString()},
                        {"opted_out", Texts::tr("Not to be used: the customer does not want it"), Kind::Check,
                         point.optedOut ? u"1"_s : QString()}};
    form.act = [info = pointChange(context.card), point](const FormValues &values) {
        ContactPoint after = point;
        after.value = textOf(values, "value");
        after.label = textOf(values, "label");
        after.wrong = !textOf(values, "wrong").isEmpty();
        after.optedOut = !textOf(values, "opted_out").isEmpty();
        return CardAct{info, [point, after](Recorder &recorder) { return saveContactPoint(recorder, point, after); },
                       Texts::tr("%1 saved.").arg(pointKindText(point.kind))};
    };
    form.removal = removePointAct(context.card, point);
    return form;
}

CardForm addressForm(const CardFormContext &context, const Address &address) {
    CardForm form;
    const bool isNew = !address.id.isValid();
    form.spec.title = Texts::tr("Further address");
    form.spec.doIt = isNew ? Texts::tr("Add address") : Texts::tr("Save");
    FormInput label{"label", Texts::tr("Name"), Kind::Suggest, address.label};
    label.provider = suggestFrom({Texts::tr("Delivery"), Texts::tr("Invoices"), Texts::tr("Home"), Texts::tr("Work")});
    form.spec.inputs = {
        line("street", Texts::tr("Street"), address.street), line("postal_code", Texts::tr("Postal code"), address.postalCode),
        line("city", Texts::tr("City"), address.city), line("country", Texts::tr("Country"), address.country), label};
    form.act = [info = change(context.card, QT_TRANSLATE_NOOP("kontor::fields", "Address")), address,
                customer = context.card.customer.id](const FormValues &values) {
        Address after = address;
        after.customerId = customer;
        after.street = textOf(values, "street");
        after.postalCode = textOf(values, "postal_code");
        after.city = textOf(values, "city");
        after.country = textOf(values, "country");
        after.label = textOf(values, "label");
        return CardAct{info, [address, after](Recorder &recorder) { return saveAddress(recorder, address, after); },
                       Texts::tr("Address saved.")};
    };
    if (!isNew) {
        form.spec.removal = Texts::tr("Remove from the card");
        form.removal = removal<Address>(change(context.card, "Address"), address.id, Texts::tr("Address removed."));
    }
    return form;
}

CardForm dateForm(const CardFormContext &context, const ImportantDate &date) {
    CardForm form;
    const bool isNew = !date.id.isValid();
    form.spec.title = Texts::tr("Important date");
    form.spec.doIt = isNew ? Texts::tr("Add date") : Texts::tr("Save");
    FormInput label{"label", Texts::tr("What happens"), Kind::Suggest, date.label};
    label.provider = suggestFrom({Texts::tr("Wedding day"), Texts::tr("Name day"), Texts::tr("Founded"),
                                  Texts::tr("Contract ends"), Texts::tr("Customer since")});
    form.spec.inputs = {label,
                        {"date", Texts::tr("Day"), Kind::Date, date.dateOn, {}, {}, Texts::tr("14 May 1980, or 14 May")},
                        {"yearly", Texts::tr("Every year"), Kind::Check, date.yearly ? u"1"_s : QString()}};
    form.act = [info = change(context.card, QT_TRANSLATE_NOOP("kontor::fields", "Important date")), date,
                customer = context.card.customer.id](const FormValues &values) {
        ImportantDate after = date;
        after.customerId = customer;
        after.label = textOf(values, "label");
        after.dateOn = textOf(values, "date");
        after.yearly = !textOf(values, "yearly").isEmpty();
        return CardAct{info, [date, after](Recorder &recorder) { return saveImportantDate(recorder, date, after); },
                       Texts::tr("Date saved.")};
    };
    if (!isNew) {
        form.spec.removal = Texts::tr("Remove from the card");
        form.removal = removal<ImportantDate>(change(context.card, "Important date"), date.id, Texts::tr("Date removed."));
    }
    return form;
}

CardForm consentForm(const CardFormContext &context, const Consent &newest) {
    CardForm form;
    form.spec.title = Texts::tr("Consent");
    form.spec.doIt = Texts::tr("Save decision");
    QList<FormChoice> channels{{QString(), Texts::tr("Any channel")}};
    for (const QString &word : {u"phone"_s, u"email"_s, u"sms"_s, u"messenger"_s, u"post"_s})
        channels.append({word, channelText(word)});
    FormInput how{"how", Texts::tr("How it was said"), Kind::Suggest, {}};
    how.provider = suggestFrom({Texts::tr("on the phone"), Texts::tr("by e-mail"), Texts::tr("in writing"),
                                Texts::tr("on the web page"), Texts::tr("in person")});
    form.spec.inputs = {choice("state", Texts::tr("The customer"), newest.id.isValid() ? newest.state : u"given"_s,
                               {{u"given"_s, Texts::tr("allows it")},
                                {u"refused"_s, Texts::tr("refuses it")},
                                {u"withdrawn"_s, Texts::tr("takes the permission back")}}),
                        choice("channel", Texts::tr("Channel"), newest.channel, channels), how,
                        line("evidence", Texts::tr("Reason or evidence"), {}),
                        line("purpose", Texts::tr("For what"), newest.purpose, Texts::tr("anything"))};
    form.act = [customer = context.card.customer.id](const FormValues &values) {
        Consent consent;
        consent.customerId = customer;
        consent.state = textOf(values, "state");
        consent.channel = textOf(values, "channel");
        consent.how = textOf(values, "how");
        consent.evidence = textOf(values, "evidence");
        consent.purpose = textOf(values, "purpose");
        return CardAct{{u"consent"_s, Customer::kTable, customer},
                       [consent](Recorder &recorder) { return addConsent(recorder, consent); },
                       Texts::tr("Consent saved.")};
    };
    return form;
}

CardForm relationForm(const CardFormContext &context, const Card::Related &related) {
    const Relation relation = related.relation;
    CardForm form;
    const bool isNew = !relation.id.isValid();
    form.spec.title = isNew ? Texts::tr("Person or company") : related.otherName;
    form.spec.doIt = isNew ? Texts::tr("Add") : Texts::tr("Save");
    FormInput who{"who", Texts::tr("Name"), Kind::Suggest, related.otherName};
    who.provider = context.customers;
    who.id = related.otherId;
    if (!related.isInverse)
        form.spec.inputs << who;
    form.spec.inputs << choice("kind", Texts::tr("Relation"), relation.kind, relationKinds())
                     << choice("role", Texts::tr("Part in decisions"), relation.role, relationRoles())
                     << FormInput{"birthday", Texts::tr("Birthday"), Kind::Date, relation.birthdayOn}
                     << line("note", Texts::tr("Note"), relation.note);
    form.act = [info = change(context.card, QT_TRANSLATE_NOOP("kontor::fields", "Relation")), related,
                customer = context.card.customer.id](const FormValues &values) {
        const Relation before = related.relation;
        Relation after = before;
        if (!related.isInverse) {
            const FormValue who = values.value("who");
            after.customerId = customer;
            after.otherId = who.id.isValid() ? std::optional(who.id) : std::nullopt;
            after.otherName = who.text;
        }
        after.kind = textOf(values, "kind");
        after.role = textOf(values, "role");
        after.birthdayOn = textOf(values, "birthday");
        after.note = textOf(values, "note");
        return CardAct{info, [before, after](Recorder &recorder) { return saveRelation(recorder, before, after); },
                       Texts::tr("Relation saved.")};
    };
    if (!isNew) {
        form.spec.removal = Texts::tr("Remove from the card");
        form.removal = removal<Relation>(change(context.card, "Relation"), relation.id, Texts::tr("Relation removed."));
    }
    return form;
}

CardForm ownFieldForm(const CardFormContext &context, const QString &label) {
    CardForm form;
    form.spec.title = Texts::tr("Own field");
    form.spec.doIt = Texts::tr("Add field");
    form.spec.inputs = {line("label", Texts::tr("Name"), label, Texts::tr("Shoe size")),
                        choice("kind", Texts::tr("Kind"), u"text"_s, ownFieldKinds()),
                        {.key = "choices",
                         .label = Texts::tr("What can be chosen, one on each line"),
                         .kind = Kind::Lines,
                         .with = "kind",
                         .withWords = {u"choice"_s, u"choices"_s}},
                        {"group", Texts::tr("Group"), Kind::Suggest, fieldGroupText({}), {},
                         suggestFrom(fieldGroupTexts(context.card.fieldsOfBase))}};
    form.act = [](const FormValues &values) {
        const QString name = textOf(values, "label");
        QStringList choices;
        for (const QString &choice : textOf(values, "choices").split(u'\n'))
            if (!choice.trimmed().isEmpty())
                choices << choice.trimmed();
        return CardAct{{u"settings"_s, CustomField::kTable, {}},
                       [name, kind = textOf(values, "kind"), choices,
                        group = fieldGroupWord(textOf(values, "group"))](Recorder &recorder) -> Result<void> {
                           TRY(field, addCustomField(recorder, name, kind, choices));
                           return setCustomFieldGroup(recorder, field.id, group);
                       },
                       Texts::tr("Field “%1” added for all customers.").arg(name)};
    };
    form.thenEdit = [](const FormValues &values) { return "custom." + textOf(values, "label").simplified().toUtf8(); };
    return form;
}

CardForm choicesForm(const CardFormContext &context, const CardField &field) {
    CardForm form;
    form.spec.title = field.label;
    form.spec.doIt = Texts::tr("Save");
    QList<FormChoice> choices;
    QStringList chosen = field.text.split(u"; "_s, Qt::SkipEmptyParts);
    for (const CustomField &own : context.card.fieldsOfBase)
        if (field.column == "custom." + own.name.toUtf8())
            for (const QString &word : choicesOf(own))
                choices.append({word, word});
    for (const QString &word : std::as_const(chosen)) // of before, that is offered no more
        if (std::none_of(choices.cbegin(), choices.cend(), [&](const FormChoice &choice) { return choice.word == word; }))
            choices.append({word, word});
    form.spec.inputs = {{"chosen", field.label, Kind::Choices, chosen.join(u'\n'), choices}};
    form.act = [field, customer = context.card.customer.id](const FormValues &values) {
        FieldEdit edit{field, textOf(values, "chosen").replace(u'\n', u';'), 0};
        return CardAct{operationOf(edit, customer),
                       [edit, customer](Recorder &recorder) {
                           return setCustomValue(recorder, customer, QString::fromUtf8(edit.field.column.mid(7)), edit.typed,
                                                 edit.field.text);
                       },
                       Texts::tr("%1 saved.").arg(field.label)};
    };
    return form;
}

CardForm formFor(const CardFormContext &context, const CardField &field) {
    const auto find = [&](const auto &records) {
        for (const auto &record : records)
            if (record.id == field.id)
                return record;
        return std::decay_t<decltype(records.first())>{};
    };
    switch (field.source) {
    case CardField::Source::Point: return pointForm(context, field.point);
    case CardField::Source::Address: return addressForm(context, find(context.card.addresses));
    case CardField::Source::Date: return dateForm(context, find(context.card.dates));
    case CardField::Source::Consent: return consentForm(context, find(context.card.consents));
    case CardField::Source::NewOwn: return ownFieldForm(context, field.typed);
    default: return choicesForm(context, field);
    }
}

CardAct makeMainAct(const Card &card, const ContactPoint &point) {
    return {pointChange(card), [id = point.id](Recorder &recorder) { return makeMainContactPoint(recorder, id); },
            Texts::tr("%1 is the main one now.").arg(point.value)};
}

CardAct markWrongAct(const Card &card, const ContactPoint &point, bool wrong) {
    ContactPoint after = point;
    after.wrong = wrong;
    return {pointChange(card), [point, after](Recorder &recorder) { return recorder.update(point, after); },
            wrong ? Texts::tr("%1 is marked as wrong.").arg(point.value) : Texts::tr("%1 can be used again.").arg(point.value)};
}

CardAct removePointAct(const Card &card, const ContactPoint &point) {
    return removal<ContactPoint>(pointChange(card), point.id, Texts::tr("%1 removed.").arg(point.value));
}

std::optional<CardAct> removalOf(const Card &card, const CardField &field) {
    switch (field.source) {
    case CardField::Source::Point: return removePointAct(card, field.point);
    case CardField::Source::Address: return removal<Address>(change(card, "Address"), field.id, Texts::tr("Address removed."));
    case CardField::Source::Date:
        return removal<ImportantDate>(change(card, "Important date"), field.id, Texts::tr("Date removed."));
    default: return std::nullopt;
    }
}

} // namespace kontor::ui
