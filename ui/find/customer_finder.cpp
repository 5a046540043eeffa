#include "find/customer_finder.h"

#include "preferences/preferences.h"
#include "purchases/purchase_repository.h"
#include "search/index.h"

#include <QElapsedTimer>

namespace kontor::ui {

namespace {

constexpr int kMostHits = 50;
constexpr int kMostRecent = 10;
constexpr int kPause = 200;
constexpr int kPiece = 120; // milliseconds of one read: a longer one would keep writers waiting

} // namespace

// Opened on the thread that uses it, and closed there.
struct CustomerFinder::Reader {
    std::unique_ptr<search::Index> index;

    Result<search::Index *> open(const QString &cacheFolder, const QString &baseId) {
        if (!index) {
            TRY(opened, search::Index::open(cacheFolder, baseId));
            index = std::move(opened);
        }
        return index.get();
    }
};

CustomerFinder::CustomerFinder(workspace::Workspace &workspace, Preferences &preferences)
    : QObject(&workspace),
      m_workspace(workspace),
      m_preferences(preferences),
      m_finding(std::make_shared<Reader>()),
      m_indexing(std::make_shared<Reader>()) {
    m_catchUpLater.setSingleShot(true);
    m_catchUpLater.setInterval(kPause);
    connect(&m_catchUpLater, &QTimer::timeout, this, &CustomerFinder::catchUp);
    connect(&workspace, &workspace::Workspace::changed, this, [this] { m_catchUpLater.start(); });
    workspace.atEnd(workspace::Urgency::Person, [reader = m_finding] { reader->index.reset(); });
    workspace.atEnd(workspace::Urgency::Background, [reader = m_indexing] { reader->index.reset(); });
    catchUp();
}

void CustomerFinder::find(const QString &text, QObject *context, Done done) {
    m_workspace.read(
        context,
        [reader = m_finding, text, cache = m_workspace.options().cacheFolder, id = m_workspace.baseId(),
         percent = m_percent](db::Database &database) -> Result<FindAnswer> {
            TRY(index, reader->open(cache, id));
            TRY(found, index->find(database, search::parseQuery(text), kMostHits));
            return FindAnswer{found.hits, percent, found.isComplete};
        },
        std::move(done));
}

void CustomerFinder::recent(QObject *context, Done done) {
    QList<Id> ids;
    for (const qint64 id : m_preferences.recentCustomers(m_workspace.baseId()))
        ids << Id{id};
    m_workspace.read(
        context,
        [ids, today = m_workspace.clock().today()](db::Database &database) -> Result<FindAnswer> {
            CustomerListQuery among;
            among.within = ids;
            among.today = today;
            TRY(living, customerIds(database, among)); // without those in the trash
            TRY(rows, customerRows(database, ids, today));
            FindAnswer answer;
            for (const CustomerRow &row : rows) {
                if (!living.contains(row.id))
                    continue;
                search::Hit hit;
                hit.customerId = row.id;
                hit.name = row.name;
                hit.isOrganisation = row.isOrganisation;
                hit.company = row.company;
                hit.matched = row.phone;
                hit.field = "phone";
                answer.hits.append(hit);
            }
            return answer;
        },
        std::move(done));
}

void CustomerFinder::preview(Id customer, QObject *context, std::function<void(Result<std::optional<FindPreview>>)> done) {
    m_workspace.read(
        context,
        [customer, today = m_workspace.clock().today()](db::Database &database) -> Result<std::optional<FindPreview>> {
            TRY(rows, customerRows(database, {customer}, today));
            TRY(owed, owedBy(database, customer));
            return rows.isEmpty() ? std::optional<FindPreview>() : std::optional(FindPreview{rows.first(), owed});
        },
        std::move(done));
}

void CustomerFinder::noteOpened(Id customer) {
    QList<qint64> recent = m_preferences.recentCustomers(m_workspace.baseId());
    recent.removeAll(customer.value);
    recent.prepend(customer.value);
    m_preferences.setRecentCustomers(m_workspace.baseId(), recent.mid(0, kMostRecent));
}

void CustomerFinder::catchUp() {
    if (m_isCatchingUp)
        return;
    m_isCatchingUp = true;
    m_workspace.read(
        this,
        [reader = m_indexing, cache = m_workspace.options().cacheFolder, id = m_workspace.baseId(),
         country = m_workspace.settings().country](db::Database &database) -> Result<search::Progress> {
            TRY(index, reader->open(cache, id));
            QElapsedTimer elapsed;
            elapsed.start();
            return index->catchUp(database, country, [&elapsed](search::Progress) { return elapsed.elapsed() < kPiece; });
        },
        [this](Result<search::Progress> progress) {
            m_isCatchingUp = false;
            if (!progress) // found hits stay what they were; the next change tries again
                return;
            const bool isFurther = progress->percent() != std::exchange(m_percent, progress->percent());
            if (isFurther)
                emit progressed();
            if (progress->isComplete)
                emit caughtUp();
            else
                catchUp();
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
