#include "db/backup.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace kontor::db {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::db", text); }

// VACUUM INTO does not promise that the copy has reached the disk.
void syncToDisk(const QString &path) {
#ifdef Q_OS_UNIX
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (file >= 0) {
        ::fsync(file);
        ::close(file);
    }
#else
    Q_UNUSED(path)
#endif
}

Result<void> checkCopy(const QString &path) {
    TRY(copy, Database::open(path, Purpose::Reader));
    TRY(problems, structuralProblems(*copy, false));
    if (!problems.isEmpty())
        return Error{Code::Corrupt, tr("The copy could not be read back, so it was removed. The file itself was not changed."),
                     problems.join(QLatin1Char('\n')), QByteArray()};
    return {};
}

} // namespace

Result<void> backup(Database &database, const QString &path) {
    if (QFileInfo::exists(path))
        return Error{Code::Invalid, tr("There is already a file “%1”. Choose another name for the copy.").arg(path), QString(),
                     QByteArrayLiteral("file")};
    const QString partial = path + QStringLiteral(".part");
    QFile::remove(partial);
    if (auto made = database.execute(QStringLiteral("VACUUM INTO ?"), {Value(partial)}); !made) {
        QFile::remove(partial);
        if (made.error().code == Code::Internal) // SQLite's one word for whatever keeps it from making the file
            return Error{Code::Gone,
                         tr("The copy “%1” could not be made. Check that its folder is there and can be written.").arg(path),
                         made.error().detail, QByteArrayLiteral("file")};
        return made;
    }
    if (auto sound = checkCopy(partial); !sound) {
        QFile::remove(partial);
        return sound;
    }
    syncToDisk(partial);
    if (!QFile::rename(partial, path))
        return Error{Code::Gone, tr("The copy could not be given its name “%1”. Check the rights of the folder.").arg(path),
                     QString(), QByteArrayLiteral("file")};
    return {};
}

Result<QStringList> structuralProblems(Database &database, bool full) {
    QStringList problems;
    TRY(check, database.query(full ? QStringLiteral("PRAGMA integrity_check") : QStringLiteral("PRAGMA quick_check")));
    while (true) {
        TRY(more, check.next());
        if (!more)
            break;
        if (check.text(0) != QLatin1String("ok"))
            problems << check.text(0);
    }
    TRY(links, database.query(QStringLiteral("PRAGMA foreign_key_check")));
    while (true) {
        TRY(more, links.next());
        if (!more)
            return problems;
        problems << QStringLiteral("%1 %2 refers to a missing %3").arg(links.text(0), links.text(1), links.text(2));
    }
}

} // namespace kontor::db
