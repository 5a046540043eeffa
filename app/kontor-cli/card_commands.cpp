#include "card_json.h"
#include "command.h"

#include "customers/customer_repository.h"
#include "search/index.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

Result<QList<FieldText>> fieldTexts(const QStringList &assignments) {
    QList<FieldText> fields;
    for (const QString &assignment : assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (equals <= 0)
            return usageError(u"“%1” is not of the form field=value."_s.arg(assignment));
        fields.append({assignment.left(equals).toUtf8(), assignment.mid(equals + 1)});
    }
    return fields;
}

Result<Answer> runFind(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(text, call.arguments.required(1, u"TEXT"_s));
    TRY(limit, call.arguments.number(u"limit"_s, 50));
    TRY(index, search::Index::open(base->options().cacheFolder, base->id()));
    TRY_VOID(index->catchUp(base->database(), base->settings().country));
    QElapsedTimer timer;
    timer.start();
    TRY(hits, index->find(base->database(), search::parseQuery(text), int(limit)));
    const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
    QJsonArray array;
    for (const search::Hit &hit : hits.hits)
        array << QJsonObject{{u"id"_s, hit.customerId.value}, {u"name"_s, hit.name}, {u"matched"_s, hit.matched}};
    return Answer{{{u"hits"_s, array}, {u"ms"_s, milliseconds}}};
}

Result<Answer> runShow(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(id, customerArgument(*base, call.arguments, 1));
    TRY(card, cardJson(*base, id));
    if (call.arguments.has(u"origin"_s)) {
        TRY(origins, originsJson(*base, id));
        card.insert(u"origins"_s, origins);
    }
    return Answer{card};
}

Result<Answer> runAdd(const Call &call) {
    TRY(base, call.openBase(false));
    TRY(fields, fieldTexts(call.arguments.values(u"set"_s)));
    NewCustomer draft;
    draft.customer.name = call.arguments.value(u"name"_s);
    draft.customer.kind = call.arguments.value(u"kind"_s, draft.customer.kind);
    if (!QStringList{u"person"_s, u"organisation"_s}.contains(draft.customer.kind))
        return usageError(u"--kind is person or organisation."_s);
    draft.phones = call.arguments.values(u"phone"_s);
    draft.emails = call.arguments.values(u"email"_s);
    draft.tags = call.arguments.values(u"tag"_s);
    return base->write({u"add"_s, Customer::kTable, {}}, [&](workspace::Recorder &recorder) -> Result<Answer> {
        TRY(id, addCustomer(recorder, draft));
        TRY(version, setCustomerFields(recorder, id, 1, fields));
        return Answer{{{u"id"_s, id.value}, {u"version"_s, version}}};
    });
}

Result<Answer> runSet(const Call &call) {
    TRY(base, call.openBase(false));
    TRY(id, customerArgument(*base, call.arguments, 1));
    TRY(fields, fieldTexts(call.arguments.positional().mid(2)));
    TRY(named, call.arguments.number(u"version"_s, 0));
    if (fields.isEmpty())
        return usageError(u"Name at least one field=value."_s);
    const QJsonObject detail =
        fields.size() == 1 ? QJsonObject{{u"field"_s, QString::fromUtf8(fields.first().column)}} : QJsonObject();
    return base->write({u"edit"_s, Customer::kTable, id, detail}, [&](workspace::Recorder &recorder) -> Result<Answer> {
        qint64 version = named;
        if (version == 0) {
            TRY(customer, db::find<Customer>(recorder.database(), id));
            version = customer ? customer->version : 1;
        }
        TRY(after, setCustomerFields(recorder, id, version, fields));
        return Answer{{{u"version"_s, after}}};
    });
}

} // namespace

QList<Command> cardCommands() {
    return {
        {u"find"_s,
         u"BASE TEXT [--limit N]"_s,
         u"Customers by name, company, phone digits, e-mail, tag, note or entry; the search index is brought up to date first.\n"
         "-> {\"hits\": [{\"id\", \"name\", \"matched\"}], \"ms\"}"_s,
         {{u"limit"_s, u"N"_s}},
         &runFind},
        {u"show"_s,
         u"BASE ID [--origin]"_s,
         u"The whole card.\n-> every field, \"contact_points\", \"addresses\", \"relations\", \"important_dates\", \"consents\", \"tags\", \"interactions\", \"purchases\", \"tasks\", \"merged_from\" (cards that became part of this one); the id of a merged card shows the one that was kept; with --origin \"origins\": of each value the file and row, or the person, and when"_s,
         {{u"origin"_s, {}}},
         &runShow},
        {u"add"_s,
         u"BASE --name TEXT [--kind person|organisation] [--phone ..] [--email ..] [--tag ..] [--set field=value]..."_s,
         u"A new customer; a name, a company, a phone or an e-mail is enough.\n-> {\"id\", \"version\"}"_s,
         {{u"name"_s, u"TEXT"_s},
          {u"kind"_s, u"KIND"_s},
          {u"phone"_s, u"NUMBER"_s},
          {u"email"_s, u"ADDRESS"_s},
          {u"tag"_s, u"NAME"_s},
          {u"set"_s, u"field=value"_s}},
         &runAdd},
        {u"set"_s,
         u"BASE ID [--version N] field=value..."_s,
         u"Changes fields; phone and email set the main one, tag adds one, custom.NAME sets an own field.\n"
         "-> {\"version\"}; exit code 1, code \"conflict\", when N is not the newest version and the same field was changed since"_s,
         {{u"version"_s, u"N"_s}},
         &runSet}};
}
