// Counts and notes in a base until its time is over, whatever happens to the drive, as a window that is opened again and again would.
#pragma once

#include "records/selftest.h"
#include "selftest_reader.h"

#include <memory>

class SelftestWriter {
public:
    struct Options {
        QString base;
        QString ackFile;
        qint64 writer = 0;
        int seconds = 60;
        int holdMs = 0; // pause between BEGIN and COMMIT
    };
    struct Tally {
        int commits = 0;
        int reads = 0;
        int busy = 0;
        int errors = 0;
        int bad = 0; // views in which counter and notes disagree
        int corrupt = 0;
        double seconds = 0;
        double totalMs = 0;
        double longestMs = 0;

        QString line() const;
    };

    explicit SelftestWriter(Options options) : m_options(std::move(options)) {}
    // Error: the file for acknowledgements cannot be written. Everything else is counted.
    kontor::Result<Tally> run();

private:
    kontor::Result<void> open();
    kontor::Result<void> step();
    kontor::Result<kontor::records::SelftestView> view();
    void note(const kontor::Error &error);
    void endReader(); // what it counted goes to the tally
    kontor::Result<void> append(const QByteArray &line); // to the file for acknowledgements

    Options m_options;
    Tally m_tally;
    std::unique_ptr<kontor::workspace::Base> m_base;
    std::unique_ptr<SelftestReader> m_reader;
    kontor::records::SelftestPlaces m_places;
    qint64 m_nextSeq = 0; // 0: read it from the base
    qint64 m_highestSeen = 0;
    bool m_cannotAcknowledge = false;
};
