// The others who have the base open: looked for on the background reader's thread, since the drive may be slow.
#include "workspace/workspace.h"

#include "db/continuous_clock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

struct Workspace::Watcher {
    std::unique_ptr<sharing::Presence> presence;
    qint64 lastBeatAt = 0;

    void look() {
        const qint64 now = db::continuousMs();
        if (now - lastBeatAt >= sharing::kBeatMs) {
            presence->beat();
            lastBeatAt = now;
        }
        presence->look(now);
    }
};

// On a disk of this computer nobody is looked for, unless somebody reached it through the network and left the file.
void Workspace::joinOthers() {
    if (m_isReadOnly || (!m_place.isNetwork() && !QFileInfo::exists(sharing::Presence::pathFor(m_path))))
        return;
    m_watcher = std::make_shared<Watcher>();
    const sharing::Person self{m_options.pcName, m_options.userName, QCoreApplication::applicationVersion(),
                               sharing::placeWord(m_place.kind), QDateTime::currentMSecsSinceEpoch()};
    m_backgroundReader->post([watcher = m_watcher, path = m_path, self](Base &) {
        if (auto joined = sharing::Presence::join(path, self))
            watcher->presence = std::move(*joined);
    });
    m_backgroundReader->atEnd([watcher = m_watcher] { watcher->presence.reset(); });
}

void Workspace::watchOthers() {
    if (!m_watcher)
        return;
    m_backgroundReader->post([this, watcher = m_watcher](Base &) {
        if (!watcher->presence)
            return;
        watcher->look();
        deliver([this, others = watcher->presence->others(), lie = watcher->presence->locksLie()] { showOthers(others, lie); });
    });
}

void Workspace::showOthers(const QList<sharing::Person> &others, bool locksLie) {
    const bool isSame = std::equal(others.begin(), others.end(), m_others.begin(), m_others.end(),
                                   [](const auto &a, const auto &b) { return a.startedAt == b.startedAt && a.host == b.host; });
    m_others = others;
    if (!isSame)
        emit othersChanged();
    if (!locksLie || m_isReadOnly)
        return;
    m_isReadOnly = true;
    m_whyReadOnly = QCoreApplication::translate(
        "kontor::workspace",
        "The computers that have this file open do not see each other's locks, so it could be destroyed. Nothing is "
        "written any more. Mount the drive on all of them with locks, then open the file again.");
    for (DatabaseThread *thread : {m_writer.get(), m_personReader.get(), m_backgroundReader.get()})
        thread->post([why = m_whyReadOnly](Base &base) { base.forbidWriting(why); });
    emit becameReadOnly();
}

} // namespace kontor::workspace
