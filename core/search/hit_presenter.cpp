#include "search/hit_presenter.h"

#include "base/fold.h"
#include "search/document_source.h"
#include "search/text_marks.h"

#include <QHash>

#include <algorithm>

namespace kontor::search {

namespace {

bool isOfName(HitClass hitClass) {
    return hitClass == HitClass::NamePrefix || hitClass == HitClass::NameWord || hitClass == HitClass::OtherSpelling ||
           hitClass == HitClass::SimilarSound;
}

void setMatched(Hit &hit, const QByteArray &field, const QString &value, QList<Mark> marks) {
    hit.field = field;
    hit.matched = cutAround(value, marks);
    hit.matchedMarks = std::move(marks);
}

// How much of a number the query's digits cover: the number that holds all of them, not the few last ones.
qsizetype covered(const QList<Mark> &marks) {
    qsizetype length = 0;
    for (const Mark &mark : marks)
        length += mark.length;
    return length;
}

bool showPhone(Hit &hit, const CustomerText &text, const Query &query) {
    const PhoneText *best = nullptr;
    QList<Mark> bestMarks;
    for (const PhoneText &phone : text.phones) {
        const QList<Mark> marks = marksOfNumber(phone.value, query);
        if (covered(marks) > covered(bestMarks)) {
            best = &phone;
            bestMarks = marks;
        }
    }
    if (best)
        setMatched(hit, QByteArrayLiteral("phone"), best->value, bestMarks);
    return best != nullptr;
}

bool showField(Hit &hit, const QByteArray &field, const QString &value, const Query &query) {
    const QList<Mark> marks = marksOfWords(value, query);
    if (marks.isEmpty())
        return false;
    setMatched(hit, field, value, marks);
    return true;
}

bool showAny(Hit &hit, const QByteArray &field, const QStringList &values, const Query &query) {
    return std::any_of(values.begin(), values.end(), [&](const QString &value) { return showField(hit, field, value, query); });
}

// The first field beside the name that has something of the query in it; the name where none has.
void showWhere(Hit &hit, const CustomerText &text, const Query &query) {
    const bool isNumber =
        std::any_of(query.terms.begin(), query.terms.end(), [](const Term &term) { return !term.digitForms.isEmpty(); });
    if (isOfName(hit.hitClass))
        return setMatched(hit, "name", text.name, hit.nameMarks);
    if (isNumber && hit.hitClass != HitClass::Email && hit.hitClass != HitClass::CompanyPrefix && hit.hitClass != HitClass::Tag &&
        showPhone(hit, text, query))
        return;
    if (hit.hitClass == HitClass::Tag && showAny(hit, "tag", text.tags, query))
        return;
    if (hit.hitClass == HitClass::Email && showAny(hit, "email", text.emails, query))
        return;
    if (hit.hitClass == HitClass::InsideWord && !hit.nameMarks.isEmpty())
        return setMatched(hit, "name", text.name, hit.nameMarks);
    if (showField(hit, "company", text.company, query) || showAny(hit, "email", text.emails, query) ||
        showAny(hit, "tag", text.tags, query))
        return;
    for (const FieldText &other : text.others) {
        if (showField(hit, other.field, other.value, query))
            return;
    }
    setMatched(hit, "name", text.name, hit.nameMarks);
}

void showEntry(Hit &hit, const EntryText &entry, const Query &query) {
    hit.interactionId = Id{entry.id};
    hit.interactionKind = entry.kind;
    hit.interactionAt = entry.at;
    setMatched(hit, "interaction", entry.text, marksOfWords(entry.text, query));
}

Result<QHash<qint64, CustomerText>> textsOf(DocumentSource &source, const QList<Found> &found) {
    QList<qint64> ids;
    for (const Found &one : found)
        ids << one.customerId;
    TRY(texts, source.customers(ids));
    QHash<qint64, CustomerText> byId;
    for (const CustomerText &text : std::as_const(texts))
        byId.insert(text.id, text);
    return byId;
}

Result<QHash<qint64, EntryText>> entriesOf(DocumentSource &source, const QList<Found> &found) {
    QList<qint64> ids;
    for (const Found &one : found) {
        if (one.entryId != 0)
            ids << one.entryId;
    }
    TRY(entries, source.entries(ids));
    QHash<qint64, EntryText> byId;
    for (const EntryText &entry : std::as_const(entries))
        byId.insert(entry.id, entry);
    return byId;
}

} // namespace

Result<QList<Hit>> presentHits(db::Database &base, const QList<Found> &found, const Query &query) {
    TRY(source, DocumentSource::open(base));
    TRY(texts, textsOf(*source, found));
    TRY(entries, entriesOf(*source, found));
    QList<Hit> hits;
    for (const Found &one : found) {
        const auto text = texts.constFind(one.customerId);
        if (text == texts.constEnd() || (one.entryId != 0 && !entries.contains(one.entryId)))
            continue;
        Hit hit{.customerId = Id{one.customerId},
                .name = text->name,
                .company = text->company,
                .isOrganisation = text->isOrganisation,
                .nameMarks = marksOfWords(text->name, query),
                .hitClass = one.hitClass};
        if (one.entryId != 0)
            showEntry(hit, entries.value(one.entryId), query);
        else
            showWhere(hit, *text, query);
        hits << hit;
    }
    // Within a class by name; entries stay newest first.
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
        if (a.hitClass != b.hitClass)
            return a.hitClass < b.hitClass;
        return a.hitClass != HitClass::Entry && fold(a.name) < fold(b.name);
    });
    return hits;
}

} // namespace kontor::search
