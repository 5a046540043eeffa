#include "interactions/interaction_repository.h"

#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "tasks/task_repository.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::interactions", text); }

Result<void> checkDraft(Recorder &recorder, const Interaction &interaction) {
    if (interaction.kind.isEmpty())
        return Error{Code::Invalid, tr("Say what happened: a call, an e-mail, a meeting, a note ..."), QString(),
                     QByteArrayLiteral("kind")};
    TRY(outcomes, OutcomeList::load(recorder.database()));
    if (!interaction.outcome.isEmpty() && !outcomes.find(interaction.outcome)) {
        QStringList names;
        for (const Outcome &outcome : outcomes.offered())
            names << outcome.name;
        return Error{Code::Invalid,
                     tr("There is no outcome “%1”. Choose one of: %2.").arg(interaction.outcome, names.join(u", "_s)), QString(),
                     QByteArrayLiteral("outcome")};
    }
    if (!QStringList{u""_s, u"in"_s, u"out"_s}.contains(interaction.direction))
        return Error{Code::Invalid, tr("“%1” is not a direction. Choose in or out.").arg(interaction.direction), QString(),
                     QByteArrayLiteral("direction")};
    if (interaction.kind == "note"_L1 && interaction.text.trimmed().isEmpty() && interaction.outcome.isEmpty())
        return Error{Code::Invalid, tr("A note needs a few words."), QString(), QByteArrayLiteral("text")};
    TRY(customer, recorder.database().single(u"SELECT 1 FROM customer WHERE id = ?"_s, {interaction.customerId}));
    if (customer.isNull())
        return Error{Code::NotFound, tr("There is no such customer."), QString(), QByteArrayLiteral("id")};
    return {};
}

Result<void> markPhoneWrong(Recorder &recorder, const Interaction &interaction) {
    const QString condition =
        interaction.contactPointId ? u"id = ?"_s : u"customer_id = ? AND kind = 'phone' ORDER BY position, id LIMIT 1"_s;
    TRY(points,
        db::select<ContactPoint>(recorder.database(), condition, {interaction.contactPointId.value_or(interaction.customerId)}));
    for (const ContactPoint &point : points) {
        ContactPoint marked = point;
        marked.wrong = true;
        TRY_VOID(recorder.update(point, marked));
    }
    return {};
}

Result<void> applyOutcome(Recorder &recorder, const Interaction &interaction) {
    TRY(outcomes, OutcomeList::load(recorder.database()));
    const Outcome *outcome = outcomes.find(interaction.outcome);
    if (outcome && outcome->marksPhoneWrong)
        return markPhoneWrong(recorder, interaction);
    if (outcome && outcome->refusesCalls) {
        Consent consent;
        consent.customerId = interaction.customerId;
        consent.channel = u"phone"_s;
        consent.state = u"refused"_s;
        consent.decidedAt = recorder.now();
        consent.how = u"call"_s;
        consent.evidence = interaction.text; // the reason, where one was given
        TRY_VOID(recorder.insert(consent));
    }
    return {};
}

Result<Id> addNextStep(Recorder &recorder, const Interaction &interaction, const NextStep &step) {
    Task task;
    task.customerId = interaction.customerId;
    task.title = step.title;
    task.kind = step.kind;
    task.dueOn = step.dueOn.toString(Qt::ISODate);
    task.dueAt = step.dueAt;
    task.interactionId = interaction.id;
    return addTask(recorder, task);
}

} // namespace

Result<Logged> logInteraction(Recorder &recorder, const LogDraft &draft) {
    Interaction interaction = draft.interaction;
    TRY_VOID(checkDraft(recorder, interaction));
    if (interaction.at.milliseconds == 0)
        interaction.at = recorder.now();
    interaction.userId = recorder.user();
    TRY_VOID(recorder.insert(interaction));
    for (const Id customer : draft.otherParticipants) {
        Participant participant;
        participant.interactionId = interaction.id;
        participant.customerId = customer;
        TRY_VOID(recorder.insert(participant));
    }
    TRY_VOID(applyOutcome(recorder, interaction));
    Logged logged{interaction.id, {}};
    if (draft.nextStep) {
        TRY(task, addNextStep(recorder, interaction, *draft.nextStep));
        logged.task = task;
    }
    return logged;
}

