#include "segments/live_answer.h"

#include "segments/segment_query.h"

namespace kontor::ui {

namespace {

constexpr int kPauseMs = 300;
constexpr int kSlowMs = 400;

struct Counts {
    qint64 found = 0;
    qint64 all = 0;
};

} // namespace

LiveAnswer::LiveAnswer(workspace::Workspace &workspace, segments::Context context, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_context(std::move(context)) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    m_slow.setSingleShot(true);
    m_slow.setInterval(kSlowMs);
    connect(&m_pause, &QTimer::timeout, this, &LiveAnswer::start);
    connect(&m_slow, &QTimer::timeout, this, &LiveAnswer::slow);
}

void LiveAnswer::stop() {
    for (const workspace::Workspace::Ticket &ticket : std::as_const(m_tickets))
        m_workspace.cancel(ticket);
    m_tickets.clear();
    ++m_number;
    m_pause.stop();
    m_slow.stop();
}

void LiveAnswer::ask(const segments::Rule &rule) {
    stop();
    m_rule = rule;
    m_pause.start();
}

void LiveAnswer::askNow(const segments::Rule &rule) {
    stop();
    m_rule = rule;
    start();
}

void LiveAnswer::start() {
    m_slow.start();
    readCount();
}

void LiveAnswer::readCount() {
    m_tickets << m_workspace.read(
        this,
        [rule = m_rule, context = m_context](db::Database &database) -> Result<Counts> {
            TRY(found, segments::count(database, rule, context));
            TRY(all, segments::customersInBase(database));
            return Counts{found, all};
        },
        [this, number = m_number](Result<Counts> counts) {
            if (number != m_number)
                return;
            m_slow.stop();
            if (!counts) {
                emit failed(counts.error());
                return;
            }
            emit counted(counts->found, counts->all);
            readMembers();
        });
}

void LiveAnswer::readMembers() {
    m_tickets << m_workspace.read(
        this,
        [rule = m_rule, context = m_context](db::Database &database) { return segments::firstMembers(database, rule, context); },
        [this, number = m_number](Result<QList<segments::MemberPreview>> members) {
            if (number != m_number || !members)
                return;
            emit membersKnown(*members);
            readDetails();
        });
}

// What nobody waits for: stopped first, and behind pinned counts.
void LiveAnswer::readDetails() {
    m_tickets << m_workspace.read(
        this,
        [rule = m_rule, context = m_context](db::Database &database) {
            return segments::boughtInTwelveMonths(database, rule, context);
        },
        [this, number = m_number](Result<qint64> bought) {
            if (number == m_number && bought)
                emit boughtKnown(*bought);
        },
        workspace::Urgency::Background);
    if (m_rule.rules.size() < 2)
        return emit withoutLinesKnown({});
    m_tickets << m_workspace.read(
        this,
        [rule = m_rule, context = m_context](db::Database &database) {
            return segments::countsWithoutEachLine(database, rule, context);
        },
        [this, number = m_number](Result<QList<qint64>> counts) {
            if (number == m_number && counts)
                emit withoutLinesKnown(*counts);
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
