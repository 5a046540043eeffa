#include "db/continuous_clock.h"

#if defined(Q_OS_WIN)
#include <windows.h>

#include <realtimeapiset.h>
#elif defined(Q_OS_MACOS)
#include <mach/mach_time.h>
#else
#include <time.h>
#endif

namespace kontor::db {

#if defined(Q_OS_WIN)
qint64 continuousMs() {
    ULONGLONG hundredNanoseconds = 0;
    QueryInterruptTime(&hundredNanoseconds);
    return qint64(hundredNanoseconds / 10'000);
}
#elif defined(Q_OS_MACOS)
qint64 continuousMs() {
    mach_timebase_info_data_t base;
    mach_timebase_info(&base);
    return qint64(double(mach_continuous_time()) * base.numer / base.denom / 1'000'000);
}
#else
qint64 continuousMs() {
    timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    return qint64(now.tv_sec) * 1'000 + now.tv_nsec / 1'000'000;
}
#endif

} // namespace kontor::db
