#include "sharing/sleep_watch.h"

#include "sharing/sleep_system.h"

namespace kontor::sharing {

SleepWatch::SleepWatch(const QString &busAddress, QObject *parent)
    : QObject(parent), m_system(makeSleepSystem(busAddress, *this)) {}

SleepWatch::~SleepWatch() = default;

void SleepWatch::done() { m_system->done(); }

} // namespace kontor::sharing
