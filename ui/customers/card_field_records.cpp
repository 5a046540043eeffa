// The lines of the fields pane that are records of their own: ways to reach, addresses, dates, consents, own fields.
#include "base/calling_code.h"
#include "base/money.h"
#include "base/phone.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/card_field.h"
#include "customers/customer_texts.h"
#include "customers/place_names.h"
#include "forms/form_popover.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::CardFields)
};

constexpr const char *kPointKinds[] = {"phone", "email", "messenger", "social", "web", "video"};
constexpr const char *kMessengers[] = {"WhatsApp", "Telegram", "Signal", "Viber"};

// The country code of the file, where the number was typed without one.
QString assumedCode(const ContactPoint &point) {
    const QString typed = phoneDigits(point.value);
    if (point.value.trimmed().startsWith(u'+') || !point.normalised.startsWith(u'+') || typed.startsWith("00"_L1))
        return {};
    const QStringView digits = QStringView(point.normalised).mid(1);
    const int length = callingCodeLength(digits);
    return length == 0 || typed.startsWith(digits.left(length)) ? QString() : u'+' + digits.left(length).toString();
}

CardField pointField(const ContactPoint &point) {
    CardField field;
    field.key = "point " + QByteArray::number(point.id.value);
    field.source = CardField::Source::Point;
    field.column = point.kind.toLatin1();
    field.label = point.label.isEmpty() ? pointKindText(point.kind) : pointLabelText(point.label);
    field.text = field.shown = point.value;
    field.point = point;
    field.isLtr = true;
    if (point.kind == "phone"_L1)
        field.hint = assumedCode(point);
    if (point.wrong)
        field.mark = Texts::tr("Wrong");
    else if (point.optedOut)
        field.mark = Texts::tr("Opted out");
    return field;
}

CardField newPointField(const char *kind, const QString &label) {
    CardField field;
    field.key = QByteArray("new ") + kind + label.toUtf8();
    field.source = CardField::Source::NewPoint;
    field.column = kind;
    field.label = label.isEmpty() ? pointKindText(QString::fromLatin1(kind)) : label;
    field.point.label = label;
    field.isLtr = true;
    return field;
}

void addNote(CardField &field, const Card &card) {
    QStringList names;
    for (const Card::Shared &shared : card.shared)
        if (shared.point == field.point.id) {
            names << isolated(shared.name);
            if (!field.noteCustomer.isValid())
                field.noteCustomer = shared.customerId;
        }
    if (names.size() == 1)
        //: The same number or address stands on another customer's card.
        field.note = Texts::tr("Also on the card of %1.").arg(names.first());
    else if (!names.isEmpty())
        field.note = Texts::tr("Also on the cards of %1.").arg(names.join(Texts::tr(", ")));
    if (!names.isEmpty())
        field.note += u' ' + showWord();
}

CardField recordField(CardField::Source source, const char *key, Id id, FieldGroup group, const QString &label) {
    CardField field;
    field.key = QByteArray(key) + ' ' + QByteArray::number(id.value);
    field.source = source;
    field.group = group;
    field.label = label;
    field.id = id;
    return field;
}

CardField emptyOwnField(const CustomField &own) {
    CardField field;
    field.key = field.column = "custom." + own.name.toUtf8();
    field.source = CardField::Source::Own;
    field.group = fieldGroupOf(own.group);
    if (field.group == FieldGroup::Own)
        field.ownGroup = own.group;
    field.label = own.label;
    field.ownKind = own.kind;
    field.isLtr = own.kind == "link"_L1;
    if (own.kind == "date"_L1)
        field.kind = db::FieldKind::Date;
    if (own.kind == "yes_no"_L1)
        field.choices = {u"yes"_s, u"no"_s};
    if (own.kind == "choice"_L1)
        field.choices = choicesOf(own);
    return field;
}

void addValue(CardField &field, const CustomValue &value, const Formats &formats) {
    if (field.ownKind == "choices"_L1) { // one record for each
        field.text += (field.text.isEmpty() ? QString() : u"; "_s) + value.text;
        field.shown = field.text;
    } else if (field.ownKind == "yes_no"_L1) {
        field.text = value.number.value_or(0) != 0 ? u"yes"_s : u"no"_s;
        field.shown = choiceText(field.column, field.text);
    } else if (field.ownKind == "date"_L1) {
        field.text = field.shown = partialDateShown(value.text, formats);
    } else if (field.ownKind == "money"_L1 && value.number) {
        field.text = formats.locale().toString(*value.number, 'f', QLocale::FloatingPointShortest);
        int scale = 1;
        for (int digit = 0; digit < currencyDecimals(formats.currency()); ++digit)
            scale *= 10;
        field.shown = formats.money(qRound64(*value.number * scale));
    } else if (value.number) {
        field.text = field.shown = formats.locale().toString(*value.number, 'g', QLocale::FloatingPointShortest);
    } else {
        field.text = field.shown = value.text;
    }
}

} // namespace

