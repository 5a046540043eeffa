// Bytes put at the end of a file, whole and on the disk before it goes on. Several programs may do so with one file at the same time.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace kontor::sharing {

class AppendFile {
public:
    // Made where it is missing. nullptr: it cannot be written; `problem` says why.
    static std::unique_ptr<AppendFile> open(const QString &path, QString &problem);
    ~AppendFile();
    AppendFile(const AppendFile &) = delete;
    AppendFile &operator=(const AppendFile &) = delete;

    // False: not all of it is there, or not surely on the disk.
    bool append(const QByteArray &bytes);

private:
    explicit AppendFile(qintptr file) : m_file(file) {}

    qintptr m_file;
};

// What a file holds, and its name in its folder, are on the disk when it returns.
bool syncFile(const QString &path);

} // namespace kontor::sharing
