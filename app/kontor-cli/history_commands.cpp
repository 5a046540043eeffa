#include "command.h"

#include "workspace/undo.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int kChangesShown = 200; // of one operation

QJsonValue valueJson(const db::Value &value) {
    if (value.isNull())
        return QJsonValue::Null;
    if (value.isInteger())
        return value.integer();
    return value.isReal() ? QJsonValue(value.real()) : QJsonValue(value.text());
}

QJsonObject changeJson(const workspace::Change &change) {
    static const QString words[] = {u"insert"_s, u"update"_s, u"delete"_s};
    QJsonObject json{{u"record"_s, QString::fromLatin1(change.record)},
                     {u"id"_s, change.recordId.value},
                     {u"what"_s, words[int(change.what)]}};
    if (change.lastId.isValid())
        json.insert(u"last_id"_s, change.lastId.value);
    if (change.what == workspace::What::Update) {
        json.insert(u"field"_s, QString::fromLatin1(change.field));
        json.insert(u"old"_s, valueJson(change.before));
        json.insert(u"new"_s, valueJson(change.after));
    }
    return json;
}

Result<Answer> runHistory(const Call &call) {
    TRY(base, call.openBase(true));
    workspace::HistoryFilter filter;
    TRY(limit, call.arguments.number(u"limit"_s, 100));
    filter.limit = int(limit);
    if (!call.arguments.at(1).isEmpty()) {
        TRY(id, idArgument(call.arguments, 1));
        filter.about = id;
    }
    TRY(operations, workspace::history(base->database(), filter));
    QJsonArray array;
    for (const workspace::Operation &operation : operations) {
        TRY(changes, workspace::changesOf(base->database(), operation.id, 0, kChangesShown));
        QJsonArray changesJson;
        for (const workspace::Change &change : changes)
            if (change.record != "operation" &&
                (!filter.about.isValid() || change.aboutId == filter.about || change.lastId.isValid()))
                changesJson.prepend(changeJson(change));
        array << QJsonObject{{u"operation"_s, operation.id},
                             {u"at"_s, base->clock().toIso(operation.at)},
                             {u"author"_s, operation.author},
                             {u"kind"_s, operation.info.kind},
                             {u"text"_s, workspace::historySentence(operation.info)},
                             {u"state"_s, operation.state},
                             {u"record"_s, QString::fromLatin1(operation.info.subject)},
                             {u"id"_s, operation.info.subjectId.value},
                             {u"changes"_s, changesJson}};
    }
    return Answer{{{u"operations"_s, array}}};
}

using Reverse = Result<workspace::UndoOutcome> (*)(workspace::Base &, qint64, bool);

Result<Answer> reverse(const Call &call, Reverse act, Result<qint64> (workspace::Base::*candidate)(), const char *nothing) {
    TRY(base, call.openBase(false));
    qint64 operation = 0;
    if (call.arguments.at(1).isEmpty()) {
        TRY(found, (*base.*candidate)());
        operation = found;
        if (operation == 0)
            return Error{Code::NotFound, QCoreApplication::translate("kontor-cli", nothing), QString(), QByteArray()};
    } else {
        TRY(number, wholeNumber(call.arguments.at(1), u"OPERATION"_s));
        operation = number;
    }
    TRY(outcome, act(*base, operation, call.arguments.has(u"even-if-changed"_s)));
    return Answer{{{u"operation"_s, operation},
                   {u"by"_s, outcome.operation},
                   {u"removed"_s, outcome.removed},
                   {u"restored"_s, outcome.restored},
                   {u"kept_because_edited"_s, outcome.keptBecauseEdited}}};
}

Result<Answer> runUndo(const Call &call) {
    return reverse(call, &workspace::undo, &workspace::Base::lastOperationId,
                   QT_TRANSLATE_NOOP("kontor-cli", "There is nothing to take back."));
}

Result<Answer> runRedo(const Call &call) {
    return reverse(call, &workspace::redo, &workspace::Base::lastUndoneId,
                   QT_TRANSLATE_NOOP("kontor-cli", "There is nothing to do again."));
}

} // namespace

QList<Command> historyCommands() {
    const QString answer =
        u"Without OPERATION the newest one of this user on this computer.\n"
        "-> {\"operation\", \"by\", \"removed\", \"restored\", \"kept_because_edited\"}; exit code 1, code \"conflict\", when somebody changed the value since"_s;
    return {
        {u"history"_s,
         u"BASE [ID] [--limit N]"_s,
         u"What happened, newest first; of one customer with ID.\n"
         "-> {\"operations\": [{\"operation\", \"at\", \"author\", \"kind\", \"text\", \"state\", \"changes\": [{\"record\", \"id\", \"what\", \"field\", \"old\", \"new\"}]}]}"_s,
         {{u"limit"_s, u"N"_s}},
         &runHistory},
        {u"undo"_s,
         u"BASE [OPERATION] [--even-if-changed]"_s,
         u"Takes an act back. "_s + answer,
         {{u"even-if-changed"_s, {}}},
         &runUndo},
        {u"redo"_s,
         u"BASE [OPERATION] [--even-if-changed]"_s,
         u"Does again what was taken back. "_s + answer,
         {{u"even-if-changed"_s, {}}},
         &runRedo}};
}
