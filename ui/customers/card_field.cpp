#include "customers/card_field.h"

#include "base/fold.h"
#include "base/money.h"
#include "base/partial_date.h"
#include "customers/customer_repository.h"
#include "customers/customer_texts.h"
#include "customers/place_names.h"
#include "settings/language.h"
#include "customers/field_text.h"
#include "forms/form_popover.h"
#include "tags/tag_repository.h"
#include "widgets/formats.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

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

QStringList wordsOf(const db::FieldInfo &info) {
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

// "14 May 1980 (in 8 days)" where it is near.
QString birthdayShown(const QString &iso, const Formats &formats) {
    constexpr int kNear = 60;
    const QString day = partialDateShown(iso, formats);
    const auto date = parsePartialDate(iso);
    if (!date)
        return day;
    const int days = int(formats.today().daysTo(nextAnniversary(*date, formats.today())));
    if (days == 0)
        return Texts::tr("%1 (today)").arg(day);
    return days <= kNear ? Texts::tr("%1 (in %Ln day(s))", nullptr, days).arg(day) : day;
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
    field.choices = wordsOf(*info);
    const QString stored = textOfValue(*info, info->get(&customer));
    field.text = stored;
    field.shown = field.choices.isEmpty() ? stored : choiceText(field.column, stored);
    if (field.column == "lifecycle") {
        field.choices.clear();
        for (const CustomerType &type : formats.types().offered()) {
            field.choices << type.name;
            field.choiceWords.insert(type.name, type.label());
        }
        field.shown = formats.types().label(stored);
    } else if (info->kind == db::FieldKind::Date) {
        field.text = partialDateShown(stored, formats);
        field.shown = birthdayShown(stored, formats);
    } else if (field.column == "language" && QLocale(stored).language() != QLocale::C) {
        field.shown = languageName(stored);
    } else if (field.column == "country") {
        field.shown = countryName(stored, formats.locale());
    }
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

// Of several numbers and addresses both stay: where somebody else changed or removed this one, mine becomes a further one.
Result<void> writePoint(workspace::Recorder &recorder, Id customer, const FieldEdit &edit) {
    const ContactPoint &point = edit.field.point;
    if (edit.typed.trimmed().isEmpty()) {
        TRY(now, db::find<ContactPoint>(recorder.database(), point.id));
        if (!now || now->value != point.value)
            return {}; // the one that was to go is gone; another one stands there
    }
    const Result<void> changed = changeContactPoint(recorder, point, edit.typed);
    const bool isOther = !changed && (changed.error().code == Code::Conflict || changed.error().code == Code::NotFound);
    if (!isOther)
        return changed;
    TRY_VOID(addContactPoint(recorder, customer, point.kind, edit.typed, point.label));
    return {};
}

} // namespace

QString CardField::groupText() const {
    static const QString words[] = {u"reach"_s, u"about"_s, u"buys"_s};
    return fieldGroupText(group == FieldGroup::Own ? ownGroup : words[int(group)]);
}

QString choiceText(const QByteArray &column, const QString &word) {
    if (column == "preferred_channel")
        return channelText(word);
    if (column == "gender")
        return genderText(word);
    if (column.startsWith("custom."))
        return word == "yes"_L1 ? Texts::tr("Yes") : word == "no"_L1 ? Texts::tr("No") : word;
    if (word == "person"_L1)
        return Texts::tr("Person");
    if (word == "organisation"_L1)
        return Texts::tr("Organisation");
    if (word == "plain"_L1)
        return Texts::tr("Plain text");
    return word == "html"_L1 ? Texts::tr("With formatting") : word;
}

QList<CardField> cardFields(const Card &card, const Formats &formats) {
    QList<CardField> fields = pointFields(card) + consentFields(card, formats);
    for (const Place &place : kPlaces) {
        fields << columnField(place, card.customer, formats);
        if (fields.last().column == "country")
            fields += addressFields(card, formats);
        if (fields.last().column == "birthday_on")
            fields += dateFields(card, formats);
        if (fields.last().column == "lifecycle")
            fields << tagsField(card);
    }
    fields += ownFields(card, formats);
    // Own fields come last in their group; the groups that they name follow each other as the fields do.
    QStringList named;
    for (const CardField &field : std::as_const(fields))
        if (field.group == FieldGroup::Own && !named.contains(field.ownGroup))
            named << field.ownGroup;
    const auto place = [&](const CardField &field) {
        return int(field.group) + (field.group == FieldGroup::Own ? int(named.indexOf(field.ownGroup)) : 0);
    };
    std::stable_sort(fields.begin(), fields.end(),
                     [&](const CardField &a, const CardField &b) { return place(a) < place(b); });
    return fields;
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
    if (!edit.wasTrashed) {
        TRY(now, db::find<Customer>(recorder.database(), customer));
        if (now && now->trashedAt)
            return Error{Code::Conflict, Texts::tr("This customer was moved to the trash. Nothing was saved."), QString(),
                         QByteArrayLiteral("trashed_at")};
    }
    switch (edit.field.source) {
    case CardField::Source::Point: return writePoint(recorder, customer, edit);
    case CardField::Source::NewPoint: {
        TRY_VOID(addContactPoint(recorder, customer, QString::fromLatin1(edit.field.column), edit.typed, edit.field.point.label));
        return {};
    }
    case CardField::Source::Tags: return writeTags(recorder, customer, edit);
    default: break;
    }
    FieldText text{edit.field.column, edit.typed};
    if (edit.field.source == CardField::Source::Own)
        text.before = edit.before;
    TRY_VOID(setCustomerFields(recorder, customer, edit.versionRead, {text}));
    return {};
}

QString storedForm(const CardField &field, const QString &typed, const Formats &formats) {
    const QString trimmed = typed.trimmed();
    if (trimmed.isEmpty())
        return typed;
    if (field.kind == db::FieldKind::Date)
        return partialDateFrom(trimmed, formats).value_or(typed);
    // The core reads numbers of own fields with a point.
    if (field.ownKind == "money"_L1)
        if (const auto minor = parseMoney(trimmed, currencyDecimals(formats.currency())))
            return moneyText(*minor, formats.currency());
    if (field.ownKind == "number"_L1) {
        bool isNumber = false;
        const double number = formats.locale().toDouble(asciiDigits(trimmed), &isNumber);
        if (isNumber)
            return QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    return typed;
}

} // namespace kontor::ui
