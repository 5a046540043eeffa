#include "customers/card_repository.h"

#include "base/partial_date.h"
#include "base/phone.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::customers", text); }

Error invalid(const char *field, const QString &message) { return Error{Code::Invalid, message, QString(), QByteArray(field)}; }

template <class R>
Result<void> save(Recorder &recorder, const R &before, R &after) {
    if (before.id.isValid())
        return recorder.update(before, after);
    TRY_VOID(recorder.insert(after));
    return {};
}

bool isDate(const QString &text) { return parsePartialDate(text).has_value(); }

} // namespace

Result<void> saveContactPoint(Recorder &recorder, const ContactPoint &before, ContactPoint after) {
    after.value = after.value.trimmed();
    after.label = after.label.simplified();
    if (after.value.isEmpty())
        return invalid("value", tr("A way to reach a customer cannot be empty. Enter a number or an address."));
    if (after.kind == "phone"_L1)
        if (const Phone phone = parsePhone(after.value, recorder.context().country); phone.normalised.isEmpty())
            return invalid("phone", phoneProblemText(phone.problem));
    if (after.value != before.value)
        after.wrong = false;
    return save(recorder, before, after);
}

Result<void> makeMainContactPoint(Recorder &recorder, Id id) {
    TRY(found, db::find<ContactPoint>(recorder.database(), id));
    if (!found)
        return Error{Code::NotFound, tr("This way to reach the customer is not there any more."), QString(),
                     QByteArrayLiteral("id")};
    TRY(points, db::select<ContactPoint>(recorder.database(), u"customer_id = ? AND kind = ? ORDER BY id <> ?, position, id"_s,
                                         {found->customerId, found->kind, id}));
    for (qsizetype i = 0; i < points.size(); ++i) {
        ContactPoint moved = points[i];
        moved.position = i;
        TRY_VOID(recorder.update(points[i], moved));
    }
    return {};
}

Result<void> saveAddress(Recorder &recorder, const Address &before, Address after) {
    QString all;
    for (QString *part : {&after.street, &after.district, &after.city, &after.region, &after.postalCode, &after.country}) {
        *part = part->trimmed();
        all += *part;
    }
    if (all.isEmpty())
        return invalid("street", tr("Enter a street or a city."));
    return save(recorder, before, after);
}

Result<void> saveRelation(Recorder &recorder, const Relation &before, Relation after) {
    after.otherName = after.otherId ? QString() : after.otherName.simplified();
    if (!after.otherId && after.otherName.isEmpty())
        return invalid("other_name", tr("Enter the name of the person or company."));
    if (after.otherId == after.customerId)
        return invalid("other_name", tr("A customer cannot be related to itself. Choose another one."));
    if (after.kind.isEmpty())
        return invalid("kind", tr("Choose how they are related."));
    for (const QString &date : {after.birthdayOn, after.fromOn, after.untilOn})
        if (!date.isEmpty() && !isDate(date))
            return invalid("birthday_on", tr("“%1” is not a date.").arg(date));
    return save(recorder, before, after);
}

Result<void> saveImportantDate(Recorder &recorder, const ImportantDate &before, ImportantDate after) {
    after.label = after.label.simplified();
    if (after.label.isEmpty())
        return invalid("label", tr("Say in a few words what happens on that day."));
    if (!isDate(after.dateOn))
        return invalid("date_on", after.dateOn.isEmpty() ? tr("Enter the day.") : tr("“%1” is not a date.").arg(after.dateOn));
    return save(recorder, before, after);
}

Result<void> addConsent(Recorder &recorder, Consent consent) {
    if (!QStringList{u"given"_s, u"refused"_s, u"withdrawn"_s}.contains(consent.state))
        return invalid("state", tr("Choose what the customer decided."));
    if (!QStringList{u""_s, u"phone"_s, u"email"_s, u"sms"_s, u"messenger"_s, u"post"_s}.contains(consent.channel))
        return invalid("channel", tr("There is no channel “%1”.").arg(consent.channel));
    if (consent.decidedAt.milliseconds == 0)
        consent.decidedAt = recorder.now();
    TRY_VOID(recorder.insert(consent));
    return {};
}

} // namespace kontor
