// What reads the files of others, as functions that take bytes to their end and tell what was promised and did not hold.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace kontor::fuzz {

struct Outcome {
    qint64 records = 0;
    qint64 cells = 0;
    QString broken; // a promise that does not hold for these bytes; empty where all hold
};

struct Target {
    const char *name; // of its folder in seeds, and fuzz_NAME
    Outcome (*read)(const QByteArray &bytes);
    const char *telling; // what means something to that reader
};

const std::vector<Target> &targets();
const Target *targetNamed(QByteArrayView name);

Outcome readAddressBook(const QByteArray &bytes); // as vCards and as LDIF
Outcome readDelimited(const QByteArray &bytes);
Outcome readWorkbook(const QByteArray &bytes); // XLSX and ODS, given as packed() takes them
Outcome readArchive(const QByteArray &bytes);
Outcome readCommerceMl(const QByteArray &bytes);
Outcome readCalendar(const QByteArray &bytes);
Outcome readMail(const QByteArray &bytes);
Outcome readBaseJson(const QByteArray &bytes);
Outcome readSignature(const QByteArray &bytes);

// "==== name" above the text of each file: a change of a part of a workbook is not lost in its compression.
QByteArray packed(const QByteArray &parts);

} // namespace kontor::fuzz
