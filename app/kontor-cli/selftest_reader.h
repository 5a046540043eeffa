// Looks at the base again and again over a connection of its own in a thread of its own, as the readers of a window do beside its writer.
#pragma once

#include "records/selftest.h"

#include <QString>
#include <QThread>

#include <atomic>
#include <memory>

class SelftestReader {
public:
    SelftestReader(QString base, kontor::records::SelftestPlaces places);
    ~SelftestReader();
    SelftestReader(const SelftestReader &) = delete;
    SelftestReader &operator=(const SelftestReader &) = delete;

    void end(); // takes one look at most

    int reads() const { return m_reads; }
    int bad() const { return m_bad; } // views in which counter and notes disagree, or that go back
    int corrupt() const { return m_corrupt; }

private:
    void run();
    kontor::Result<void> look();

    const QString m_path;
    const kontor::records::SelftestPlaces m_places;
    std::unique_ptr<kontor::workspace::Base> m_base;
    qint64 m_highestSeen = 0;
    std::atomic<int> m_reads = 0;
    std::atomic<int> m_bad = 0;
    std::atomic<int> m_corrupt = 0;
    std::atomic<bool> m_isEnding = false;
    std::unique_ptr<QThread> m_thread;
};
