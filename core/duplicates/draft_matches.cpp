// findDuplicatesOf(): the few customers that the indexes of the base name for a draft, judged as those of the whole base are.
#include "base/email.h"
#include "base/fold.h"
#include "base/phone.h"
#include "duplicates/block_keys.h"
#include "duplicates/duplicate_finder.h"

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostByKey = 50;

Profile profileOfDraft(const NewCustomer &draft, const QString &country) {
    Profile profile = profileOf(draft.customer);
    for (const QString &phone : draft.phones)
        addPoint(profile, u"phone", parsePhone(phone, country).normalised, {});
    for (const QString &email : draft.emails)
        addPoint(profile, u"email", parseEmail(email).normalised, {});
    removeMadeName(profile);
    return profile;
}

Result<QList<Id>> idsBy(db::Database &database, const QString &sql, const db::Value &value) {
    TRY(rows, database.query(sql + u" LIMIT ?"_s, {value, kMostByKey}));
    QList<Id> ids;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return ids;
        ids << rows.id(0);
    }
}

// The name as typed, and with its last word first or its first word last.
QStringList ordersOf(const QString &folded) {
    QStringList words = QString(folded).remove(u',').split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {folded};
    QStringList lastFirst = words, firstLast = words;
    std::rotate(lastFirst.begin(), lastFirst.end() - 1, lastFirst.end());
    std::rotate(firstLast.begin(), firstLast.begin() + 1, firstLast.end());
    QStringList orders{folded, words.join(u' '), lastFirst.join(u' '), firstLast.join(u' ')};
    orders.removeDuplicates();
    return orders;
}

} // namespace

Result<QList<Match>> findDuplicatesOf(db::Database &database, const NewCustomer &draft, const QString &country,
                                      const QList<Id> &alsoLookAt) {
    const Profile profile = profileOfDraft(draft, country);
    Surroundings surroundings;
    QSet<Id> ids(alsoLookAt.cbegin(), alsoLookAt.cend());
    for (const QString &point : profile.phones + profile.emails) {
        TRY(found, idsBy(database, u"SELECT customer_id FROM contact_point WHERE normalised = ? AND normalised <> ''"_s, point));
        if (found.size() > kCrowd)
            surroundings.addCrowded(point.contains(u'@') ? emailKey(point) : phoneKey(point));
        ids += QSet<Id>(found.cbegin(), found.cend());
    }
    if (!profile.name.isEmpty()) {
        for (const QString &name : ordersOf(fold(draft.customer.name))) {
            TRY(found, idsBy(database, u"SELECT id FROM customer WHERE name_folded = ?"_s, name));
            ids += QSet<Id>(found.cbegin(), found.cend());
        }
    }
    TRY(source, ProfileSource::open(database));
    TRY(profiles, source->of(ids.values()));
    QList<Match> matches;
    for (const Profile &other : std::as_const(profiles)) {
        std::optional<Judgement> judgement = judge(profile, other, surroundings);
        if (!judgement && mayBeOne(profile, other) && likeness(profile.name, other.name) == Likeness::Same)
            judgement = Judgement{Certainty::Possible, Reason::SameName};
        if (judgement)
            matches.append({other.id, other.shownName, *judgement});
    }
    std::sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        return std::tuple(a.judgement.certainty, a.judgement.reason, a.customer) <
               std::tuple(b.judgement.certainty, b.judgement.reason, b.customer);
    });
    return matches;
}

} // namespace kontor::duplicates
