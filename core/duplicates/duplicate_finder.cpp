#include "duplicates/duplicate_finder.h"

#include "duplicates/block_keys.h"
#include "duplicates/blocking.h"
#include "duplicates/duplicate_groups.h"
#include "duplicates/not_duplicates.h"

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 2'000;
constexpr size_t kPairsAtOnce = 2'000;
constexpr qsizetype kProfilesAtOnce = 2'000;
constexpr size_t kKinds = std::size(kKeyKinds);
constexpr double kRuns = kKinds + 1;

} // namespace

class DuplicateSearch::Work {
public:
    Result<bool> step(db::Database &database) {
        TRY(source, ProfileSource::open(database));
        if (m_run < kKinds) {
            if (m_total < 0) {
                TRY(count, database.single(u"SELECT count(*) FROM customer"_s));
                m_total = count.integer();
            }
            TRY(isRead, collect(*source, kKeyKinds[m_run]));
            if (isRead) {
                TRY_VOID(database.letOthersCommit()); // pairs of a million customers take seconds and need no base
                closeRun(kKeyKinds[m_run]);
            }
            return false;
        }
        if (m_nextPair < m_pairs.size()) {
            TRY_VOID(judgePairs(*source));
            return false;
        }
        if (m_parts.isEmpty())
            divide(); // nothing was read in this step, so there is no lock
        TRY_VOID(groupPart(database, *source));
        return m_nextPart == m_parts.size();
    }

    qint64 done() const {
        const double inThisRun = m_run < kKinds                ? double(m_collected) / double(qMax<qint64>(1, m_total))
                                 : m_nextPair < m_pairs.size() ? double(m_nextPair) / double(m_pairs.size())
                                                               : 1.0;
        return qMin(total(), qint64((double(m_run) + qMin(1.0, inThisRun)) * double(total()) / kRuns));
    }
    qint64 total() const { return qMax<qint64>(0, m_total); }

    QList<FoundGroup> takeGroups() {
        std::sort(m_groups.begin(), m_groups.end(), [](const FoundGroup &a, const FoundGroup &b) {
            return std::tuple(a.certainty, a.reason, a.customers.first().id) <
                   std::tuple(b.certainty, b.reason, b.customers.first().id);
        });
        return std::move(m_groups);
    }

private:
    // The first run gives each customer its number; who comes in later has to wait for the next search.
    std::optional<quint32> numberOf(Id id, KeyKind kind) {
        if (kind == KeyKind::Contact) {
            m_ids.push_back(id);
            return quint32(m_ids.size() - 1);
        }
        const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
        return found != m_ids.end() && *found == id ? std::optional(quint32(found - m_ids.begin())) : std::nullopt;
    }

    // True: that were all.
    Result<bool> collect(ProfileSource &source, KeyKind kind) {
        TRY(page, source.after(m_last, kPage, kind == KeyKind::Contact));
        for (const Profile &profile : std::as_const(page)) {
            const std::optional<quint32> number = numberOf(profile.id, kind);
            if (!number)
                continue;
            if (kind == KeyKind::Contact)
                collectName(profile.name);
            const QList<quint64> keys = blockKeys(profile, kind);
            for (const quint64 key : keys)
                m_blocks.add(key, *number);
        }
        m_collected += page.size();
        if (page.isEmpty())
            return true;
        m_last = page.last().id;
        return false;
    }

    void collectName(const ComparableName &name) {
        m_names.push_back(name.isEmpty() ? 0 : name.hash());
        for (const QString &word : name.words)
            m_words.push_back(wordHash(word));
    }

    void closeRun(KeyKind kind) {
        m_blocks.close(m_names, kCrowd, [&](quint64 key) {
            if (kind == KeyKind::Contact)
                m_surroundings.addCrowded(key);
        });
        m_last = {};
        m_collected = 0;
        if (++m_run < kKinds)
            return;
        m_pairs = m_blocks.takePairs();
        m_surroundings.setNames(std::move(m_names));
        m_surroundings.setWords(std::move(m_words));
    }

