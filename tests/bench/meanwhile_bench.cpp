#include "bench/groups.h"
#include "bench/steps.h"

#include "customers/card.h"
#include "customers/kept_orders.h"
#include "exchange/importer.h"
#include "interactions/interaction_repository.h"
#include "records/all_records.h"
#include "search/index.h"
#include "search/index_follower.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <random>

namespace kontor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 100;          // rows that the list reads at once
constexpr int kMostHits = 50;       // as the find box asks
constexpr int kBetweenActsMs = 40;  // a person who types
constexpr int kActsBetweenLists = 25;

class Times {
public:
    void add(double milliseconds) { m_times << milliseconds; }
    template <class Work>
    Result<void> measure(Work work) {
        QElapsedTimer timer;
        timer.start();
        TRY_VOID(work());
        add(double(timer.nsecsElapsed()) / 1e6);
        return {};
    }
    void printAs(const QByteArray &name) {
        std::sort(m_times.begin(), m_times.end());
        if (!m_times.isEmpty())
            print(name, {m_times.at(m_times.size() * 95 / 100), 0, m_times.size(), int(m_times.size())});
    }
    void printLongest(const QByteArray &name) const {
        if (!m_times.isEmpty())
            print(name, {*std::max_element(m_times.cbegin(), m_times.cend()), 0, m_times.size(), 1});
    }

private:
    QList<double> m_times;
};

// The import of another program: its own connection, on a thread of its own, each customer of the file as a new one.
class Import {
public:
    Import(const workspace::Base &base, QString file) : m_path(base.path()), m_file(std::move(file)), m_clock(base.clock()) {
        m_thread.reset(QThread::create([this] {
            m_outcome = run();
            m_isOver = true;
        }));
        m_thread->start();
    }
    ~Import() { m_thread->wait(); }

    bool isOver() const { return m_isOver; }
    Result<void> finish(Times &transactions, qint64 &rows) {
        m_thread->wait();
        TRY_VOID(m_outcome);
        transactions = m_transactions;
        rows = m_rows;
        return {};
    }

private:
    Result<void> run() {
        TRY(base, workspace::Base::open(m_path, records::openOptions()));
        base->setClock(m_clock);
        timeTransactions(base->database(), [this](double milliseconds) { m_transactions.add(milliseconds); });
        search::IndexFollower follower({base->path(), base->id(), base->settings().country, base->options().cacheFolder});
        exchange::ImportOptions options;
        options.onMatch = exchange::OnMatch::Add;
        options.progress = [&](const exchange::ImportProgress &) {
            follower.wake();
            return true;
        };
        TRY(report, exchange::importFiles(*base, {m_file}, options));
        m_rows = report.total().added;
        (void)follower.finish();
        return {};
    }

    QString m_path;
    QString m_file;
    Clock m_clock;
    Times m_transactions;
    qint64 m_rows = 0;
    Result<void> m_outcome;
    std::atomic<bool> m_isOver = false;
    std::unique_ptr<QThread> m_thread; // the last member: begun when all others are there
};

// What a person does meanwhile, one after the other.
class Person {
public:
    Person(Setting &setting, search::Index &index, QList<Id> customers) : m_setting(setting), m_index(index), m_customers(std::move(customers)) {
        const QJsonObject texts = setting.work.value(u"find"_s).toObject();
        for (auto text = texts.begin(); text != texts.end(); ++text)
            for (qsizetype letters = 1; letters <= text.value().toString().size(); ++letters)
                m_typed << text.value().toString().first(letters);
    }

    Result<void> act(int number) {
        TRY_VOID(m_find.measure([&]() -> Result<void> {
            return m_setting.base.read([&](db::Database &database) -> Result<void> {
                TRY(found, m_index.find(database, search::parseQuery(m_typed.at(number % m_typed.size())), kMostHits));
                Q_UNUSED(found)
                return {};
            });
        }));
        TRY_VOID(m_card.measure([&] { return openCard(someone()); }));
        TRY_VOID(m_page.measure([&]() -> Result<void> {
            const QList<Id> page = m_customers.mid(qsizetype(m_random() % quint32(m_customers.size())), kPage);
            return m_setting.base.read([&](db::Database &database) -> Result<void> {
                TRY(rows, customerRows(database, page, m_setting.base.clock().today()));
                Q_UNUSED(rows)
                return {};
            });
        }));
        return number % kActsBetweenLists == 0 ? m_list.measure([&] { return list(); }) : Result<void>();
    }
    void printTimes() {
        m_find.printAs("find while rows come in");
        m_card.printAs("card while rows come in");
        m_page.printAs("list, a page of rows while rows come in");
        m_list.printAs("list, all ids while rows come in");
    }

private:
    Id someone() { return m_customers.at(qsizetype(m_random() % quint32(m_customers.size()))); }
    Result<void> openCard(Id customer) {
        return m_setting.base.read([&](db::Database &database) -> Result<void> {
            TRY_VOID(loadCard(database, customer));
            TRY(entries, interactionsOf(database, customer));
            Q_UNUSED(entries)
            return {};
        });
    }
    Result<void> list() {
        return m_setting.base.read([&](db::Database &database) -> Result<void> {
            CustomerListQuery query;
            query.today = m_setting.base.clock().today();
            query.orders = std::make_shared<KeptOrders>(m_setting.base.options().cacheFolder, m_setting.base.id());
            TRY(ids, customerIds(database, query));
            Q_UNUSED(ids)
            return {};
        });
    }

    Setting &m_setting;
    search::Index &m_index;
    QList<Id> m_customers;
    QStringList m_typed;
    std::mt19937 m_random{5};
    Times m_find, m_card, m_page, m_list;
};

} // namespace

Result<void> benchMeanwhile(Setting &setting) {
    TRY(index, search::Index::open(setting.base.options().cacheFolder, setting.base.id()));
    TRY_VOID(index->catchUp(setting.base.database(), setting.base.settings().country));
    TRY(customers, customerIds(setting.base.database(), {}));
    Person person(setting, *index, customers);
    Import import(setting.base, setting.work.value(u"meanwhile"_s).toString());
    QElapsedTimer all;
    all.start();
    for (int number = 0; !import.isOver(); ++number) {
        TRY_VOID(person.act(number));
        QThread::msleep(kBetweenActsMs);
    }
    Times transactions;
    qint64 rows = 0;
    TRY_VOID(import.finish(transactions, rows));
    print("import while a person works", {double(all.elapsed()), 0, rows, 1});
    person.printTimes();
    transactions.printLongest("longest transaction of that import");
    transactions.printAs("its transactions, 95 of 100");
    return {};
}

} // namespace kontor::bench
