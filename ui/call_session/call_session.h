// A round of calls through a list: whom, in which order, what came of it. Kept in a file of this user on this PC, so that it goes on after days
// and after a restart.
#pragma once

#include "base/id.h"
#include "base/instant.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kontor::ui {

struct CallResult {
    QString outcome; // empty: skipped
    bool hasNextStep = false;
};

struct CallSession {
    QString name; // of the list or segment
    QString goal;
    Instant startedAt;
    qint64 seconds = 0; // spent on it until the last pause
    QList<Id> queue;
    QHash<Id, CallResult> results;
    int current = 0;
    QString note;        // typed for the current customer, not saved yet
    QStringList leftOut; // the first of those who are not called, with the reason
    int leftOutCount = 0;

    Id currentCustomer() const { return queue.value(current); }
    bool isCalled(Id customer) const { return !results.value(customer).outcome.isEmpty(); }
    int called() const;
    int count(const QString &outcome) const;
    int nextSteps() const;
    // The first one after `from` that was neither called nor skipped; -1: there is none.
    int nextOpen(int from) const;
    // Those who were not reached: no answer and busy, in their order.
    QList<Id> unanswered() const;
};

class CallSessionStore {
public:
    explicit CallSessionStore(QString file) : m_file(std::move(file)) {}

    std::optional<CallSession> load() const; // nothing where there is none, or the file cannot be read
    bool save(const CallSession &session) const;
    void clear() const;

    static QString fileFor(const QString &cacheFolder, const QString &baseId);

private:
    QString m_file;
};

} // namespace kontor::ui
