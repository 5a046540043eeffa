// Long work in short reads, between which others may commit: how long all of it takes, and how long it kept them waiting at most.
#pragma once

#include "bench/measure.h"

#include "workspace/base.h"

#include <QElapsedTimer>

#include <sqlite3.h>

#include <algorithm>

namespace kontor::bench {

// The longest time between the first statement after a BEGIN and the COMMIT, on one connection that only reads: others may not commit in it. What is
// worked out after the lock was given back keeps nobody waiting.
class LongestLock {
public:
    explicit LongestLock(db::Database &database) : m_handle(database.handle()) {
        sqlite3_trace_v2(m_handle, SQLITE_TRACE_STMT, &LongestLock::note, this);
    }
    ~LongestLock() { sqlite3_trace_v2(m_handle, 0, nullptr, nullptr); }
    LongestLock(const LongestLock &) = delete;
    LongestLock &operator=(const LongestLock &) = delete;

    double milliseconds() const { return m_longest; }

private:
    static int note(unsigned, void *self, void *, void *text) {
        static_cast<LongestLock *>(self)->note(static_cast<const char *>(text));
        return 0;
    }
    void note(const char *text) {
        if (qstrcmp(text, "COMMIT") == 0) {
            if (m_timer.isValid())
                m_longest = std::max(m_longest, double(m_timer.nsecsElapsed()) / 1e6);
            m_timer.invalidate();
        } else if (!m_timer.isValid() && qstrcmp(text, "BEGIN") != 0) {
            m_timer.start();
        }
    }

    sqlite3 *m_handle;
    QElapsedTimer m_timer;
    double m_longest = 0;
};

// Gives `note` the milliseconds of each transaction that writes, from the lock until it is given back, as long as the connection is open.
template <class Note>
void timeTransactions(db::Database &database, Note note) {
    database.setLockNote([timer = QElapsedTimer(), note](bool hasLock) mutable {
        if (hasLock)
            timer.start();
        else
            note(double(timer.nsecsElapsed()) / 1e6);
    });
}

struct InSteps {
    Cost all;
    double longestMs = 0;
};

// `step` gives whether that was the last one.
template <class Step>
Result<InSteps> measureSteps(workspace::Base &base, Step step) {
    const LongestLock longest(base.database());
    TRY(all, measureOnce([&]() -> Result<qint64> {
            for (bool isEnd = false; !isEnd;) {
                TRY(reached, base.read([&](db::Database &database) -> Result<bool> { return step(database); }));
                isEnd = reached;
            }
            return 0;
        }));
    return InSteps{all, longest.milliseconds()};
}

inline void printSteps(const QByteArray &name, InSteps steps, qint64 rows) {
    steps.all.rows = rows;
    print(name, steps.all);
    print("longest step of " + name, {steps.longestMs, 0, rows, 1});
}

} // namespace kontor::bench
