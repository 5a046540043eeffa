#include "history/restore.h"

#include <QCoreApplication>

namespace kontor::history {

using namespace Qt::StringLiterals;

workspace::OperationInfo restoreInfo(const ChangeLine &line) {
    workspace::OperationInfo info{u"restore_value"_s, line.change.record, line.change.recordId};
    if (const db::FieldInfo *field = line.field(); field && field->label[0] != '\0')
        info.detail.insert(u"field"_s, QString::fromUtf8(field->label));
    return info;
}

namespace {

Result<void> bringBack(workspace::Recorder &recorder, const db::RecordType &type, const workspace::Change &change) {
    TRY(row, db::rowFromJson(type, change.before.text()));
    TRY(existing, db::findRow(recorder.database(), type, row.id));
    if (existing)
        return {};
    TRY(id, recorder.insertRow(change.record, row));
    Q_UNUSED(id)
    return {};
}

} // namespace

Result<void> restore(workspace::Recorder &recorder, const workspace::Change &change) {
    const workspace::RecordEntry *entry = recorder.catalogue().find(change.record);
    if (!entry || change.lastId.isValid()) // of many at once: the whole act can be taken back
        return Error{Code::NotFound, QCoreApplication::translate("kontor::history", "There is nothing left to restore here."),
                     QString(), QByteArray()};
    if (change.what == workspace::What::Delete)
        return bringBack(recorder, *entry->type, change);
    TRY(row, db::findRow(recorder.database(), *entry->type, change.recordId));
    if (!row)
        return Error{
            Code::NotFound,
            QCoreApplication::translate("kontor::history", "What this value belonged to is no longer there. Restore that first."),
            QString(), QByteArray()};
    TRY(version, recorder.updateFields(change.record, change.recordId, row->version, {{change.field, change.before}}));
    Q_UNUSED(version)
    return {};
}

} // namespace kontor::history
