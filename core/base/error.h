// What went wrong, for the person and for the log. Part of every Result<T>.
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor {

enum class Code {
    Invalid,   // the input is wrong; `field` names it
    NotFound,  // no such customer, segment, file ...
    Conflict,  // someone else changed the same field since it was read
    Refused,   // a rule forbids it (no consent, opted out ...)
    Busy,      // another computer or program is saving
    Full,      // no room on the drive
    Corrupt,   // the file could not be read as it was written
    ReadOnly,  // the file or the drive does not take writes
    Gone,      // the file or the drive cannot be reached
    Newer,     // the file was made by a newer version
    Cancelled, // the person stopped it
    Internal,  // a fault of the program
};

// The word that the command line prints for a code ("invalid", "not_found", "conflict" ...). Stable: scripts compare it.
QString codeWord(Code code);

struct Error {
    Code code = Code::Internal;
    QString message;  // for the person, translated: what happened, what it means for the data, one thing to do
    QString detail;   // for the log: SQL text, result codes, never a bound value or anything a customer told us
    QByteArray field; // the field that the person can mend, empty if none
};

} // namespace kontor
