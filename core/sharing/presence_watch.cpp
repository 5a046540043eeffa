#include "sharing/presence_watch.h"

#include "db/continuous_clock.h"
#include "sharing/damage_notice.h"
#include "sharing/file_identity.h"

#include <QFile>

#include <chrono>

namespace kontor::sharing {

namespace {

// Nobody waits for a save that is over at once, and telling of each would cost the server two requests more.
constexpr qint64 kSavingToldAfterMs = 300;

// When the thread has something to do without being asked.
struct Timetable {
    qint64 nextLookAt = 0;
    qint64 savingSince = 0; // 0: nobody saves here
    bool isSavingTold = false;

    void note(bool isSaving, qint64 now) { savingSince = !isSaving ? 0 : savingSince == 0 ? now : savingSince; }
    bool isSavingLong(qint64 now) const { return savingSince != 0 && now - savingSince >= kSavingToldAfterMs; }
    std::chrono::milliseconds untilNext(qint64 now) const {
        const bool isTellingNext = savingSince != 0 && !isSavingTold;
        const qint64 next = isTellingNext ? qMin(nextLookAt, savingSince + kSavingToldAfterMs) : nextLookAt;
        return std::chrono::milliseconds(qMax<qint64>(next - now, 1));
    }
};

} // namespace

PresenceWatch::PresenceWatch(QString basePath, Person self, bool isShared, bool takesPart, News news)
    : m_path(std::move(basePath)),
      m_self(std::move(self)),
      m_isShared(isShared),
      m_takesPart(takesPart),
      m_news(std::move(news)),
      m_thread([this] { run(); }) {}

PresenceWatch::~PresenceWatch() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_hasWork.notify_all();
    }
    m_thread.join();
}

void PresenceWatch::ask(const std::function<void(Told &)> &change) {
    const std::lock_guard lock(m_mutex);
    change(m_told);
    m_hasWork.notify_all();
}

void PresenceWatch::setWhere(Id card, const QByteArray &field) {
    ask([&](Told &told) {
        told.isNews = told.isNews || told.card != card || told.field != field;
        told.card = card;
        told.field = field;
    });
}

void PresenceWatch::setSaving(bool isSaving) {
    ask([&](Told &told) { told.isSaving = isSaving; });
}

void PresenceWatch::noteChange(qint64 seq) {
    ask([&](Told &told) {
        told.newestChange = qMax(told.newestChange, seq);
        told.isNews = true;
    });
}

void PresenceWatch::lookNow() {
    ask([](Told &told) { told.isLookWanted = true; });
}

qint64 PresenceWatch::pendingMs() const {
    const std::lock_guard lock(m_mutex);
    return m_lookingSince == 0 ? 0 : db::continuousMs() - m_lookingSince;
}

void PresenceWatch::run() {
    Timetable times;
    while (true) {
        Told told;
        {
            std::unique_lock lock(m_mutex);
            m_lookingSince = 0;
            while (!m_isStopping) {
                const qint64 now = db::continuousMs();
                times.note(m_told.isSaving, now);
                m_told.isLookWanted = m_told.isLookWanted || now >= times.nextLookAt;
                if (m_told.isNews || m_told.isLookWanted || times.isSavingLong(now) != times.isSavingTold)
                    break;
                m_hasWork.wait_for(lock, times.untilNext(now));
            }
            if (m_isStopping)
                break;
            told = m_told;
            m_told.isNews = m_told.isLookWanted = false;
            m_lookingSince = db::continuousMs();
        }
        if (told.isLookWanted)
            joinAgainIfLost();
        times.isSavingTold = times.isSavingLong(db::continuousMs());
        if (m_presence && !m_presence->others().isEmpty()) // else nobody reads it
            m_presence->tell(told.newestChange, times.isSavingTold, told.card, told.field);
        if (told.isLookWanted) {
            look(db::continuousMs());
            times.nextLookAt = db::continuousMs() + kLookMs;
        }
    }
    const bool isLast = m_presence && m_presence->others().isEmpty();
    m_presence.reset();
    if (isLast && !m_isShared && !damageNotice(m_path)) // which stays until the base was repaired
        QFile::remove(Presence::pathFor(m_path));
}

// The last one on a disk of this computer takes the file away, perhaps while another one comes. A network drive may give the same file another
// identity, so that there only a file that is gone counts.
void PresenceWatch::joinAgainIfLost() {
    if (!m_takesPart || fileIdentity(m_path).isEmpty())
        return; // not beside nothing
    const QString path = Presence::pathFor(m_path);
    const QByteArray file = fileIdentity(path);
    if (m_presence && (m_isShared ? !file.isEmpty() : file == m_presenceFile))
        return;
    m_presence.reset();
    if (auto joined = Presence::join(m_path, m_self)) {
        m_presence = std::move(*joined);
        m_presenceFile = fileIdentity(path);
    }
}

void PresenceWatch::look(qint64 now) {
    Sight sight;
    sight.base = fileIdentity(m_path);
    sight.isDamaged = damageNotice(m_path).has_value();
    if (m_presence) {
        const bool isSeen = m_isShared || !m_presence->others().isEmpty();
        if (isSeen && now - m_lastBeatAt >= kBeatMs) {
            m_presence->beat();
            m_lastBeatAt = now;
        }
        if (!m_presence->look(now))
            sight.base.clear();
        sight.others = m_presence->others();
        sight.isFirst = m_presence->isFirst();
        sight.locksLie = m_presence->locksLie();
    }
    m_news(sight);
}

} // namespace kontor::sharing
