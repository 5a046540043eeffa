#include "base/background_thread.h"

#if defined(__linux__)
#include <sys/resource.h>
#elif defined(__APPLE__)
#include <pthread/qos.h>
#elif defined(_WIN32)
#include <windows.h>
#endif

namespace kontor {

// Qt's priorities do nothing on Linux for threads that share the processor in the ordinary way.
bool workInBackground() {
#if defined(__linux__)
    constexpr int kNice = 10; // a tenth of the share of an ordinary thread
    constexpr id_t kThisThread = 0;
    return getpriority(PRIO_PROCESS, kThisThread) >= kNice || setpriority(PRIO_PROCESS, kThisThread, kNice) == 0;
#elif defined(__APPLE__)
    return pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0) == 0;
#elif defined(_WIN32)
    return SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL) != 0;
#else
    return true;
#endif
}

} // namespace kontor
