#include "command.h"

#include "base/money.h"
#include "communication/contact_link.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

Result<Instant> instantOf(const workspace::Base &base, const QString &text, const QString &option) {
    if (const auto instant = base.clock().fromIso(text))
        return *instant;
    return usageError(u"%1 is a time such as 2026-01-31T12:00, not “%2”."_s.arg(option, text));
}

// --next takes a date, or a date and a time.
Result<NextStep> nextStepOf(const workspace::Base &base, const Arguments &arguments) {
    const QString text = arguments.value(u"next"_s);
    TRY(instant, instantOf(base, text, u"--next"_s));
    NextStep step{arguments.value(u"kind"_s), arguments.value(u"next-title"_s), base.clock().dateOf(instant), std::nullopt};
    if (text.contains(u'T') || text.contains(u' '))
        step.dueAt = instant;
    if (step.title.isEmpty())
        step.title = QCoreApplication::translate("kontor-cli", "Next step");
    return step;
}

Result<Answer> runLog(const Call &call) {
    const Arguments &arguments = call.arguments;
    TRY(base, call.openBase(false));
    TRY(id, customerArgument(*base, arguments, 1));
    if (!arguments.has(u"kind"_s))
        return usageError(u"--kind is missing."_s);
    LogDraft draft;
    draft.interaction.customerId = id;
    draft.interaction.kind = arguments.value(u"kind"_s);
    draft.interaction.direction = arguments.value(u"direction"_s);
    draft.interaction.outcome = arguments.value(u"outcome"_s);
    draft.interaction.text = arguments.value(u"text"_s);
    if (arguments.has(u"at"_s)) {
        TRY(at, instantOf(*base, arguments.value(u"at"_s), u"--at"_s));
        draft.interaction.at = at;
    }
    if (arguments.has(u"next"_s)) {
        TRY(step, nextStepOf(*base, arguments));
        draft.nextStep = step;
    }
    return base->write({u"log"_s, Customer::kTable, id}, [&](workspace::Recorder &recorder) -> Result<Answer> {
        TRY(outcomes, OutcomeList::load(recorder.database()));
        LogDraft named = draft;
        if (const Outcome *outcome = outcomes.findLabel(draft.interaction.outcome))
            named.interaction.outcome = outcomes.find(draft.interaction.outcome) ? draft.interaction.outcome : outcome->name;
        TRY(logged, logInteraction(recorder, named));
        QJsonObject json{{u"id"_s, logged.interaction.value}};
        if (logged.task.isValid())
            json.insert(u"task"_s, logged.task.value);
        return Answer{json};
    });
}

Result<Answer> runPurchase(const Call &call) {
    const Arguments &arguments = call.arguments;
    TRY(base, call.openBase(false));
    TRY(id, customerArgument(*base, arguments, 1));
    const auto amount = parseMoney(arguments.value(u"amount"_s), currencyDecimals(base->settings().currency));
    if (!amount)
        return usageError(u"--amount is an amount such as 12400.50, not “%1”."_s.arg(arguments.value(u"amount"_s)));
    Purchase purchase;
    purchase.customerId = id;
    purchase.amount = *amount;
    purchase.purchasedOn = arguments.value(u"on"_s);
    return base->write({u"purchase"_s, Customer::kTable, id}, [&](workspace::Recorder &recorder) -> Result<Answer> {
        TRY(made, addPurchase(recorder, purchase, arguments.value(u"product"_s)));
        return Answer{{{u"id"_s, made.value}}};
    });
}

Result<Answer> runLink(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(id, customerArgument(*base, call.arguments, 1));
    TRY(kind, call.arguments.required(2, u"call|email"_s));
    TRY(point, call.arguments.number(u"point"_s, 0));
    if (kind != "call"_L1 && kind != "email"_L1)
        return usageError(u"A link is for call or email, not “%1”."_s.arg(kind));
    TRY(card, loadCard(base->database(), id));
    const auto channel = kind == "call"_L1 ? communication::Channel::Call : communication::Channel::Email;
    TRY(link, communication::linkFor(card, channel, base->settings().country, Id{point}));
    return Answer{{{u"url"_s, QString::fromLatin1(link)}}};
}

} // namespace

QList<Command> logCommands() {
    return {
        {u"log"_s,
         u"BASE ID --kind call|email|meeting|message|sms|visit|note|... [--direction in|out] [--outcome NAME] [--text T] [--at ISO] [--next ISO --next-title T]"_s,
         u"An entry of the timeline. --next makes a task.\n-> {\"id\"}, with a next step also {\"task\"}"_s,
         {{u"kind"_s, u"KIND"_s},
          {u"direction"_s, u"in|out"_s},
          {u"outcome"_s, u"NAME"_s},
          {u"text"_s, u"T"_s},
          {u"at"_s, u"ISO"_s},
          {u"next"_s, u"ISO"_s},
          {u"next-title"_s, u"T"_s}},
         &runLog},
        {u"purchase"_s,
         u"BASE ID --amount A [--product P] [--on DATE]"_s,
         u"A purchase, in the base's currency.\n-> {\"id\"}"_s,
         {{u"amount"_s, u"A"_s}, {u"product"_s, u"P"_s}, {u"on"_s, u"DATE"_s}},
         &runPurchase},
        {u"link"_s,
         u"BASE ID call|email [--point ID]"_s,
         u"What the button on the card would open.\n-> {\"url\"}, or exit code 1 with the reason why it may not be opened"_s,
         {{u"point"_s, u"ID"_s}},
         &runLink}};
}