    Result<void> judgePairs(ProfileSource &source) {
        const size_t end = std::min(m_pairs.size(), m_nextPair + kPairsAtOnce);
        QSet<Id> ids;
        for (size_t i = m_nextPair; i < end; ++i)
            ids << m_ids[m_pairs[i].first] << m_ids[m_pairs[i].second];
        TRY(profiles, source.of(ids.values()));
        for (; m_nextPair < end; ++m_nextPair)
            judgePair(profiles, m_ids[m_pairs[m_nextPair].first], m_ids[m_pairs[m_nextPair].second]);
        return {};
    }

    void judgePair(const QHash<Id, Profile> &profiles, Id first, Id second) {
        const auto a = profiles.constFind(first), b = profiles.constFind(second);
        if (a == profiles.cend() || b == profiles.cend())
            return;
        const std::optional<Judgement> judgement = judge(*a, *b, m_surroundings);
        if (!judgement)
            return;
        m_judged.append({first, second, *judgement});
        m_shownNames.insert(first, a->shownName);
        m_shownNames.insert(second, b->shownName);
    }

    // Chains are grouped some at a time, so that only their profiles are in memory. The first part are the pairs that stand alone.
    void divide() {
        m_parts << Part();
        QHash<Id, qsizetype> partOf;
        for (const QList<Id> &chain : chainsOf(m_judged)) {
            if (m_parts.size() == 1 || m_parts.last().members.size() > kProfilesAtOnce)
                m_parts << Part();
            for (const Id id : chain)
                partOf.insert(id, m_parts.size() - 1);
            m_parts.last().members += chain;
        }
        for (const JudgedPair &pair : std::as_const(m_judged))
            m_parts[partOf.value(pair.first)].pairs << pair;
        m_judged.clear();
    }

    Result<void> groupPart(db::Database &database, ProfileSource &source) {
        Part part = std::exchange(m_parts[m_nextPart++], {});
        TRY(apart, notDuplicates(database));
        part.pairs.removeIf([&apart](const JudgedPair &pair) { return apart.contains(idPair(pair.first, pair.second)); });
        TRY(profiles, source.of(part.members));
        TRY_VOID(database.letOthersCommit()); // what follows needs no base
        const auto fits = [&](Id a, Id b, Certainty certainty) {
            return !apart.contains(idPair(a, b)) && profiles.contains(a) && profiles.contains(b) &&
                   mayBeOne(profiles[a], profiles[b]) &&
                   (certainty != Certainty::Possible || !isContradicted(profiles[a], profiles[b]));
        };
        for (const Group &group : groupsOf(part.pairs, fits)) {
            FoundGroup found{group.certainty, group.reason, {}};
            for (const Id id : group.customers)
                found.customers.append({id, m_shownNames.value(id)});
            m_groups << found;
        }
        return {};
    }

    struct Part {
        QList<Id> members;
        QList<JudgedPair> pairs;
    };

    qint64 m_total = -1;
    size_t m_run = 0;
    qint64 m_collected = 0; // in this run
    Id m_last;
    std::vector<Id> m_ids;        // by number, ascending
    std::vector<quint64> m_names; // by number
    std::vector<quint64> m_words;
    Blocks m_blocks;
    std::vector<Blocks::Pair> m_pairs;
    size_t m_nextPair = 0;
    Surroundings m_surroundings;
    QList<JudgedPair> m_judged;
    QHash<Id, QString> m_shownNames;
    QList<Part> m_parts;
    qsizetype m_nextPart = 0;
    QList<FoundGroup> m_groups;
};

DuplicateSearch::DuplicateSearch() : m_work(std::make_unique<Work>()) {}
DuplicateSearch::~DuplicateSearch() = default;

Result<bool> DuplicateSearch::step(db::Database &database) { return m_work->step(database); }
qint64 DuplicateSearch::done() const { return m_work->done(); }
qint64 DuplicateSearch::total() const { return m_work->total(); }
QList<FoundGroup> DuplicateSearch::takeGroups() { return m_work->takeGroups(); }

Result<QList<FoundGroup>> findDuplicates(db::Database &database, const Progress &progress) {
    DuplicateSearch search;
    while (true) {
        TRY(isDone, search.step(database));
        if (progress && !progress(search.done(), search.total()))
            return Error{Code::Cancelled,
                         QCoreApplication::translate("kontor::duplicates", "The search for duplicates was stopped."), QString(),
                         QByteArray()};
        if (isDone)
            return search.takeGroups();
    }
}

} // namespace kontor::duplicates
