#include "data_care/care_fix.h"

#include "base/phone.h"
#include "customers/bulk_steps.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "customers/field_text.h"
#include "data_care/reach_repair.h"
#include "data_care/text_repair.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::data_care {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::data_care", text); }

const QString &textOf(const CareCard &card, QByteArrayView column) { return card.texts.at(careColumn(column)); }

CareFix fixOfField(const CareCard &card, const db::FieldInfo &field, const QString &before) {
    CareFix fix;
    fix.customer = card.id;
    fix.customerName = textOf(card, "name");
    fix.table = Customer::kTable;
    fix.record = card.id;
    fix.column = field.column;
    fix.fieldLabel = labelOf(field);
    fix.before = before;
    return fix;
}

CareFix fixOfPoint(const CareCard &card, const CarePoint &point) {
    CareFix fix;
    fix.customer = card.id;
    fix.customerName = textOf(card, "name");
    fix.table = ContactPoint::kTable;
    fix.record = point.id;
    fix.column = QByteArrayLiteral("value");
    fix.fieldLabel = point.isPhone ? tr("Phone") : tr("E-mail");
    fix.before = point.value;
    return fix;
}

struct CasedColumn {
    const char *column;
    CasedAs as;
};
constexpr CasedColumn kCased[] = {{"name", CasedAs::PersonName},
                                  {"given_name", CasedAs::PersonName},
                                  {"family_name", CasedAs::PersonName},
                                  {"company", CasedAs::CompanyName},
                                  {"street", CasedAs::Place},
                                  {"district", CasedAs::Place},
                                  {"city", CasedAs::Place}};

void addCasing(const CareCard &card, QList<CareFix> &fixes) {
    static const auto places = [] {
        std::array<int, std::size(kCased)> found{};
        std::transform(std::begin(kCased), std::end(kCased), found.begin(),
                       [](const CasedColumn &cased) { return careColumn(cased.column); });
        return found;
    }();
    for (size_t i = 0; i < places.size(); ++i) {
        const CasedColumn &cased = kCased[i];
        const int column = places[i];
        const QString &text = card.texts.at(column);
        const bool isCompany = cased.as == CasedAs::PersonName && card.isOrganisation;
        const auto casing = properCasing(text, isCompany ? CasedAs::CompanyName : cased.as);
        if (!casing)
            continue;
        CareFix fix = fixOfField(card, *careColumns().at(column), text);
        fix.after = casing->text;
        fix.isCertain = casing->isCertain;
        fixes << fix;
    }
}

void addSpaces(const CareCard &card, QList<CareFix> &fixes) {
    for (int column = 0; column < careColumns().size(); ++column) {
        const QString &text = card.texts.at(column);
        const QString plain = withoutStraySpaces(text);
        if (plain == text || plain.isEmpty())
            continue;
        fixes << fixOfField(card, *careColumns().at(column), text);
        fixes.last().after = plain;
    }
    for (const CarePoint &point : card.points) {
        const QString plain = withoutStraySpaces(point.value);
        if (plain == point.value || plain.isEmpty())
            continue;
        fixes << fixOfPoint(card, point);
        fixes.last().after = plain;
    }
}

void takeRepair(CareFix &fix, const CarePoint &point, const std::optional<ReachRepair> &repair) {
    // A label that the number has already is not written over.
    if (!repair || (!repair->label.isEmpty() && !point.label.isEmpty()))
        return;
    fix.after = repair->value;
    fix.label = repair->label;
    fix.isCertain = repair->isCertain;
}

void addPhones(const CareCard &card, const QString &country, QList<CareFix> &fixes) {
    for (const CarePoint &point : card.points) {
        if (!point.isPhone || point.isWrong || isSoundPhone(point.value, country))
            continue;
        CareFix fix = fixOfPoint(card, point);
        fix.reason = phoneProblemText(parsePhone(point.value, country).problem);
        takeRepair(fix, point, repairedPhone(point.value, country, textOf(card, "country")));
        fixes << fix;
    }
}

void addEmails(const CareCard &card, QList<CareFix> &fixes) {
    for (const CarePoint &point : card.points) {
        if (point.isPhone || point.isWrong || isSoundEmail(point.value))
            continue;
        CareFix fix = fixOfPoint(card, point);
        fix.reason = tr("No e-mail can be delivered to this address.");
        takeRepair(fix, point, repairedEmail(point.value));
        fixes << fix;
    }
}

// True: it was changed.
Result<bool> applyFix(workspace::Recorder &recorder, const CareFix &fix) {
    const workspace::RecordEntry *entry = recorder.catalogue().find(fix.table);
    TRY(row, db::findRow(recorder.database(), *entry->type, fix.record));
    const int column = entry->type->indexOf(fix.column);
    if (!row || fix.after.isEmpty() || row->values.at(column).text() != fix.before)
        return false;
    QList<workspace::FieldValue> values{{fix.column, db::Value(fix.after)}};
    if (!fix.label.isEmpty())
        values << workspace::FieldValue{QByteArrayLiteral("label"), db::Value(fix.label)};
    TRY_VOID(recorder.updateRow(fix.table, *row, values));
    return true;
}

} // namespace

QList<CareFix> careFixesOf(const CareCard &card, CareKind kind, const QString &country) {
    QList<CareFix> fixes;
    switch (kind) {
    case CareKind::Phones: addPhones(card, country, fixes); break;
    case CareKind::Emails: addEmails(card, fixes); break;
    case CareKind::Casing: addCasing(card, fixes); break;
    case CareKind::Spaces: addSpaces(card, fixes); break;
    }
    return fixes;
}

bool needsCare(const CareCard &card, CareKind kind, const QString &country) { return !careFixesOf(card, kind, country).isEmpty(); }

Result<QList<CareFix>> careFixes(db::Database &database, const QList<Id> &customers, CareKind kind, const QString &country) {
    TRY(cards, careCards(database, customers));
    QList<CareFix> fixes;
    for (const CareCard &card : std::as_const(cards))
        fixes << careFixesOf(card, kind, country);
    return fixes;
}

Result<CareOutcome> applyCareFixes(workspace::Base &base, const QList<CareFix> &fixes,
                                   const std::function<bool(qint64)> &progress) {
    CareOutcome outcome;
    if (fixes.isEmpty())
        return outcome;
    QSet<Id> customers;
    for (const CareFix &fix : fixes)
        customers.insert(fix.customer);
    workspace::OperationInfo info{u"bulk"_s, Customer::kTable, {}, {{u"count"_s, qint64(customers.size())}}};
    if (customers.size() == 1)
        info.subjectId = *customers.cbegin();
    TRY_VOID(applySteps(
        base, info, fixes,
        [&outcome](workspace::Recorder &recorder, const CareFix &fix, qsizetype number) -> Result<void> {
            if (number == 0)
                outcome = {}; // an act may be repeated as a whole
            TRY(changed, applyFix(recorder, fix));
            ++(changed ? outcome.changed : outcome.passedOver);
            return {};
        },
        progress));
    return outcome;
}

} // namespace kontor::data_care
