// How long the rows of one transaction of bulk work may take, so that the whole of it, with its COMMIT, stays under 200 ms also where the drive is slow or others
// read: then the next one is given less.
#pragma once

#include <QtGlobal>

namespace kontor::workspace {

class StepPace {
public:
    qint64 milliseconds() const { return m_milliseconds; } // for the rows of the next transaction
    // What the last one took: its rows, and the whole.
    void note(qint64 rows, qint64 whole) {
        m_rest += (double(qMin(whole - rows, kWhole)) - m_rest) / 4;
        m_milliseconds = qBound(kLeast, kWhole - qRound64(1.5 * m_rest), kMost);
    }

private:
    // Leaves room for a rest twice as long as a mean of up to 80 ms: that is seen now and then.
    static constexpr qint64 kWhole = 160;
    static constexpr qint64 kLeast = 30, kMost = 100;
    double m_rest = 50; // what is not rows, in the mean of the last few
    qint64 m_milliseconds = 80;
};

} // namespace kontor::workspace
