#include "sharing/damage_notice.h"

#include "sharing/presence.h"

#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>

namespace kontor::sharing {

namespace {

constexpr qint64 kSize = 512;
constexpr quint32 kMagic = 0x4B44'4D31; // "KDM1"
constexpr int kLongestText = 80;

std::unique_ptr<LockableFile> openFile(const QString &basePath) {
    QString problem;
    return LockableFile::open(Presence::pathFor(basePath), problem);
}

} // namespace

std::optional<DamageNotice> damageNotice(const QString &basePath) {
    if (QFileInfo(Presence::pathFor(basePath)).size() <= kPresenceSlotsSize)
        return std::nullopt;
    const auto file = openFile(basePath);
    if (!file)
        return std::nullopt;
    QDataStream in(file->read(kPresenceSlotsSize, kSize));
    in.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    DamageNotice notice;
    in >> magic >> notice.at >> notice.host >> notice.user;
    return magic == kMagic && in.status() == QDataStream::Ok ? std::optional(notice) : std::nullopt;
}

bool raiseDamageNotice(const QString &basePath, const DamageNotice &notice) {
    if (damageNotice(basePath))
        return true;
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << kMagic << notice.at << notice.host.left(kLongestText) << notice.user.left(kLongestText);
    const auto file = openFile(basePath);
    return file && file->write(kPresenceSlotsSize, bytes.leftJustified(kSize, '\0'));
}

void clearDamageNotice(const QString &basePath) {
    if (!damageNotice(basePath))
        return;
    if (const auto file = openFile(basePath))
        (void)file->write(kPresenceSlotsSize, QByteArray(kSize, '\0'));
}

} // namespace kontor::sharing
