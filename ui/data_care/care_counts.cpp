#include "data_care/care_counts.h"

#include <utility>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace data_care;

namespace {

constexpr int kQuiet = 1'000;          // milliseconds without a further change
constexpr qsizetype kMostAtOnce = 2'000; // customers that are read again one by one

bool matters(const workspace::ChangeSet &changes) {
    for (const char *record : {"customer", "contact_point", "customer_tag", "custom_value", "custom_field", "interaction"})
        if (changes.touches(record))
            return true;
    return false;
}

} // namespace

CareCounts::CareCounts(workspace::Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kQuiet);
    connect(&m_pause, &QTimer::timeout, this, &CareCounts::countAgain);
}

void CareCounts::want() {
    if (!m_isCounting && (!isKnown() || m_isOutdated))
        countAgain();
}

void CareCounts::countAgain() {
    m_pause.stop();
    m_isCounting = true;
    m_isOutdated = false;
    m_counted = {};
    m_total = 0;
    m_last = {};
    m_changed.clear();
    m_workspace.read(
        this, [country = m_workspace.settings().country](db::Database &database) { return careTask(database, country); },
        [this, number = ++m_number](Result<CareTask> task) {
            if (number != m_number)
                return;
            if (task)
                return begin(*task);
            m_isCounting = false;
            emit failed(task.error());
            emit changed();
        },
        workspace::Urgency::Background);
    emit progressed();
}

void CareCounts::stop() {
    ++m_number;
    m_pause.stop();
    m_isCounting = false;
    m_counted = {};
    emit changed();
}

void CareCounts::begin(const CareTask &task) {
    m_asked = task.question;
    m_total = task.customers;
    countOn();
}

// In short reads, so that whoever else reads or writes comes in between.
void CareCounts::countOn() {
    m_workspace.read(
        this, [question = m_asked, last = m_last](db::Database &database) { return carePage(database, question, last); },
        [this, number = m_number](Result<CarePage> page) {
            if (number != m_number)
                return;
            if (!page) {
                m_isCounting = false;
                emit failed(page.error());
                return emit changed();
            }
            m_counted.append(*page);
            m_last = page->last;
            if (page->isEnd)
                return finish();
            emit progressed();
            countOn();
        },
        workspace::Urgency::Background);
}

void CareCounts::finish() {
    m_survey = std::exchange(m_counted, {});
    m_question = std::exchange(m_asked, {});
    m_countedAt = m_workspace.clock().now();
    m_isCounting = false;
    if (!m_changed.isEmpty())
        readAgain({m_changed.cbegin(), m_changed.cend()});
    m_changed.clear();
    emit changed();
}

quint64 CareCounts::expectedFields() const {
    quint64 bits = 0;
    for (int field = 0; field < fields().size(); ++field) {
        const CareField &one = fields().at(field);
        bits |= quint64(m_expected ? m_expected->contains(one.name) : one.isExpected) << field;
    }
    return bits;
}

void CareCounts::setExpected(const QSet<QString> &names) {
    m_expected = names;
    emit expectedChanged();
}

void CareCounts::note(const workspace::ChangeSet &changes) {
    if (!matters(changes) || (!m_isCounting && !isKnown()))
        return;
    const bool isMuch = !changes.ranges.isEmpty() || changes.touches("custom_field") ||
                        changes.about.size() + m_changed.size() > kMostAtOnce;
    if (isMuch) {
        m_isOutdated = true;
        if (m_isWatched)
            m_pause.start();
    } else if (m_isCounting) {
        m_changed.unite(changes.about);
    } else {
        readAgain({changes.about.cbegin(), changes.about.cend()});
    }
}

void CareCounts::readAgain(const QList<Id> &customers) {
    m_workspace.read(
        this, [question = m_question, customers](db::Database &database) { return careRows(database, question, customers); },
        [this, customers, number = m_number](Result<std::vector<CareRow>> rows) {
            if (number != m_number || !rows) {
                m_isOutdated = m_isOutdated || !rows;
                return;
            }
            m_survey.replace(customers, *rows);
            emit changed();
        },
        workspace::Urgency::Background);
}

} // namespace kontor::ui
