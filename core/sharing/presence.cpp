#include "sharing/presence.h"

#include "sharing/who_is_at.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QFile>
#include <QIODevice>

namespace kontor::sharing {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kSlotSize = 256;
constexpr int kSlots = int(kPresenceSlotsSize / kSlotSize);
constexpr qint64 kFirstLock = qint64(1) << 31; // where the file has no bytes, so that locks never hinder reading
constexpr quint32 kMagic = 0x4B50'5231;        // "KPR1"
constexpr qint64 kDeadAfterMs = 25'000;
constexpr int kProof = 2; // the first count may have been under way before the lock was taken
constexpr int kLongestText = 32; // characters; two bytes each, so that all fit

QString tr(const char *text) { return QCoreApplication::translate("kontor::sharing", text); }

QByteArray packed(const Person &person) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kMagic << person.beat << quint8(person.sawLyingLocks) << person.startedAt;
    for (const QString &text : {person.host, person.user})
        out << text.left(kLongestText);
    for (const QString &text : {person.version, person.place})
        out << text.left(kLongestText / 4);
    out << person.newestChange << person.isSaving << person.card.value << person.field.left(kLongestField);
    return bytes.leftJustified(kSlotSize, '\0', true);
}

std::optional<Person> unpacked(const QByteArray &bytes) {
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    quint8 sawLyingLocks = 0;
    Person person;
    in >> magic >> person.beat >> sawLyingLocks >> person.startedAt >> person.host >> person.user >> person.version >>
        person.place >> person.newestChange >> person.isSaving >> person.card.value >> person.field;
    person.sawLyingLocks = sawLyingLocks != 0;
    return magic == kMagic && in.status() == QDataStream::Ok ? std::optional(person) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<Presence>> Presence::join(const QString &basePath, const Person &self) {
    QString problem;
    auto file = LockableFile::open(pathFor(basePath), problem);
    if (!file)
        return Error{Code::ReadOnly, tr("The folder of the file cannot be written, so others cannot see who is here."), problem,
                     QByteArrayLiteral("base")};
    std::unique_ptr<Presence> presence(new Presence(std::move(file), self));
    TRY_VOID(presence->takeSlot());
    return presence;
}

Presence::~Presence() {
    if (m_slot >= 0)
        (void)clearSlot(m_slot);
}

qint64 Presence::lockOf(int slot) { return kFirstLock + slot; }

bool Presence::clearSlot(int slot) { return m_file->write(slot * kSlotSize, QByteArray(kSlotSize, '\0')); }

// One with something in it is not taken, even when its lock can be: its owner may be dead, or the lock a lie; look() finds out.
Result<void> Presence::takeSlot() {
    const QByteArray all = m_file->read(0, kSlots * kSlotSize);
    for (int slot = 0; slot < kSlots; ++slot) {
        if (unpacked(all.mid(slot * kSlotSize, kSlotSize)) || !m_file->lock(lockOf(slot)))
            continue;
        if (unpacked(m_file->read(slot * kSlotSize, kSlotSize))) { // somebody came in between, and locks lie or it left at once
            m_file->unlock(lockOf(slot));
            continue;
        }
        m_slot = slot;
        writeSlot();
        return {};
    }
    return Error{Code::Full, tr("This file is open on too many computers. Close it on one of them."), QString(),
                 QByteArrayLiteral("base")};
}

void Presence::writeSlot() {
    if (m_slot >= 0)
        (void)m_file->write(m_slot * kSlotSize, packed(m_self));
}

void Presence::beat() {
    ++m_self.beat;
    if (m_slot >= 0) {
        m_file->unlock(lockOf(m_slot)); // its own lock would stand in its way
        if (m_file->lock(lockOf(m_slot)))
            return writeSlot();
        (void)clearSlot(m_slot);
    }
    m_slot = -1;
    (void)takeSlot(); // when there is none now, the next beat tries again
}

void Presence::tryToHold(int slot, Seen &seen) {
    seen.isHeldByUs = m_file->lock(lockOf(slot));
    seen.countedMeanwhile = 0;
}

void Presence::tell(qint64 newestChange, bool isSaving, Id card, const QByteArray &field) {
    Person now = m_self;
    now.newestChange = newestChange;
    now.isSaving = isSaving;
    now.card = card;
    now.field = field.left(kLongestField);
    if (now == m_self)
        return;
    m_self = now;
    writeSlot();
}

void Presence::forget(int slot) {
    if (m_seen.value(slot).isHeldByUs)
        m_file->unlock(lockOf(slot));
    m_seen.remove(slot);
}

// A lock that can be taken is kept: if the owner counts on while we hold it, locks lie; if not, it is dead.
void Presence::judge(int slot, Seen &seen, const Person &person, qint64 nowMs) {
    const bool counts = person.beat != seen.person.beat;
    seen.person = person;
    if (counts)
        seen.lastBeatAt = nowMs;
    seen.countedMeanwhile += counts && seen.isHeldByUs;
    if (seen.countedMeanwhile >= kProof && !m_self.sawLyingLocks) {
        m_self.sawLyingLocks = true;
        writeSlot();
    }
    const bool isSilent = nowMs - seen.lastBeatAt > kDeadAfterMs;
    if (isSilent && !seen.isHeldByUs)
        tryToHold(slot, seen);
    else if (isSilent && seen.isHeldByUs && clearSlot(slot))
        forget(slot);
}

bool Presence::look(qint64 nowMs) {
    const QByteArray all = m_file->read(0, kSlots * kSlotSize);
    if (all.isEmpty()) // our own slot is in it
        return false;
    m_others.clear();
    m_othersSawIt = false;
    m_isFirst = true;
    for (int slot = 0; slot < kSlots; ++slot) {
        const auto person = unpacked(all.mid(slot * kSlotSize, kSlotSize));
        if (slot == m_slot)
            continue;
        if (!person) {
            forget(slot);
            continue;
        }
        if (const auto known = m_seen.constFind(slot); known != m_seen.cend() && known->person.startedAt != person->startedAt)
            forget(slot);
        if (!m_seen.contains(slot))
            tryToHold(slot, *m_seen.insert(slot, {*person, nowMs}));
        judge(slot, m_seen[slot], *person, nowMs);
        if (!m_seen.contains(slot))
            continue;
        m_others << *person;
        m_isFirst = m_isFirst && slot > m_slot;
        m_othersSawIt = m_othersSawIt || person->sawLyingLocks;
    }
    return true;
}

QList<Person> whoIsAt(const QString &basePath) {
    QString problem;
    const auto file =
        QFile::exists(Presence::pathFor(basePath)) ? LockableFile::open(Presence::pathFor(basePath), problem) : nullptr;
    QList<Person> here;
    const QByteArray all = file ? file->read(0, kSlots * kSlotSize) : QByteArray();
    for (int slot = 0; slot < kSlots; ++slot) {
        const std::optional<Person> person = unpacked(all.mid(slot * kSlotSize, kSlotSize));
        if (!person)
            continue;
        if (file->lock(kFirstLock + slot))
            file->unlock(kFirstLock + slot); // its owner has died
        else
            here << *person;
    }
    return here;
}

} // namespace kontor::sharing
