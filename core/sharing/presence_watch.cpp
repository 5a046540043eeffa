#include "sharing/presence_watch.h"

#include "db/continuous_clock.h"
#include "sharing/damage_notice.h"
#include "sharing/file_identity.h"

#include <QFile>

namespace kontor::sharing {

PresenceWatch::PresenceWatch(QString basePath, Person self, bool isShared, bool takesPart, News news)
    : m_path(std::move(basePath)),
      m_self(std::move(self)),
      m_isShared(isShared),
      m_takesPart(takesPart),
      m_news(std::move(news)),
      m_thread(QThread::create([this] { run(); })) {
    m_thread->setObjectName(QStringLiteral("presence"));
    m_thread->start();
}

PresenceWatch::~PresenceWatch() {
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_hasWork.notify_all();
    }
    m_thread->wait();
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
    ask([&](Told &told) {
        told.isSaving = isSaving;
        told.isNews = true;
    });
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
    while (true) {
        Told told;
        {
            std::unique_lock lock(m_mutex);
            m_lookingSince = 0;
            const bool isAsked = m_hasWork.wait_for(lock, std::chrono::milliseconds(kLookMs), [this] {
                return m_isStopping || m_told.isNews || m_told.isLookWanted;
            });
            if (m_isStopping)
                break;
            told = m_told;
            told.isLookWanted = told.isLookWanted || !isAsked;
            m_told.isNews = m_told.isLookWanted = false;
            m_lookingSince = db::continuousMs();
        }
        joinAgainIfLost();
        if (m_presence && !m_presence->others().isEmpty()) // else nobody reads it
            m_presence->tell(told.newestChange, told.isSaving, told.card, told.field);
        if (told.isLookWanted)
            look(db::continuousMs());
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
