// An open file with locks on single bytes, as other programs and computers see them. The locks go with the object.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace kontor::sharing {

class LockableFile {
public:
    // Made where it is missing. nullptr: it cannot be opened for writing; `problem` says why.
    static std::unique_ptr<LockableFile> open(const QString &path, QString &problem);
    ~LockableFile();
    LockableFile(const LockableFile &) = delete;
    LockableFile &operator=(const LockableFile &) = delete;

    bool lock(qint64 byte); // exclusive, at once; false: somebody else has it, or the drive refused
    void unlock(qint64 byte);
    // Past the end of the file: fewer bytes.
    QByteArray read(qint64 offset, qint64 size) const;
    bool write(qint64 offset, const QByteArray &bytes);

private:
    explicit LockableFile(qintptr file) : m_file(file) {}
    bool setLock(qint64 byte, bool isWanted);

    qintptr m_file;
};

} // namespace kontor::sharing
