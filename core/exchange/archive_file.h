// A ZIP archive of tables, as Salesforce, Mailchimp, LinkedIn and others give everything out at once.
#pragma once

#include "exchange/table_file.h"
#include "exchange/zip_archive.h"

namespace kontor::exchange {

// The tables of all files in it whose titles are understood; of the only file that is a table in any case. They are unpacked into a temporary
// folder, under names of our own, that goes with the last of the tables. Archives inside the archive are left out.
// Errors: Invalid (a password, nothing that is understood, damaged), Full (no room to unpack).
Result<FileTables> openArchive(const std::shared_ptr<ZipArchive> &archive, const TableOptions &options,
                               const HeaderAliases &aliases);

} // namespace kontor::exchange
