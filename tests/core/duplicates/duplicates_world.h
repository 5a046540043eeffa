// A base with cards made by hand for looking for duplicates and merging.
#pragma once

#include "customers/customer_repository.h"
#include "duplicates/duplicate_finder.h"
#include "duplicates/merge.h"
#include "support/temporary_base.h"

namespace kontor::tests {

class DuplicatesWorld : public testing::Test {
protected:
    DuplicatesWorld();

    Id add(const NewCustomer &draft);
    // "phone", "email", "tag" and columns of the customer.
    Id add(const QString &name, const QList<std::pair<QString, QString>> &values = {});
    qint64 set(Id customer, const QByteArray &column, const QString &text);
    QString value(Id customer, const QByteArray &column);
    template <class R>
    Id insert(R record) {
        return valueOf(base->write({QStringLiteral("add"), R::kTable, {}},
                                   [&](workspace::Recorder &recorder) { return recorder.insert(record); }));
    }
    template <class R>
    QList<R> of(Id customer) {
        return valueOf(db::select<R>(base->database(), QStringLiteral("customer_id = ? ORDER BY id"), {customer}));
    }

    QList<duplicates::FoundGroup> find();
    // "certain, same phone: Anna Petrova | Petrova Anna", a line for each group.
    QStringList found();
    qint64 merge(Id keep, Id other, const duplicates::MergeChoices &choices = {});
    duplicates::UnmergeOutcome unmerge(qint64 operation);
    // All that stands on the cards, but for versions and when they were changed: every column of every record, in the order of ids.
    QByteArray cards(const QList<Id> &customers);
    QByteArray exported();
    QStringList problems();

    TemporaryBase base;
};

} // namespace kontor::tests
