#include "command.h"

#include "duplicates/duplicate_finder.h"
#include "duplicates/merge.h"
#include "duplicates/not_duplicates.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

Result<Answer> runDuplicates(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(groups, duplicates::findDuplicates(base->database()));
    QJsonArray array;
    for (const duplicates::FoundGroup &group : std::as_const(groups)) {
        QJsonArray customers;
        for (const duplicates::FoundCustomer &customer : group.customers)
            customers << QJsonObject{{u"id"_s, customer.id.value}, {u"name"_s, customer.name}};
        array << QJsonObject{{u"certainty"_s, duplicates::certaintyWord(group.certainty)},
                             {u"reason"_s, duplicates::reasonWord(group.reason)},
                             {u"customers"_s, customers}};
    }
    return Answer{{{u"groups"_s, array}}};
}

Result<Answer> runNotDuplicates(const Call &call) {
    TRY(base, call.openBase(false));
    QList<Id> customers;
    for (int i = 1; i < qMax(3, int(call.arguments.positional().size())); ++i) {
        TRY(id, customerArgument(*base, call.arguments, i));
        customers << id;
    }
    return base->write(duplicates::notDuplicatesInfo(customers.first()), [&](workspace::Recorder &recorder) -> Result<Answer> {
        TRY_VOID(duplicates::markNotDuplicates(recorder, customers));
        return Answer{{{u"operation"_s, recorder.operationId()}}};
    });
}

// --take city=other
Result<duplicates::MergeChoices> choicesOf(const Arguments &arguments) {
    static const QHash<QString, duplicates::Take> words{
        {u"keep"_s, duplicates::Take::Keep}, {u"other"_s, duplicates::Take::Other}, {u"both"_s, duplicates::Take::Both}};
    duplicates::MergeChoices choices;
    for (const QString &choice : arguments.values(u"take"_s)) {
        const QString field = choice.section(u'=', 0, 0), word = choice.section(u'=', 1);
        if (field.isEmpty() || !words.contains(word))
            return usageError(QCoreApplication::translate(
                                  "kontor-cli", "--take is of the form field=keep, field=other or field=both, not “%1”.")
                                  .arg(choice));
        choices.insert(field == "birthday"_L1 ? "birthday_on"_ba : field.toUtf8(), words.value(word));
    }
    return choices;
}

Result<Answer> runMerge(const Call &call) {
    TRY(choices, choicesOf(call.arguments));
    TRY(base, call.openBase(false));
    TRY(keep, idArgument(call.arguments, 1));
    TRY(other, idArgument(call.arguments, 2));
    return base->write(duplicates::mergeInfo(keep, other), [&](workspace::Recorder &recorder) -> Result<Answer> {
        TRY(outcome, duplicates::merge(recorder, {keep, other, choices}));
        return Answer{{{u"operation"_s, outcome.operation}, {u"id"_s, keep.value}, {u"moved"_s, outcome.moved}}};
    });
}

Result<Answer> runUnmerge(const Call &call) {
    TRY(base, call.openBase(false));
    TRY(text, call.arguments.required(1, u"OPERATION"_s));
    TRY(operation, wholeNumber(text, u"OPERATION"_s));
    TRY(info, duplicates::unmergeInfo(base->database(), operation));
    return base->write(info, [&](workspace::Recorder &recorder) -> Result<Answer> {
        TRY(outcome, duplicates::unmerge(recorder, operation));
        QJsonArray kept;
        for (const duplicates::KeptEdit &edit : std::as_const(outcome.keptEdits))
            kept << QJsonObject{{u"record"_s, QString::fromLatin1(edit.record)},
                                {u"id"_s, edit.id.value},
                                {u"field"_s, QString::fromLatin1(edit.field)}};
        return Answer{{{u"operation"_s, outcome.operation},
                       {u"restored"_s, outcome.restored},
                       {u"ids"_s, QJsonArray{outcome.kept.value, outcome.other.value}},
                       {u"kept_because_edited"_s, kept}}};
    });
}

} // namespace

QList<Command> duplicateCommands() {
    return {
        {u"duplicates"_s,
         u"BASE"_s,
         u"Customers who are likely one, in groups, the surest first; \"certainty\" is certain, likely or possible, \"reason\" "
         u"such as \"same phone\", "
         "\"same e-mail\", \"similar name + city\".\n-> {\"groups\": [{\"certainty\", \"reason\", \"customers\": [{\"id\", \"name\"}]}]}"_s,
         {},
         &runDuplicates},
        {u"not-duplicates"_s,
         u"BASE ID ID..."_s,
         u"Remembers that no two of them are one.\n-> {\"operation\"}"_s,
         {},
         &runNotDuplicates},
        {u"merge"_s,
         u"BASE KEEP OTHER [--take field=keep|other|both]..."_s,
         u"Makes the card OTHER part of the card KEEP: everything that stands on it moves, and its id leads to KEEP. Where a "
         u"field differs the more "
         "complete value is taken, else the newer one; --take chooses.\n"
         "-> {\"operation\", \"id\", \"moved\"}; \"operation\" is what unmerge takes"_s,
         {{u"take"_s, u"field=SIDE"_s}},
         &runMerge},
        {u"unmerge"_s,
         u"BASE OPERATION"_s,
         u"Splits what a merge joined, also long after it. What was changed on the kept card since stays there and is listed.\n"
         "-> {\"operation\", \"restored\", \"ids\": [kept, other], \"kept_because_edited\": [{\"record\", \"id\", \"field\"}]}"_s,
         {},
         &runUnmerge}};
}
