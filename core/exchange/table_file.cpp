#include "exchange/table_file.h"

#include "exchange/archive_file.h"
#include "exchange/calendar_file.h"
#include "exchange/commerceml_file.h"
#include "exchange/csv_file.h"
#include "exchange/ldif_file.h"
#include "exchange/mail_file.h"
#include "exchange/sheet_file.h"
#include "exchange/vcard_file.h"
#include "exchange/zip_archive.h"

namespace kontor::exchange {

namespace {

template <class T>
Result<FileTables> alone(Result<std::unique_ptr<T>> opened) {
    TRY(table, std::move(opened));
    FileTables file;
    file.tables.push_back(std::move(table));
    return file;
}

} // namespace

Result<FileTables> openTables(const QString &path, const TableOptions &options, const HeaderAliases &aliases) {
    if (isZip(path)) {
        TRY(archive, ZipArchive::open(path));
        return isWorkbook(*archive) ? openSheet(archive, options, aliases) : openArchive(archive, options, aliases);
    }
    if (isCommerceMl(path)) {
        TRY(tables, openCommerceMl(path));
        return FileTables{std::move(tables)};
    }
    const QByteArray head = headOf(path);
    if (isCalendar(head))
        return openCalendar(path, options);
    if (isVCard(head))
        return alone(VCardFile::open(path, options));
    if (isLdif(head))
        return alone(LdifFile::open(path, options));
    if (isMailFile(path))
        return alone(MailFile::open(path));
    return alone(CsvFile::open(path, options, aliases));
}

} // namespace kontor::exchange
