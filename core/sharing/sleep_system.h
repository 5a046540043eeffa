// How this computer's system says that it goes to sleep: one source file for each system, chosen by CMake.
#pragma once

#include <QString>

#include <memory>

namespace kontor::sharing {

class SleepWatch;

class SleepSystem {
public:
    virtual ~SleepSystem() = default;

    // Nothing stands open any more: the computer may sleep.
    virtual void done() = 0;
};

// What it hears it says by the signals of `watch`, which outlives it. `busAddress`: of another D-Bus than the system's, for tests.
std::unique_ptr<SleepSystem> makeSleepSystem(const QString &busAddress, SleepWatch &watch);

} // namespace kontor::sharing
