// The files in a ZIP archive, read as streams. What it says of itself is bounded when it is opened: how many files, how large each is and how
// much larger than in the archive; no stream gives out more than was said.
#pragma once

#include "base/result.h"

#include <QIODevice>
#include <QList>
#include <QString>

#include <memory>

struct zip;

namespace kontor::exchange {

class ZipArchive : public std::enable_shared_from_this<ZipArchive> {
public:
    struct Entry {
        QString name; // with "/" between its folders; as the archive has it, never to be used as a path
        qint64 size = 0;
        bool isFolder = false;
        bool isEncrypted = false;
    };

    // Errors: Gone (cannot be read); Invalid (damaged, or larger than any real one).
    static Result<std::shared_ptr<ZipArchive>> open(const QString &path);
    ~ZipArchive();
    ZipArchive(const ZipArchive &) = delete;
    ZipArchive &operator=(const ZipArchive &) = delete;

    const QList<Entry> &entries() const { return m_entries; }
    int find(QStringView name) const; // the place of that entry, upper and lower case alike; -1: there is none
    // A stream that can be read once from its beginning to its end, and keeps the archive open. Errors: Invalid (damaged, encrypted).
    Result<std::unique_ptr<QIODevice>> read(int entry);

    const QString &fileName() const { return m_fileName; } // without its folder
    Error damaged(const QString &detail) const;

private:
    ZipArchive(zip *archive, QString fileName) : m_archive(archive), m_fileName(std::move(fileName)) {}
    Result<void> list();

    zip *m_archive;
    QString m_fileName;
    QList<Entry> m_entries;
};

// By its first bytes.
bool isZip(const QString &path);

} // namespace kontor::exchange
