// How long the rows of one transaction of bulk work may take, so that the whole of it, with its COMMIT, stays under 200 ms also where the drive is slow or others
// read: then the next one is given less.
#pragma once

#include <QtGlobal>

namespace kontor::workspace {

class StepPace {
public:
    qint64 milliseconds() const { return m_milliseconds; } // for the rows of the next transaction
    // What the last one took: its rows, and the whole.
    void note(qint64 rows, qint64 whole) { m_milliseconds = qBound(kLeast, kWhole - (whole - rows), kMost); }

private:
    static constexpr qint64 kWhole = 140; // aimed at: now and then one takes half as long again
    static constexpr qint64 kLeast = 30, kMost = 100;
    qint64 m_milliseconds = 80;
};

} // namespace kontor::workspace
