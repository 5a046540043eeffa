#include "exchange/importer.h"

#include "customers/bulk_change.h"
#include "workspace/edited_since.h"
#include "workspace/undo_kept.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// The table that rows of a file become records of.
QString tableOf(const QString &kind) {
    static const QHash<QString, QString> tables{{u"customers"_s, u"customer"_s},
                                                {u"interactions"_s, u"interaction"_s},
                                                {u"purchases"_s, u"purchase"_s},
                                                {u"products"_s, u"product"_s},
                                                {u"deals"_s, u"deal"_s}};
    return tables.value(kind);
}

Result<qint64> countAdded(db::Database &database, Id batch, const QString &table) {
    TRY(count,
        database.single(
            u"SELECT count(*) FROM import_row r JOIN %1 t ON t.id BETWEEN r.first_id AND r.first_id + r.last_row - r.first_row "
            "WHERE r.batch_id = ? AND r.outcome = 'added'"_s.arg(table),
            {batch}));
    return count.integer();
}

// `kept`: gets those of whom something stays.
Result<ImportUndo> takeBack(workspace::Base &base, Id batch, QSet<Id> &kept) {
    TRY(operation, base.database().single(u"SELECT operation FROM import_batch WHERE id = ?"_s, {batch}));
    TRY(kind, base.database().single(u"SELECT kind FROM import_batch WHERE id = ?"_s, {batch}));
    const QString table = tableOf(kind.text());
    if (table.isEmpty())
        return Error{
            Code::NotFound,
            QCoreApplication::translate("kontor::exchange", "There is no import with the number %1. Nothing was changed.")
                .arg(batch.value),
            {},
            "batch"};
    TRY(before, countAdded(base.database(), batch, table));
    TRY(undone, workspace::undoKeeping(base, operation.integer()));
    TRY(after, countAdded(base.database(), batch, table));
    kept.unite(undone.kept);
    return ImportUndo{before - after, undone.outcome.restored, undone.outcome.keptBecauseEdited};
}

} // namespace

Result<ImportUndo> undoImport(workspace::Base &base, Id batch) {
    QSet<Id> kept;
    return takeBack(base, batch, kept);
}

Result<QList<Id>> editedSince(workspace::Base &base, const ImportReport &report) {
    QList<Id> edited;
    for (const FileReport &file : report.files) {
        TRY(ofFile, workspace::customersEditedSince(base, file.operation));
        edited += ofFile;
    }
    return edited;
}

Result<ImportUndo> undoImport(workspace::Base &base, const ImportReport &report, OfEdited ofEdited) {
    TRY(edited, ofEdited == OfEdited::ToTrash ? editedSince(base, report) : Result<QList<Id>>(QList<Id>()));
    ImportUndo all;
    QSet<Id> kept; // one person, also where several files had a part in it
    for (auto file = report.files.crbegin(); file != report.files.crend(); ++file) {
        TRY(undone, takeBack(base, file->batch, kept));
        all.removed += undone.removed;
        all.restored += undone.restored;
    }
    all.keptBecauseEdited = kept.size();
    if (!edited.isEmpty()) {
        TRY(trashed, applyBulkChange(base, edited, {{BulkChange::Kind::Trash}}));
        all.keptBecauseEdited -= trashed;
        all.toTrash = trashed;
    }
    return all;
}

} // namespace kontor::exchange
