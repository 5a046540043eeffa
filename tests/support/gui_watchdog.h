// The application of the tests: notes the longest time that one event held the GUI thread.
#pragma once

#include <QApplication>
#include <QByteArray>

namespace kontor::tests {

class GuiWatchdog : public QApplication {
public:
    GuiWatchdog(int &argc, char **argv);
    ~GuiWatchdog() override;

    // An event, with everything that it set off before the loop came round again.
    struct Block {
        double milliseconds = 0; // without the time in which another program had the processor, where the system tells it
        double ofProcessor = 0;  // of them those in which this thread ran; the rest it waited. 0 where unknown
        QByteArray receiver;
        int eventType = 0;
    };
    Block longest() const { return m_longest; }
    void startAnew() { m_longest = {}; }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    // Milliseconds of this thread so far.
    struct Spent {
        double running = 0;
        double waitingForProcessor = 0;
    };
    Spent spent() const;

    Block m_longest;
    int m_depth = 0;
    int m_statistics = -1; // file descriptor; -1: the system has none
};

} // namespace kontor::tests
