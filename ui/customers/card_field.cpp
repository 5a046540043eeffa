#include "customers/card_field.h"

#include "base/fold.h"
#include "base/partial_date.h"
#include "customers/customer_repository.h"
#include "customers/customer_texts.h"
#include "customers/field_text.h"
#include "interactions/date_words.h"
#include "tags/tag_repository.h"
#include "widgets/formats.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::CardFields)
};

struct Place {
    const char *column;
    FieldGroup group;
};

constexpr Place kPlaces[] = {{"preferred_channel", FieldGroup::Reach},
                             {"preferred_time", FieldGroup::Reach},
                             {"salutation", FieldGroup::Reach},
                             {"language", FieldGroup::Reach},
                             {"street", FieldGroup::Reach},
                             {"postal_code", FieldGroup::Reach},
                             {"city", FieldGroup::Reach},
                             {"district", FieldGroup::Reach},
                             {"region", FieldGroup::Reach},
                             {"country", FieldGroup::Reach},
                             {"letter_format", FieldGroup::Reach},
                             {"name", FieldGroup::About},
                             {"given_name", FieldGroup::About},
                             {"family_name", FieldGroup::About},
                             {"company", FieldGroup::About},
                             {"job_title", FieldGroup::About},
                             {"kind", FieldGroup::About},
                             {"lifecycle", FieldGroup::About},
                             {"birthday_on", FieldGroup::About},
                             {"gender", FieldGroup::About},
                             {"marital_status", FieldGroup::About},
                             {"household_size", FieldGroup::About},
                             {"occupation", FieldGroup::About},
                             {"education", FieldGroup::About},
                             {"income", FieldGroup::About},
                             {"hobby", FieldGroup::About},
                             {"industry", FieldGroup::About},
                             {"company_size", FieldGroup::About},
                             {"market_segment", FieldGroup::About},
                             {"source", FieldGroup::About},
                             {"status", FieldGroup::About},
                             {"score", FieldGroup::About},
                             {"owner", FieldGroup::About},
                             {"customer_number", FieldGroup::About},
                             {"note", FieldGroup::About},
                             {"likes", FieldGroup::Buys},
                             {"discount", FieldGroup::Buys},
                             {"delivery_method", FieldGroup::Buys}};

constexpr const char *kPointKinds[] = {"phone", "email", "messenger", "social", "web", "video"};