Result<Logged> addOutcome(Recorder &recorder, Id interaction, const QString &outcome, const std::optional<NextStep> &nextStep) {
    TRY(found, db::find<Interaction>(recorder.database(), interaction));
    if (!found)
        return Error{Code::NotFound, tr("There is no such entry."), QString(), QByteArrayLiteral("id")};
    Interaction after = *found;
    after.outcome = outcome;
    TRY_VOID(checkDraft(recorder, after));
    TRY_VOID(recorder.update(*found, after));
    TRY_VOID(applyOutcome(recorder, after));
    Logged logged{interaction, {}};
    if (nextStep) {
        TRY(task, addNextStep(recorder, after, *nextStep));
        logged.task = task;
    }
    return logged;
}

Result<void> changeInteractionText(Recorder &recorder, const Interaction &before, const QString &text) {
    Interaction after = before;
    after.text = text;
    return recorder.update(before, after);
}

Result<void> setInteractionPinned(Recorder &recorder, const Interaction &before, bool isPinned) {
    Interaction after = before;
    after.pinned = isPinned;
    return recorder.update(before, after);
}

Result<void> trashInteraction(Recorder &recorder, Id interaction) {
    TRY(found, db::find<Interaction>(recorder.database(), interaction));
    if (!found)
        return Error{Code::NotFound, tr("There is no such entry."), QString(), QByteArrayLiteral("id")};
    Interaction after = *found;
    after.trashedAt = recorder.now();
    return recorder.update(*found, after);
}

// The index by customer gives the newest ids of a long history; only these rows are read.
Result<QList<Interaction>> interactionsOf(db::Database &database, Id customer, const TimelineFilter &filter) {
    QString wanted = u"trashed_at IS NULL"_s;
    db::Values kinds;
    if (!filter.kinds.isEmpty()) {
        for (const QString &kind : filter.kinds)
            kinds << kind;
        wanted += u" AND kind IN (%1)"_s.arg(QStringList(filter.kinds.size(), u"?"_s).join(u", "_s));
    }
    const QString order = u" ORDER BY at DESC, id DESC"_s;
    const QString newest = filter.limit > 0 ? order + u" LIMIT %1"_s.arg(filter.limit + filter.offset) : QString();
    const QString page = filter.limit > 0 ? u" LIMIT %1 OFFSET %2"_s.arg(filter.limit).arg(filter.offset) : QString();
    return db::select<Interaction>(
        database,
        u"%1 AND id IN (SELECT id FROM (SELECT id FROM interaction WHERE customer_id = ? AND %1%2) "
        "UNION SELECT interaction_id FROM participant WHERE customer_id = ?)%3%4"_s.arg(wanted, newest, order, page),
        kinds + db::Values{customer} + kinds + db::Values{customer});
}

Result<QList<Interaction>> pinnedInteractionsOf(db::Database &database, Id customer) {
    return db::select<Interaction>(database, u"customer_id = ? AND pinned = 1 AND trashed_at IS NULL ORDER BY at DESC, id DESC"_s,
                                   {customer});
}

Result<QHash<Id, QStringList>> othersIn(db::Database &database, const QList<Interaction> &interactions, Id customer) {
    QHash<Id, QStringList> others;
    QStringList ids;
    QStringList foreign;
    for (const Interaction &interaction : interactions) {
        ids << QString::number(interaction.id.value);
        if (interaction.customerId != customer)
            foreign << ids.last();
    }
    if (ids.isEmpty())
        return others;
    QString sql = u"SELECT p.interaction_id, c.name FROM participant p JOIN customer c ON c.id = p.customer_id "
                  "WHERE p.interaction_id IN (%1) AND p.customer_id <> ?1"_s.arg(ids.join(u','));
    if (!foreign.isEmpty())
        sql +=
            u" UNION ALL SELECT i.id, c.name FROM interaction i JOIN customer c ON c.id = i.customer_id WHERE i.id IN (%1)"_s.arg(
                foreign.join(u','));
    TRY(rows, database.query(sql, {customer}));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return others;
        others[Id{rows.integer(0)}] << rows.text(1);
    }
}

} // namespace kontor
