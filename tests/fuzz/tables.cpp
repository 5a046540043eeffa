// The readers of tables. They take paths, so the bytes stand in a file of a folder that goes with the program.
#include "target.h"

#include "exchange/calendar_file.h"
#include "exchange/commerceml_file.h"
#include "exchange/csv_file.h"
#include "exchange/header_aliases.h"
#include "exchange/mail_file.h"
#include "exchange/sheet_file.h"
#include "support/zip_writer.h"

#include <QFile>
#include <QTemporaryDir>

namespace kontor::fuzz {

using namespace Qt::StringLiterals;
using namespace kontor::exchange;

namespace {

constexpr qint64 kMostRecords = 200'000; // of one file; a reader that goes on for ever is found by it
constexpr QChar kZero = u'\0';

QString fileOf(const QByteArray &bytes) {
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"input"_s);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return path;
}

const HeaderAliases &aliases() {
    static const HeaderAliases all;
    return all;
}

void check(const TableRecord &record, Outcome &outcome) {
    ++outcome.records;
    outcome.cells += qint64(record.cells.size());
    for (QStringView cell : record.cells) {
        if (cell.contains(kZero))
            outcome.broken = u"a cell holds a character that no field can hold"_s;
    }
}

// All records, or those before an error.
Outcome readOnce(Table &table) {
    Outcome outcome;
    TableRecord record;
    while (outcome.broken.isEmpty()) {
        const auto more = table.next(record);
        if (!more || !*more)
            break;
        check(record, outcome);
        if (outcome.records > kMostRecords)
            outcome.broken = u"there is no end of records"_s;
    }
    return outcome;
}

void readTwice(Table &table, Outcome &outcome) {
    for (const QString &title : table.titles()) {
        if (title.contains(kZero))
            outcome.broken = u"a title holds a character that no field can hold"_s;
    }
    const Outcome first = readOnce(table);
    const auto rewound = table.rewind();
    const Outcome second = rewound ? readOnce(table) : Outcome();
    if (!first.broken.isEmpty())
        outcome.broken = first.broken;
    else if (first.records != second.records || first.cells != second.cells)
        outcome.broken = u"the file reads otherwise the second time"_s;
    outcome.records += first.records;
    outcome.cells += first.cells;
}

Outcome refused(const Error &error) {
    Outcome outcome;
    if (!error.message.endsWith(u'.'))
        outcome.broken = u"the refusal is no sentence: "_s + error.message;
    return outcome;
}

Outcome readAll(const std::vector<std::unique_ptr<Table>> &tables) {
    Outcome outcome;
    for (const auto &table : tables)
        readTwice(*table, outcome);
    if (tables.empty())
        outcome.broken = u"a file was opened that holds no table"_s;
    return outcome;
}

template <class T>
Outcome readAlone(const Result<std::unique_ptr<T>> &opened) {
    if (!opened)
        return refused(opened.error());
    Outcome outcome;
    readTwice(**opened, outcome);
    return outcome;
}

} // namespace

Outcome readDelimited(const QByteArray &bytes) { return readAlone(CsvFile::open(fileOf(bytes), {u"en"_s, {}}, aliases())); }

Outcome readMail(const QByteArray &bytes) { return readAlone(MailFile::open(fileOf(bytes))); }

// Appointments before and after it are seeds.
Outcome readCalendar(const QByteArray &bytes) {
    TableOptions options{u"en"_s, {}};
    options.clock.fixedNow = Instant{1'772'352'000'000};
    const auto file = openCalendar(fileOf(bytes), options);
    return file ? readAll(file->tables) : refused(file.error());
}

Outcome readCommerceMl(const QByteArray &bytes) {
    const auto tables = openCommerceMl(fileOf(bytes));
    return tables ? readAll(*tables) : refused(tables.error());
}

Outcome readArchive(const QByteArray &bytes) {
    const auto file = openTables(fileOf(bytes), {u"en"_s, {}}, aliases());
    return file ? readAll(file->tables) : refused(file.error());
}

Outcome readWorkbook(const QByteArray &bytes) {
    const auto archive = ZipArchive::open(fileOf(packed(bytes)));
    if (!archive)
        return refused(archive.error());
    if (!isWorkbook(**archive)) // and is asked for nowhere
        return {};
    const auto file = openSheet(*archive, {u"en"_s, {}}, aliases());
    return file ? readAll(file->tables) : refused(file.error());
}

QByteArray packed(const QByteArray &parts) {
    ZipFiles files;
    for (const QByteArray &line : parts.split('\n')) {
        if (line.startsWith("==== ") && files.size() < 100)
            files.emplace_back(line.mid(5).trimmed(), QByteArray());
        else if (!files.empty())
            files.back().second += line + '\n';
    }
    return zipOf(files);
}

} // namespace kontor::fuzz
