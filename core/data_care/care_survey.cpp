#include "data_care/care_survey.h"

#include <algorithm>
#include <bit>

namespace kontor::data_care {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000;

quint64 bit(int field) { return quint64(1) << field; }
quint8 bit(CareKind kind) { return quint8(1 << int(kind)); }

bool lacks(const CareCard &card, const CareField &field) {
    if (field.own.isValid())
        return !card.ownFields.contains(field.own);
    if (field.text >= 0)
        return card.texts.at(field.text).isEmpty();
    if (field.name == "tag"_L1)
        return !card.hasTags;
    const bool isPhone = field.name == "phone"_L1;
    return std::none_of(card.points.begin(), card.points.end(),
                        [&](const CarePoint &point) { return point.isPhone == isPhone && !point.value.isEmpty(); });
}

CareRow rowOf(const CareCard &card, const CareQuestion &question) {
    CareRow row;
    row.id = card.id;
    for (int field = 0; field < question.fields.size(); ++field)
        if (lacks(card, question.fields.at(field)))
            row.missing |= bit(field);
    for (const CareKind kind : kCareKinds)
        if (needsCare(card, kind, question.country))
            row.needs |= bit(kind);
    row.lastContactAt = qint32(card.lastContactAt / kMinute);
    row.changedAt = qint32(card.changedAt / kMinute);
    return row;
}

std::vector<CareRow> rowsOf(const QList<CareCard> &cards, const CareQuestion &question) {
    std::vector<CareRow> rows;
    rows.reserve(size_t(cards.size()));
    for (const CareCard &card : cards)
        rows.push_back(rowOf(card, question));
    return rows;
}

bool isBefore(const CareRow &row, Id id) { return row.id < id; }

} // namespace

Result<CareTask> careTask(db::Database &database, const QString &country) {
    TRY(fields, careFields(database));
    TRY(count, database.single(u"SELECT count(*) FROM customer"_s));
    return CareTask{{fields, country}, count.integer()};
}

Result<CarePage> carePage(db::Database &database, const CareQuestion &question, Id after) {
    TRY(cards, careCardsAfter(database, after, kCarePage));
    return CarePage{rowsOf(cards, question), cards.isEmpty() ? after : cards.last().id, cards.size() < kCarePage};
}

Result<std::vector<CareRow>> careRows(db::Database &database, const CareQuestion &question, const QList<Id> &customers) {
    TRY(cards, careCards(database, customers));
    return rowsOf(cards, question);
}

void CareSurvey::append(const CarePage &page) {
    for (const CareRow &row : page.rows) {
        m_rows.push_back(row);
        count(row, 1);
    }
}

// In one walk at the most: among a million rows each single one that is put in or taken out would move half of them.
void CareSurvey::replace(const QList<Id> &customers, const std::vector<CareRow> &rows) {
    QSet<Id> gone(customers.cbegin(), customers.cend());
    std::vector<CareRow> added;
    for (const CareRow &row : rows) {
        gone.remove(row.id);
        count(row, 1);
        const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), row.id, isBefore);
        if (found == m_rows.end() || found->id != row.id) {
            added.push_back(row);
            continue;
        }
        count(*found, -1);
        *found = row;
    }
    gone.removeIf([this](Id id) {
        const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id, isBefore);
        return found == m_rows.end() || found->id != id;
    });
    if (!gone.isEmpty())
        std::erase_if(m_rows, [&](const CareRow &row) {
            const bool goes = gone.contains(row.id);
            if (goes)
                count(row, -1);
            return goes;
        });
    const auto middle = m_rows.insert(m_rows.end(), added.begin(), added.end());
    std::inplace_merge(m_rows.begin(), middle, m_rows.end(), [](const CareRow &a, const CareRow &b) { return a.id < b.id; });
}

void CareSurvey::count(const CareRow &row, int by) {
    for (quint64 left = row.missing; left != 0; left &= left - 1)
        m_missing[size_t(std::countr_zero(left))] += by;
    for (const CareKind kind : kCareKinds)
        if (row.needs & bit(kind))
            m_needing[size_t(kind)] += by;
}

QList<Id> CareSurvey::whoNeeds(CareKind kind, qsizetype limit) const {
    QList<Id> customers;
    for (const CareRow &row : m_rows) {
        if (customers.size() >= limit)
            break;
        if (row.needs & bit(kind))
            customers << row.id;
    }
    return customers;
}

QList<Emptiest> CareSurvey::emptiest(quint64 fields, qsizetype limit) const {
    std::array<QList<Emptiest>, kMostCareFields + 1> byCount; // at most `limit` of each
    for (const CareRow &row : m_rows) {
        const quint64 missing = row.missing & fields;
        QList<Emptiest> &same = byCount[size_t(std::popcount(missing))];
        if (missing != 0 && same.size() < limit)
            same << Emptiest{row.id, missing};
    }
    QList<Emptiest> found;
    for (auto same = byCount.rbegin(); same != byCount.rend() && found.size() < limit; ++same)
        found << same->first(qMin(same->size(), limit - found.size()));
    return found;
}

qint64 CareSurvey::complete(quint64 fields) const {
    return std::count_if(m_rows.begin(), m_rows.end(), [fields](const CareRow &row) { return (row.missing & fields) == 0; });
}

qint64 CareSurvey::silentSince(Instant moment, bool isUnchanged) const {
    const qint64 minute = moment.milliseconds / kMinute;
    return std::count_if(m_rows.begin(), m_rows.end(), [&](const CareRow &row) {
        return row.lastContactAt < minute && (!isUnchanged || row.changedAt < minute);
    });
}

} // namespace kontor::data_care
