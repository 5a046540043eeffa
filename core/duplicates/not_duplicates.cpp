#include "duplicates/not_duplicates.h"

#include "customers/customer.h"
#include "customers/not_duplicate.h"

namespace kontor::duplicates {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::duplicates", text); }

Result<void> markPair(Recorder &recorder, const IdPair &pair) {
    TRY(known, recorder.database().single(u"SELECT 1 FROM not_duplicate WHERE customer_id = ? AND other_id = ?"_s,
                                          {pair.first, pair.second}));
    if (!known.isNull())
        return {};
    NotDuplicate record;
    record.customerId = pair.first;
    record.otherId = pair.second;
    TRY_VOID(recorder.insert(record));
    return {};
}

} // namespace

workspace::OperationInfo notDuplicatesInfo(Id first) { return {u"not_duplicates"_s, Customer::kTable, first}; }

Result<void> markNotDuplicates(Recorder &recorder, const QList<Id> &customers) {
    if (customers.size() < 2)
        return Error{Code::Invalid, tr("Name at least two customers."), QString(), QByteArrayLiteral("id")};
    for (const Id customer : customers) {
        TRY(found, db::find<Customer>(recorder.database(), customer));
        if (!found)
            return Error{Code::NotFound, tr("There is no such customer."), QString(), QByteArrayLiteral("id")};
    }
    for (qsizetype i = 0; i < customers.size(); ++i)
        for (qsizetype j = i + 1; j < customers.size(); ++j)
            if (customers.at(i) != customers.at(j))
                TRY_VOID(markPair(recorder, idPair(customers.at(i), customers.at(j))));
    return {};
}

Result<QSet<IdPair>> notDuplicates(db::Database &database) {
    TRY(rows, database.query(u"SELECT coalesce(a.merged_into, a.id), coalesce(b.merged_into, b.id) FROM not_duplicate n "
                             "JOIN customer a ON a.id = n.customer_id JOIN customer b ON b.id = n.other_id"_s));
    QSet<IdPair> pairs;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return pairs;
        pairs.insert(idPair(rows.id(0), rows.id(1)));
    }
}

} // namespace kontor::duplicates