QString showWord() { return Texts::tr("Show"); }

QString pointKindText(const QString &kind) {
    if (kind == "phone"_L1)
        return Texts::tr("Phone");
    if (kind == "email"_L1)
        return Texts::tr("E-mail");
    if (kind == "messenger"_L1)
        return Texts::tr("Messenger");
    if (kind == "social"_L1)
        return Texts::tr("Social network");
    return kind == "web"_L1 ? Texts::tr("Web page") : Texts::tr("Video call");
}

QList<CardField> pointFields(const Card &card) {
    QList<CardField> fields;
    for (const ContactPoint &point : card.contactPoints) {
        CardField field = pointField(point);
        addNote(field, card);
        fields << field;
    }
    for (const char *kind : kPointKinds) {
        if (qstrcmp(kind, "messenger") == 0)
            for (const char *messenger : kMessengers)
                fields << newPointField(kind, QString::fromLatin1(messenger));
        fields << newPointField(kind, {});
    }
    return fields;
}

QString addressText(const Address &address, const QLocale &locale) {
    const QString town = (address.postalCode + u' ' + address.city).trimmed();
    QStringList lines;
    for (const QString &part : {address.street, address.district, town, address.region, countryName(address.country, locale)})
        if (!part.isEmpty())
            lines << part;
    return lines.join(u'\n');
}

QList<CardField> addressFields(const Card &card, const Formats &formats) {
    QList<CardField> fields;
    QList<Address> all = card.addresses;
    all.append(Address{}); // the one that "Add field" offers
    for (const Address &address : all) {
        const bool isNew = !address.id.isValid();
        const QString label = isNew ? Texts::tr("Further address") : Texts::tr("Address");
        CardField field = recordField(CardField::Source::Address, "address", address.id, FieldGroup::Reach,
                                      address.label.isEmpty() ? label : address.label);
        field.text = field.shown = addressText(address, formats.locale());
        fields << field;
    }
    return fields;
}

QList<CardField> dateFields(const Card &card, const Formats &formats) {
    QList<CardField> fields;
    for (const ImportantDate &date : card.dates) {
        CardField field = recordField(CardField::Source::Date, "date", date.id, FieldGroup::About, date.label);
        field.text = field.shown = partialDateShown(date.dateOn, formats);
        if (date.yearly)
            field.shown = Texts::tr("%1, every year").arg(isolated(field.shown));
        fields << field;
    }
    fields << recordField(CardField::Source::Date, "date", {}, FieldGroup::About, Texts::tr("Important date"));
    return fields;
}

QString consentText(const Consent &consent, const Formats &formats) {
    const QString decision = consent.state == "given"_L1     ? Texts::tr("Allowed")
                             : consent.state == "refused"_L1 ? Texts::tr("Refused")
                                                             : Texts::tr("Withdrawn");
    //: What a customer decided, and when: "Refused, 9 Mar 2026".
    QString text = Texts::tr("%1, %2").arg(decision, isolated(formats.date(formats.clock().dateOf(consent.decidedAt))));
    if (!consent.how.isEmpty())
        text = Texts::tr("%1, %2").arg(text, consent.how == "call"_L1 ? Texts::tr("on the phone") : isolated(consent.how));
    return consent.evidence.isEmpty() ? text : text + u'\n' + consent.evidence;
}

// The newest decision for each channel and purpose.
QList<CardField> consentFields(const Card &card, const Formats &formats) {
    QList<CardField> fields;
    QSet<QString> seen;
    for (const Consent &consent : card.consents) {
        const QString what = consent.channel + u'\n' + consent.purpose;
        if (seen.contains(what))
            continue;
        seen.insert(what);
        const QString channel = consent.channel.isEmpty() ? Texts::tr("any channel") : channelText(consent.channel);
        CardField field = recordField(CardField::Source::Consent, "consent", consent.id, FieldGroup::Reach,
                                      consent.purpose.isEmpty() ? Texts::tr("Consent: %1").arg(channel)
                                                                : Texts::tr("Consent: %1, %2").arg(channel, isolated(consent.purpose)));
        field.text = field.shown = consentText(consent, formats);
        field.isRefusal = consent.state != "given"_L1;
        fields << field;
    }
    fields << recordField(CardField::Source::Consent, "consent", {}, FieldGroup::Reach, Texts::tr("Consent"));
    return fields;
}

QList<CardField> ownFields(const Card &card, const Formats &formats) {
    QList<CardField> fields;
    for (const CustomField &own : card.fieldsOfBase) {
        CardField field = emptyOwnField(own);
        for (const Card::OwnField &value : card.ownFields)
            if (value.field.id == own.id)
                addValue(field, value.value, formats);
        fields << field;
    }
    return fields;
}

} // namespace kontor::ui
