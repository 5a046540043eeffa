#include "history/change_line.h"

#include "history/record_name.h"
#include "workspace/change_order.h"

namespace kontor::history {

using namespace Qt::StringLiterals;
using workspace::Change;
using workspace::What;

namespace {

// Of a removed record the history keeps the whole row, unless it was deleted for good.
Result<std::optional<db::Row>> rowOf(db::Database &database, const db::RecordType &type, const Change &change) {
    if (change.lastId.isValid())
        return std::optional<db::Row>();
    if (change.what != What::Delete || change.before.isNull())
        return db::findRow(database, type, change.recordId);
    TRY(row, db::rowFromJson(type, change.before.text()));
    return std::optional<db::Row>(row);
}

bool isAboutCustomers(const db::RecordType &type) { return type.table == "customer" || type.aboutColumn == "customer_id"; }

Result<ChangeLine> lineOf(db::Database &database, const workspace::RecordCatalogue &catalogue, ReferenceNames &names,
                          const Change &change) {
    ChangeLine line;
    line.change = change;
    const workspace::RecordEntry *entry = catalogue.find(change.record);
    if (!entry)
        return line;
    line.type = entry->type;
    TRY(row, rowOf(database, *line.type, change));
    line.row = row;
    if (row) {
        TRY(references, names.ofRow(database, *line.type, *row));
        line.names = references;
    }
    if (change.what == What::Update) {
        TRY(before, names.name(database, change.field, change.before));
        TRY(after, names.name(database, change.field, change.after));
        line.beforeName = before;
        line.afterName = after;
    }
    if (change.aboutId.isValid() && isAboutCustomers(*line.type)) {
        line.customer = change.aboutId;
        TRY(name, names.name(database, "customer_id", db::Value(change.aboutId)));
        line.customerName = name;
        if (name.isEmpty() && row && line.type->table == "customer") // removed since
            line.customerName = row->values[line.type->indexOf("name")].text();
    }
    return line;
}

} // namespace

Result<QList<ChangeLine>> changeLines(db::Database &database, const workspace::RecordCatalogue &catalogue, qint64 operation,
                                      Id customer, qint64 afterSeq, int limit) {
    TRY(changes, workspace::changesInOrder(database, operation, customer, afterSeq, limit));
    ReferenceNames names(catalogue);
    QList<ChangeLine> lines;
    for (const Change &change : std::as_const(changes)) {
        TRY(line, lineOf(database, catalogue, names, change));
        lines << line;
    }
    return lines;
}

} // namespace kontor::history
