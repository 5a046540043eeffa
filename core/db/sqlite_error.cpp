#include "db/sqlite_error.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace kontor::db {

namespace {

struct Meaning {
    int primaryCode;
    Code code;
    const char *sentence;
};

constexpr Meaning kMeanings[] = {
    {SQLITE_BUSY, Code::Busy,
     QT_TRANSLATE_NOOP("kontor::db", "Another computer or program is saving. Nothing was changed; try again in a moment.")},
    {SQLITE_LOCKED, Code::Busy,
     QT_TRANSLATE_NOOP("kontor::db", "Another computer or program is saving. Nothing was changed; try again in a moment.")},
    {SQLITE_FULL, Code::Full,
     QT_TRANSLATE_NOOP("kontor::db", "There is no room on the drive to save. Nothing was changed; make room and try again.")},
    {SQLITE_CORRUPT, Code::Corrupt,
     QT_TRANSLATE_NOOP("kontor::db", "This file could not be read completely. Close it and open the newest backup.")},
    {SQLITE_NOTADB, Code::Corrupt,
     QT_TRANSLATE_NOOP("kontor::db", "This is not a Kontor file. Nothing was changed; choose another file.")},
    {SQLITE_READONLY, Code::ReadOnly,
     QT_TRANSLATE_NOOP("kontor::db",
                       "This file cannot be written. Nothing was changed; check the rights of the file and its folder.")},
    {SQLITE_PERM, Code::ReadOnly,
     QT_TRANSLATE_NOOP("kontor::db",
                       "This file cannot be written. Nothing was changed; check the rights of the file and its folder.")},
    {SQLITE_CANTOPEN, Code::Gone,
     QT_TRANSLATE_NOOP("kontor::db", "The file cannot be opened. Check that the drive is connected and the folder exists.")},
    {SQLITE_IOERR, Code::Gone, QT_TRANSLATE_NOOP("kontor::db", "The drive did not answer. Check the connection and try again.")},
    {SQLITE_INTERRUPT, Code::Cancelled, QT_TRANSLATE_NOOP("kontor::db", "Cancelled. Nothing was changed.")},
    {SQLITE_CONSTRAINT, Code::Invalid,
     QT_TRANSLATE_NOOP("kontor::db", "The value breaks a rule of the file. Nothing was changed.")},
};

} // namespace

Error sqliteError(int extendedCode, const QString &sql) {
    Error error{Code::Internal,
                QCoreApplication::translate("kontor::db", "Something went wrong while using the file. Nothing was changed."),
                QStringLiteral("sqlite %1: %2").arg(extendedCode).arg(sql), QByteArray()};
    if (extendedCode == SQLITE_CONSTRAINT_FOREIGNKEY) {
        error.code = Code::Refused;
        error.message = QCoreApplication::translate(
            "kontor::db", "Something else in the file still refers to this, so it stays. Nothing was changed.");
        return error;
    }
    if (extendedCode == SQLITE_READONLY_ROLLBACK) {
        error.code = Code::Busy;
        error.message =
            QCoreApplication::translate("kontor::db", "Another computer is saving, or was cut off while it did. Try again in a moment; if it stays so, open "
                                                      "the file on a computer that may write it.");
        return error;
    }
    for (const Meaning &meaning : kMeanings) {
        if ((extendedCode & 0xff) == meaning.primaryCode) {
            error.code = meaning.code;
            error.message = QCoreApplication::translate("kontor::db", meaning.sentence);
        }
    }
    return error;
}

bool isDamage(const Error &error) { return error.code == Code::Corrupt && error.detail.startsWith(QLatin1String("sqlite ")); }

} // namespace kontor::db
