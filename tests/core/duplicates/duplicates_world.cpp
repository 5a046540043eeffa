#include "core/duplicates/duplicates_world.h"

#include "exchange/exporter.h"
#include "records/check.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kontor::tests {

using workspace::Recorder;

DuplicatesWorld::DuplicatesWorld() : base({u"SE"_s, u"EUR"_s, u"Europe/Stockholm"_s, u"sv"_s}) {}

Id DuplicatesWorld::add(const NewCustomer &draft) {
    return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
}

Id DuplicatesWorld::add(const QString &name, const QList<std::pair<QString, QString>> &values) {
    NewCustomer draft;
    draft.customer.name = name;
    QList<FieldText> fields;
    for (const auto &[column, text] : values) {
        if (column == "phone"_L1)
            draft.phones << text;
        else if (column == "email"_L1)
            draft.emails << text;
        else if (column == "external_id"_L1)
            draft.customer.externalId = text;
        else
            fields.append({column.toUtf8(), text});
    }
    return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) -> Result<Id> {
        TRY(id, addCustomer(recorder, draft));
        TRY_VOID(setCustomerFields(recorder, id, 1, fields));
        return id;
    }));
}

qint64 DuplicatesWorld::set(Id customer, const QByteArray &column, const QString &text) {
    const qint64 version = valueOf(db::find<Customer>(base->database(), customer))->version;
    expectDone(base->write({u"edit"_s, "customer", customer}, [&](Recorder &recorder) -> Result<void> {
        TRY_VOID(setCustomerFields(recorder, customer, version, {{column, text}}));
        return {};
    }));
    return valueOf(base->lastOperationId());
}

QString DuplicatesWorld::value(Id customer, const QByteArray &column) {
    const auto found = valueOf(db::find<Customer>(base->database(), customer));
    return found ? db::recordType<Customer>().find(column)->get(&*found).text() : QString();
}

QList<duplicates::FoundGroup> DuplicatesWorld::find() { return valueOf(duplicates::findDuplicates(base->database())); }

QStringList DuplicatesWorld::found() {
    QStringList lines;
    for (const duplicates::FoundGroup &group : find()) {
        QStringList names;
        for (const duplicates::FoundCustomer &customer : group.customers)
            names << customer.name;
        lines << u"%1, %2: %3"_s.arg(duplicates::certaintyWord(group.certainty), duplicates::reasonWord(group.reason),
                                     names.join(u" | "_s));
    }
    return lines;
}

qint64 DuplicatesWorld::merge(Id keep, Id other, const duplicates::MergeChoices &choices) {
    return valueOf(base->write(duplicates::mergeInfo(keep, other),
                               [&](Recorder &recorder) {
                                   return duplicates::merge(recorder, {keep, other, choices});
                               }))
        .operation;
}

duplicates::UnmergeOutcome DuplicatesWorld::unmerge(qint64 operation) {
    const auto info = valueOf(duplicates::unmergeInfo(base->database(), operation));
    return valueOf(base->write(info, [&](Recorder &recorder) { return duplicates::unmerge(recorder, operation); }));
}

QByteArray DuplicatesWorld::cards(const QList<Id> &customers) {
    QList<const workspace::RecordEntry *> entries = base->catalogue().entries();
    std::sort(entries.begin(), entries.end(), [](auto *a, auto *b) { return a->type->table < b->type->table; });
    QByteArray text;
    for (const Id customer : customers) {
        for (const workspace::RecordEntry *entry : std::as_const(entries)) {
            const db::RecordType &type = *entry->type;
            const QByteArray owner = type.table == "customer" ? QByteArray("id") : type.aboutColumn;
            if (owner.isEmpty())
                continue;
            auto rows = base->database().query(u"SELECT %1 FROM %2 WHERE %3 = ? ORDER BY id"_s.arg(
                                                   columnList(type), QString::fromLatin1(type.table), QString::fromLatin1(owner)),
                                               {customer});
            while (rows && valueOf(rows->next())) {
                db::Row row = db::readRow(*rows, type);
                row.version = 0;
                text += type.table + ' ' + rowToJson(type, row).toUtf8();
                for (int i = 0; i < type.fields.size(); ++i)
                    if (type.fields[i].isDerived && type.fields[i].column != "changed_at" && type.fields[i].column != "sort_key")
                        text += ' ' + row.values[i].text().toUtf8();
                text += '\n';
            }
        }
    }
    return text;
}

QByteArray DuplicatesWorld::exported() {
    const QString path = base.folder() + u"/export.csv"_s;
    EXPECT_TRUE(exchange::exportCustomers(*base, path));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList DuplicatesWorld::problems() { return valueOf(records::problems(*base, true)); }

} // namespace kontor::tests
