#include "records/selftest.h"

#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"

#include <QCoreApplication>

namespace kontor::records {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kCounterName = "selftest counter";

QString notesName(qint64 writer) { return u"selftest %1"_s.arg(writer); }

Result<Id> findOrAdd(workspace::Base &base, const QString &name) {
    return base.write({u"add"_s, Customer::kTable, {}}, [&](workspace::Recorder &recorder) -> Result<Id> {
        TRY(known, recorder.database().single(u"SELECT min(id) FROM customer WHERE name = ?"_s, {name}));
        if (!known.isNull())
            return Id{known.integer()};
        NewCustomer draft;
        draft.customer.name = name;
        if (name == QLatin1StringView(kCounterName))
            draft.customer.score = 0;
        return addCustomer(recorder, draft);
    });
}

Error fasterElsewhere() {
    return Error{Code::Conflict, QCoreApplication::translate("kontor::records", "Somebody else counted in the meantime."),
                 QString(), QByteArrayLiteral("score")};
}

} // namespace

QString SelftestNote::text() const { return u"%1 %2 %3"_s.arg(writer).arg(seq).arg(value); }

std::optional<SelftestNote> SelftestNote::fromText(const QString &text) {
    const QStringList words = text.split(u' ');
    bool isNumber[3] = {};
    if (words.size() != 3)
        return std::nullopt;
    const SelftestNote note{words[0].toLongLong(&isNumber[0]), words[1].toLongLong(&isNumber[1]),
                            words[2].toLongLong(&isNumber[2])};
    return isNumber[0] && isNumber[1] && isNumber[2] ? std::optional(note) : std::nullopt;
}

Result<SelftestPlaces> prepareSelftest(workspace::Base &base, qint64 writer) {
    TRY(counter, findOrAdd(base, QLatin1StringView(kCounterName)));
    TRY(notes, findOrAdd(base, notesName(writer)));
    return SelftestPlaces{counter, notes};
}

Result<SelftestView> selftestView(db::Database &database, const SelftestPlaces &places) {
    TRY(row, database.query(u"SELECT score, version, (SELECT count(*) FROM interaction i JOIN customer n ON n.id = i.customer_id "
                            "WHERE n.name LIKE 'selftest %' AND n.id <> c.id) FROM customer c WHERE id = ?"_s,
                            {places.counter}));
    TRY(found, row.next());
    return found ? SelftestView{row.integer(0), row.integer(1), row.integer(2)} : SelftestView{};
}

Result<QList<SelftestNote>> selftestNotes(db::Database &database) {
    TRY(rows, database.query(u"SELECT i.text FROM interaction i JOIN customer n ON n.id = i.customer_id "
                             "WHERE n.name LIKE 'selftest %' ORDER BY i.id"_s));
    QList<SelftestNote> notes;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return notes;
        if (const auto note = SelftestNote::fromText(rows.text(0)))
            notes << *note;
    }
}

Result<qint64> selftestCounter(db::Database &database) {
    TRY(counter, database.single(u"SELECT sum(score) FROM customer WHERE name = ?"_s, {QString::fromLatin1(kCounterName)}));
    return counter.isNull() ? 0 : counter.integer();
}

Result<qint64> lastSelftestStep(db::Database &database, const SelftestPlaces &places) {
    TRY(rows, database.query(u"SELECT text FROM interaction WHERE customer_id = ?"_s, {places.notes}));
    qint64 last = 0;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return last;
        if (const auto note = SelftestNote::fromText(rows.text(0)))
            last = qMax(last, note->seq);
    }
}

Result<SelftestNote> selftestStep(workspace::Base &base, const SelftestPlaces &places, const SelftestView &read, qint64 writer,
                                  qint64 seq, const std::function<void()> &pause) {
    return base.write({u"log"_s, Customer::kTable, places.notes}, [&](workspace::Recorder &recorder) -> Result<SelftestNote> {
        TRY(before, db::find<Customer>(recorder.database(), places.counter));
        // Two that count to the same number would otherwise agree with each other, and one step were lost.
        if (!before || before->version != read.version)
            return fasterElsewhere();
        Customer after = *before;
        after.score = read.counter + 1;
        TRY_VOID(recorder.update(*before, after));
        const SelftestNote note{writer, seq, read.counter + 1};
        LogDraft draft;
        draft.interaction.customerId = places.notes;
        draft.interaction.kind = u"note"_s;
        draft.interaction.text = note.text();
        TRY(logged, logInteraction(recorder, draft));
        Q_UNUSED(logged)
        pause();
        return note;
    });
}

} // namespace kontor::records
