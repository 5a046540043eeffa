#include "recovery/backup_list.h"

#include "base/fold.h"
#include "db/database.h"
#include "db/text_functions.h"
#include "sharing/backup_store.h"

#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace kontor::recovery {

using namespace Qt::StringLiterals;

QList<KnownBackup> knownBackups(const SourcePlaces &places) {
    QList<KnownBackup> known;
    QSet<QString> names;
    QHash<QString, sharing::Backup> named; // by their paths
    QSet<QString> folders;
    for (const QString &path : backupFiles(places)) {
        const QFileInfo file(path);
        if (names.contains(file.fileName()))
            continue;
        const auto content = sharing::contentOf(path);
        if (!content || content->baseId != places.baseId)
            continue;
        names.insert(file.fileName());
        if (!folders.contains(file.absolutePath()))
            for (const sharing::Backup &backup : sharing::backupsIn(file.absolutePath()))
                named.insert(backup.path, backup);
        folders.insert(file.absolutePath());
        const auto found = named.constFind(file.absoluteFilePath());
        const bool isNamed = found != named.cend();
        known.append({path, isNamed ? found->at : file.lastModified().toUTC(), isNamed ? found->reason : QString(), file.size(),
                      content->customers});
    }
    std::sort(known.begin(), known.end(), [](const KnownBackup &a, const KnownBackup &b) { return a.at > b.at; });
    return known;
}

Result<QList<BackedUpCustomer>> customersIn(const QString &backupPath, const QString &text, int atMost) {
    TRY(database, db::Database::open(backupPath, db::Purpose::Reader));
    TRY_VOID(db::registerTextFunctions(*database));
    const QString wanted = fold(text);
    // A backup of an older version has its names folded in another way, perhaps.
    TRY(rows, database->query(
                  u"SELECT id, name, company, city FROM customer WHERE merged_into IS NULL AND "
                  "(instr(kontor_fold(name), ?) > 0 OR instr(kontor_fold(company), ?) > 0) ORDER BY sort_key, id LIMIT ?"_s,
                  {wanted, wanted, qint64(atMost)}));
    QList<BackedUpCustomer> found;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return found;
        found.append({rows.id(0), rows.text(1), rows.text(2), rows.text(3)});
    }
}

} // namespace kontor::recovery