QString pointLabel(const QString &kind) {
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

QStringList choicesOf(const db::FieldInfo &info) {
    if (info.column == "preferred_channel")
        return {u"phone"_s, u"email"_s, u"sms"_s, u"messenger"_s, u"post"_s};
    if (info.column == "gender")
        return {u"female"_s, u"male"_s, u"other"_s};
    if (info.column == "letter_format")
        return {u"html"_s, u"plain"_s};
    return info.choices;
}

QString genderText(const QString &word) {
    if (word == "female"_L1)
        return Texts::tr("Female");
    if (word == "male"_L1)
        return Texts::tr("Male");
    return word == "other"_L1 ? Texts::tr("Other") : word;
}

QString dateShown(const QString &iso, const Formats &formats) {
    const auto date = parsePartialDate(iso);
    if (!date)
        return iso;
    if (date->year)
        return formats.date(QDate(*date->year, date->month, date->day));
    //: A date without its year, in the letters of QLocale::toString: 14 May.
    return formats.locale().toString(anniversaryIn(*date, formats.today().year()), Texts::tr("d MMMM"), formats.calendar());
}

CardField pointField(const ContactPoint &point) {
    CardField field;
    field.key = "point " + QByteArray::number(point.id.value);
    field.source = CardField::Source::Point;
    field.column = point.kind.toLatin1();
    field.label = point.label.isEmpty() ? pointLabel(point.kind) : point.label;
    field.text = field.shown = point.value;
    field.point = point;
    field.isLtr = true;
    if (point.wrong)
        field.mark = Texts::tr("Wrong");
    else if (point.optedOut)
        field.mark = Texts::tr("Opted out");
    return field;
}

CardField newPointField(const char *kind) {
    CardField field;
    field.key = QByteArray("new ") + kind;
    field.source = CardField::Source::NewPoint;
    field.column = kind;
    field.label = pointLabel(QString::fromLatin1(kind));
    field.isLtr = true;
    return field;
}

CardField columnField(const Place &place, const Customer &customer, const Formats &formats) {
    CardField field;
    const db::FieldInfo *info = db::recordType<Customer>().find(place.column);
    field.key = field.column = place.column;
    field.source = CardField::Source::Column;
    field.group = place.group;
    field.name = info->label;
    field.label = labelOf(*info);
    field.kind = info->kind;
    field.choices = choicesOf(*info);
    const QString stored = textOfValue(*info, info->get(&customer));
    field.text = stored;
    field.shown = field.choices.isEmpty() ? stored : choiceText(field.column, stored);
    if (info->kind == db::FieldKind::Date)
        field.text = field.shown = dateShown(stored, formats);
    return field;
}

CardField tagsField(const Card &card) {
    CardField field;
    field.key = field.column = "tags";
    field.source = CardField::Source::Tags;
    field.group = FieldGroup::About;
    field.label = Texts::tr("Tags");
    field.tags = card.tags;
    QStringList names;
    for (const Tag &tag : card.tags)
        names << tag.name;
    field.text = field.shown = names.join(u"; "_s);
    return field;
}

QList<CardField> ownFields(const Card &card) {
    QList<CardField> fields;
    for (const Card::OwnField &own : card.ownFields) {
        const QString text = own.value.number ? QString::number(*own.value.number) : own.value.text;
        const QByteArray column = "custom." + own.field.name.toUtf8();
        if (!fields.isEmpty() && fields.last().column == column) { // a further one of several choices
            fields.last().text += u"; "_s + text;
            fields.last().shown = fields.last().text;
            continue;
        }
        CardField field;
        field.key = field.column = column;
        field.source = CardField::Source::Own;
        field.group = FieldGroup::Own;
        field.label = own.field.label;
        field.text = field.shown = text;
        fields << field;
    }
    return fields;
}

Result<void> writeTags(workspace::Recorder &recorder, Id customer, const FieldEdit &edit) {
    QSet<QString> wanted;
    for (const QString &part : edit.typed.split(QRegularExpression(u"[;,؛،]"_s), Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        wanted.insert(fold(part));
        TRY_VOID(tagCustomer(recorder, customer, part.trimmed()));
    }
    for (const Tag &tag : edit.field.tags)
        if (!wanted.contains(fold(tag.name)))
            TRY_VOID(untagCustomer(recorder, customer, tag.id));
    return {};
}

} // namespace

QString groupTitle(FieldGroup group) {
    switch (group) {
    case FieldGroup::Reach: return Texts::tr("How to reach");
    case FieldGroup::About: return Texts::tr("About");
    case FieldGroup::Buys: return Texts::tr("Buys");
    case FieldGroup::Own: break;
    }
    return Texts::tr("Own fields");
}

QString choiceText(const QByteArray &column, const QString &word) {
    if (column == "lifecycle")
        return lifecycleText(word);
    if (column == "preferred_channel")
        return channelText(word);
    if (column == "gender")
        return genderText(word);
    if (word == "person"_L1)
        return Texts::tr("Person");
    if (word == "organisation"_L1)
        return Texts::tr("Organisation");
    if (word == "plain"_L1)
        return Texts::tr("Plain text");
    return word == "html"_L1 ? Texts::tr("With formatting") : word;
}

QList<CardField> cardFields(const Card &card, const Formats &formats) {
    QList<CardField> fields;
    for (const ContactPoint &point : card.contactPoints)
        fields << pointField(point);
    for (const char *kind : kPointKinds)
        fields << newPointField(kind);
    for (const Place &place : kPlaces) {
        fields << columnField(place, card.customer, formats);
        if (fields.last().column == "lifecycle")
            fields << tagsField(card);
    }
    return fields + ownFields(card);
}

workspace::OperationInfo operationOf(const FieldEdit &edit, Id customer) {
    switch (edit.field.source) {
    case CardField::Source::Point:
    case CardField::Source::NewPoint: return {u"contact_point"_s, Customer::kTable, customer};
    case CardField::Source::Tags: return {u"tag"_s, Customer::kTable, customer};
    default: return {u"edit"_s, Customer::kTable, customer, {{u"field"_s, QString::fromLatin1(edit.field.name)}}};
    }
}

Result<void> writeField(workspace::Recorder &recorder, Id customer, const FieldEdit &edit) {
    switch (edit.field.source) {
    case CardField::Source::Point: return changeContactPoint(recorder, edit.field.point, edit.typed);
    case CardField::Source::NewPoint: {
        TRY_VOID(addContactPoint(recorder, customer, QString::fromLatin1(edit.field.column), edit.typed));
        return {};
    }
    case CardField::Source::Tags: return writeTags(recorder, customer, edit);
    default: break;
    }
    TRY_VOID(setCustomerFields(recorder, customer, edit.versionRead, {{edit.field.column, edit.typed}}));
    return {};
}

QString storedForm(const CardField &field, const QString &typed, const Formats &formats) {
    if (field.kind != db::FieldKind::Date || typed.trimmed().isEmpty() || parsePartialDate(typed.trimmed()))
        return typed;
    const QString digits = asciiDigits(typed);
    const auto words = parseDateWords(typed, {formats.today(), formats.locale(), formats.calendar(), DateLean::Past});
    if (!words)
        return typed;
    static const QRegularExpression year(u"\\d{4}|\\d+[./-]\\d+[./-]\\d+"_s);
    if (!year.match(digits).hasMatch())
        return partialDateText({std::nullopt, words->day.month(), words->day.day()});
    // Two digits of a year are those of the century that has them behind it.
    const QDate day = words->day > formats.today() && !digits.contains(QString::number(words->day.year()))
                          ? words->day.addYears(-100)
                          : words->day;
    return day.toString(Qt::ISODate);
}

} // namespace kontor::ui
