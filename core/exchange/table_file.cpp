#include "exchange/table_file.h"

#include "exchange/archive_file.h"
#include "exchange/commerceml_file.h"
#include "exchange/csv_file.h"
#include "exchange/ldif_file.h"
#include "exchange/mail_file.h"
#include "exchange/sheet_file.h"
#include "exchange/vcard_file.h"
#include "exchange/zip_archive.h"

namespace kontor::exchange {

Result<FileTables> openTables(const QString &path, const TableOptions &options, const HeaderAliases &aliases) {
    FileTables file;
    if (isZip(path)) {
        TRY(archive, ZipArchive::open(path));
        return isWorkbook(*archive) ? openSheet(archive, options, aliases) : openArchive(archive, options, aliases);
    }
    if (isCommerceMl(path)) {
        TRY(tables, openCommerceMl(path));
        file.tables = std::move(tables);
        return file;
    }
    const QByteArray head = headOf(path);
    if (isVCard(head)) {
        TRY(cards, VCardFile::open(path, options));
        file.tables.push_back(std::move(cards));
        return file;
    }
    if (isLdif(head)) {
        TRY(entries, LdifFile::open(path, options));
        file.tables.push_back(std::move(entries));
        return file;
    }
    if (isMailFile(path)) {
        TRY(mails, MailFile::open(path));
        file.tables.push_back(std::move(mails));
        return file;
    }
    TRY(table, CsvFile::open(path, options, aliases));
    file.tables.push_back(std::move(table));
    return file;
}

} // namespace kontor::exchange
