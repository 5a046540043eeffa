// What the everyday acts of a window cost in requests to the server of a network drive, by the counters of the system's own client. Linux only.
//
// drive_actions BASE [--stay SECONDS]
// Opens BASE, which somebody else has open, as a window does, reads the first page of the list, reads it again and saves, and prints how many requests each
// took, and of which kinds, as one line of JSON. To join the others in the presence file belongs to opening and is counted by itself: it would otherwise fall into
// the list, which follows at once.
// --stay only keeps the base open, as a second computer, and says when it finds that nothing may be written any more.
#include "customers/customer.h"
#include "customers/customer_list.h"
#include "customers/kept_orders.h"
#include "records/all_records.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <numeric>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 60'000;
constexpr int kPageRows = 50;
constexpr int kRounds = 15;

// How often each kind of request was sent, by the name that the system's client gives it.
using Requests = QMap<QString, qint64>;

// "Reads: 12 total 0 failed", for each share.
void addSmb(Requests &requests) {
    QFile file(u"/proc/fs/cifs/Stats"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() > 2 && words[0].endsWith(':') && words[2] == "total")
            requests[QString::fromLatin1(words[0].chopped(1))] += words[1].toLongLong();
    }
}

void addNfs(Requests &requests) {
    QFile file(u"/proc/self/mountstats"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    bool isInOperations = false;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words[0] == "device")
            isInOperations = false;
        else if (line.contains("per-op statistics"))
            isInOperations = true;
        else if (isInOperations && words.size() > 1)
            requests[QString::fromLatin1(words[0].chopped(1))] += words[1].toLongLong();
    }
}

Requests requests() {
    Requests all;
    addSmb(all);
    addNfs(all);
    return all;
}

Requests since(const Requests &before) {
    Requests sent = requests();
    for (auto kind = sent.begin(); kind != sent.end();) {
        *kind -= before.value(kind.key());
        kind = *kind == 0 ? sent.erase(kind) : std::next(kind);
    }
    return sent;
}

qint64 sum(const Requests &requests) { return std::accumulate(requests.cbegin(), requests.cend(), qint64(0)); }

QJsonObject toJson(const Requests &requests) {
    QJsonObject json;
    for (auto kind = requests.cbegin(); kind != requests.cend(); ++kind)
        json[kind.key()] = *kind;
    return json;
}

class Window {
public:
    explicit Window(const QString &path) : m_workspace(workspace::Workspace::open(path, records::openOptions())) {
        if (m_workspace)
            m_orders = std::make_shared<KeptOrders>((*m_workspace)->options().cacheFolder, (*m_workspace)->baseId());
    }

    bool isOpen() const { return m_workspace.has_value(); }
    const workspace::Workspace &workspace() const { return **m_workspace; }
    bool joinOthers() {
        return QTest::qWaitFor([&] { return !workspace().others().isEmpty(); }, kPatienceMs);
    }

    bool list() {
        CustomerListQuery query;
        query.today = (*m_workspace)->clock().today();
        query.orders = m_orders;
        return waitForAnswer([&](auto done) {
            (*m_workspace)
                ->read(
                    &m_context,
                    [query](db::Database &database) -> Result<QList<CustomerRow>> {
                        TRY(ids, customerIds(database, query));
                        return customerRows(database, ids.mid(0, kPageRows), query.today);
                    },
                    [this, done](Result<QList<CustomerRow>> rows) {
                        if (rows && !rows->isEmpty())
                            m_id = rows->first().id;
                        done(rows && !rows->isEmpty());
                    });
        });
    }

    bool save(int score) {
        return waitForAnswer([&](auto done) {
            (*m_workspace)
                ->write(
                    {u"edit"_s, Customer::kTable, m_id, {{u"field"_s, u"score"_s}}},
                    [id = m_id, score](workspace::Recorder &recorder) -> Result<void> {
                        TRY(customer, db::find<Customer>(recorder.database(), id));
                        Customer after = customer.value_or(Customer());
                        after.score = score;
                        return recorder.update(*customer, after);
                    },
                    &m_context, [done](Result<void> saved) { done(saved.has_value()); });
        });
    }

private:
    template <class Start>
    static bool waitForAnswer(Start start) {
        std::optional<bool> answer;
        start([&answer](bool isGood) { answer = isGood; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, kPatienceMs) && *answer;
    }

    QObject m_context;
    Result<std::unique_ptr<workspace::Workspace>> m_workspace;
    std::shared_ptr<const KeptOrders> m_orders;
    Id m_id;
};

struct Counts {
    QJsonArray rounds;
    Requests kinds; // of the round in the middle
};

// The looks of the presence file every 2 s fall into some of the rounds; the middle one tells.
template <class Act>
std::optional<Counts> counted(int rounds, Act act) {
    QList<Requests> sent;
    Counts counts;
    for (int round = 0; round < rounds; ++round) {
        const Requests before = requests();
        if (!act(round))
            return {};
        sent << since(before);
        counts.rounds << sum(sent.last());
    }
    std::sort(sent.begin(), sent.end(), [](const Requests &a, const Requests &b) { return sum(a) < sum(b); });
    counts.kinds = sent[sent.size() / 2];
    return counts;
}

int measure(const QString &path) {
    const Requests before = requests();
    Window window(path);
    if (!window.isOpen())
        return 1;
    QJsonObject json{{u"open"_s, QJsonArray{sum(since(before))}}};
    const Requests opened = requests();
    if (!window.joinOthers())
        return 1;
    const Requests joining = since(opened);
    json[u"join others"_s] = QJsonArray{sum(joining)};
    QJsonObject kinds{{u"join others"_s, toJson(joining)}};
    const auto note = [&](const QString &act, int rounds, auto run) {
        const auto counts = counted(rounds, run);
        if (!counts)
            return false;
        json[act] = counts->rounds;
        kinds[act] = toJson(counts->kinds);
        return true;
    };
    const auto list = [&](int) { return window.list(); };
    if (!note(u"cold list"_s, 1, list) || !note(u"unchanged screen"_s, kRounds, list) ||
        !note(u"save"_s, kRounds, [&](int round) { return window.save(round + 1); }) || !note(u"list after own saves"_s, 1, list))
        return 1;
    json[u"kinds"_s] = kinds;
    std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    return 0;
}

void say(const QString &line) {
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

int stay(const QString &path, int seconds) {
    Window window(path);
    if (!window.isOpen())
        return 1;
    say(u"open"_s);
    QElapsedTimer timer;
    timer.start();
    const bool becameReadOnly = QTest::qWaitFor([&] { return window.workspace().isReadOnly(); }, seconds * 1'000);
    if (becameReadOnly)
        say(u"read-only after %1 ms: %2"_s.arg(timer.elapsed()).arg(window.workspace().whyReadOnly()));
    QTest::qWait(int(qMax<qint64>(0, seconds * 1'000 - timer.elapsed())));
    return 0;
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 2)
        return measure(words[1]);
    if (words.size() != 4 || words[2] != "--stay"_L1)
        return 2;
    return stay(words[1], words[3].toInt());
}
