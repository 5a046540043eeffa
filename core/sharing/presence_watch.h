// Holds a Presence on a thread of its own: the drive may be slow, and a beat that waits behind a long query looks like a dead computer.
#pragma once

#include "sharing/presence.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace kontor::sharing {

// What one look found.
struct Sight {
    QList<Person> others;
    bool isFirst = true; // of all that are here: Presence::isFirst
    bool locksLie = false;
    bool isDamaged = false; // somebody raised a damage notice
    QByteArray base;        // its identity; empty: it is not there, or the drive does not answer
};

class PresenceWatch {
public:
    using News = std::function<void(const Sight &)>; // on the thread of the watch, after every look

    // `isShared`: on a network drive, where it is always seen that somebody is here. On a disk of this computer the file goes with the last one,
    // and nothing is written while nobody else is there. `takesPart` false: it only looks after the base's file.
    PresenceWatch(QString basePath, Person self, bool isShared, bool takesPart, News news);
    ~PresenceWatch();

    // From any thread, and none of them waits for the drive.
    void setWhere(Id card, const QByteArray &field);
    void setSaving(bool isSaving);
    void noteChange(qint64 seq);
    void lookNow();
    // How long the look that is going on has been waiting for the drive; 0: none is.
    qint64 pendingMs() const;

private:
    struct Told {
        qint64 newestChange = 0;
        bool isSaving = false;
        Id card;
        QByteArray field;
        bool isNews = false;
        bool isLookWanted = true;
    };
    void run();
    void ask(const std::function<void(Told &)> &change);
    void look(qint64 now);
    void joinAgainIfLost();

    const QString m_path;
    const Person m_self;
    const bool m_isShared;
    const bool m_takesPart;
    const News m_news;

    mutable std::mutex m_mutex;
    std::condition_variable m_hasWork;
    Told m_told;
    bool m_isStopping = false;
    qint64 m_lookingSince = 0;

    // Of the thread.
    std::unique_ptr<Presence> m_presence;
    QByteArray m_presenceFile; // its identity: another program may have removed it
    qint64 m_lastBeatAt = 0;

    std::thread m_thread; // the last member: begun when all others are there
};

} // namespace kontor::sharing
