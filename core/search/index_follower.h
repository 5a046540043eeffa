// An index that grows while others write the base, on a thread and connections of its own: find is ready soon after a long import instead of
// beginning then.
#pragma once

#include "base/error.h"

#include <QString>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace kontor::search {

struct FollowedBase {
    QString path;
    QString id;
    QString country;
    QString cacheFolder;
};

class IndexFollower {
public:
    explicit IndexFollower(FollowedBase base);
    ~IndexFollower(); // stops where it is; the next who catches up goes on from there
    IndexFollower(const IndexFollower &) = delete;
    IndexFollower &operator=(const IndexFollower &) = delete;

    // Something was committed.
    void wake();
    // Nothing more will be committed: begins with what is left.
    void finishSoon();
    // Waits until all that was committed before is in the index. An error of the index harms nobody: it is made anew when it is next used.
    std::optional<Error> finish();

private:
    enum class Wish { Follow, Finish, Stop };

    void ask(Wish wish);
    void work();
    std::optional<Error> follow();
    bool waitForNews(); // false: there will be no more
    bool isStopped();

    const FollowedBase m_base;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_news = 0; // commits that were not followed yet
    Wish m_wish = Wish::Follow;
    std::optional<Error> m_error;
    std::thread m_thread; // the last member: begun when all others are there
};

} // namespace kontor::search
