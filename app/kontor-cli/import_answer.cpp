#include "import_answer.h"

#include "exchange/feeds.h"
#include "exchange/preset.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

void addCounts(QJsonObject &json, const exchange::ImportCounts &counts) {
    json.insert(u"read"_s, counts.read);
    json.insert(u"added"_s, counts.added);
    json.insert(u"filled"_s, counts.filled);
    json.insert(u"changed"_s, counts.changed);
    json.insert(u"unchanged"_s, counts.unchanged);
    json.insert(u"rejected"_s, counts.rejected);
}

QJsonValue batchJson(const exchange::FileReport &file) {
    return file.batch.isValid() ? QJsonValue(file.batch.value) : QJsonValue();
}
QJsonValue rejectsJson(const exchange::FileReport &file) {
    return file.rejects.isEmpty() ? QJsonValue() : QJsonValue(file.rejects);
}

QJsonObject presetJson(const exchange::RecognisedPreset &preset) {
    return {{u"name"_s, preset.name},
            {u"program"_s, preset.program},
            {u"records"_s, preset.records},
            {u"text"_s, exchange::presetSentence(preset)}};
}

QJsonObject questionJson(const exchange::DateQuestion &question) {
    QJsonArray examples;
    for (const exchange::DateQuestion::Example &example : question.examples)
        examples << QJsonObject{
            {u"row"_s, example.row}, {u"text"_s, example.text}, {u"dmy"_s, example.asDayMonth}, {u"mdy"_s, example.asMonthDay}};
    return {{u"column"_s, question.title},
            {u"read_as"_s, exchange::dateOrderName(question.assumed).toString()},
            {u"answered"_s, question.isAnswered},
            {u"ambiguous"_s, question.ambiguous},
            {u"day_first"_s, question.dayFirst},
            {u"month_first"_s, question.monthFirst},
            {u"examples"_s, examples}};
}

QJsonObject differencesJson(const exchange::FileReport &file) {
    QJsonArray fields, gone;
    for (const exchange::FieldDifference &field : file.differences->fields)
        fields << QJsonObject{{u"record"_s, QString::fromUtf8(field.record)},
                              {u"field"_s, QString::fromUtf8(field.field)},
                              {u"filled"_s, field.filled},
                              {u"changed"_s, field.changed}};
    for (Id id : file.differences->goneRecords)
        gone << id.value;
    return {{u"first_run"_s, file.differences->isFirstRun},
            {u"before"_s, file.differences->before},
            {u"now"_s, file.differences->now},
            {u"fields"_s, fields},
            {u"gone"_s, file.differences->gone},
            {u"gone_ids"_s, gone},
            {u"text"_s, exchange::differenceLines(file).join(u' ')}};
}

QJsonObject fileJson(const exchange::FileReport &file) {
    QJsonArray columns;
    for (const auto &[title, field] : file.columns)
        columns << QJsonObject{{u"title"_s, title}, {u"field"_s, QString::fromUtf8(field)}};
    QJsonArray questions;
    for (const exchange::DateQuestion &question : file.dateQuestions)
        questions << questionJson(question);
    QJsonObject json{{u"file"_s, file.path},
                     {u"preset"_s, file.preset ? QJsonValue(presetJson(*file.preset)) : QJsonValue()},
                     {u"date_questions"_s, questions},
                     {u"table"_s, file.table.isEmpty() ? QJsonValue() : QJsonValue(file.table)},
                     {u"other_tables"_s, QJsonArray::fromStringList(file.otherTables)},
                     {u"batch"_s, batchJson(file)},
                     {u"kind"_s, exchange::fileKindName(file.kind)},
                     {u"encoding"_s, QString::fromLatin1(file.charset)},
                     {u"delimiter"_s, QString(file.delimiter)},
                     {u"header"_s, file.hasHeader},
                     {u"columns"_s, columns},
                     {u"left_out"_s, QJsonArray::fromStringList(file.leftOut)},
                     {u"rejects"_s, rejectsJson(file)}};
    if (file.differences)
        json.insert(u"differences"_s, differencesJson(file));
    addCounts(json, file.counts);
    return json;
}

} // namespace

Result<exchange::ImportOptions> importOptionsOf(const Arguments &arguments) {
    exchange::ImportOptions options;
    if (arguments.has(u"as"_s)) {
        options.kind = exchange::fileKindNamed(arguments.value(u"as"_s));
        if (!options.kind)
            return usageError(tr("--as is customers, interactions, purchases, products, deals, tasks or cases, not “%1”.")
                                  .arg(arguments.value(u"as"_s)));
    }
    for (const QString &mapping : arguments.values(u"map"_s)) {
        const qsizetype equals = mapping.lastIndexOf(u'=');
        if (equals <= 0)
            return usageError(tr("--map is of the form \"Column=field\", not “%1”.").arg(mapping));
        options.mappings.append({mapping.left(equals), mapping.mid(equals + 1)});
    }
    for (const QString &order : arguments.values(u"date-order"_s)) {
        const qsizetype equals = order.lastIndexOf(u'=');
        const auto known = exchange::dateOrderNamed(order.mid(equals + 1));
        if (equals <= 0 || !known)
            return usageError(tr("--date-order is of the form \"Column=dmy\" or \"Column=mdy\", not “%1”.").arg(order));
        options.dateOrders.insert(order.left(equals), *known);
    }
    if (arguments.has(u"on-match"_s)) {
        const auto onMatch = exchange::onMatchNamed(arguments.value(u"on-match"_s));
        if (!onMatch)
            return usageError(tr("--on-match is fill, overwrite, keep or add, not “%1”.").arg(arguments.value(u"on-match"_s)));
        options.onMatch = *onMatch;
    }
    TRY(trial, arguments.number(u"trial"_s, 0));
    options.trial = trial;
    options.matchBy = arguments.value(u"match-by"_s);
    options.preset = arguments.value(u"preset"_s);
    options.sheet = arguments.value(u"sheet"_s);
    options.companies = arguments.has(u"companies"_s);
    options.dryRun = arguments.has(u"dry-run"_s);
    return options;
}

QList<Option> importChoices() {
    return {{u"as"_s, u"KIND"_s},       {u"map"_s, u"Column=field"_s}, {u"date-order"_s, u"Column=dmy|mdy"_s},
            {u"match-by"_s, u"KEYS"_s}, {u"on-match"_s, u"WHAT"_s},    {u"preset"_s, u"NAME"_s},
            {u"sheet"_s, u"NAME"_s},    {u"companies"_s, {}}};
}

Answer importAnswer(const exchange::ImportReport &report) {
    QJsonObject json;
    QJsonArray filesJson;
    QJsonValue batch;
    QJsonValue rejects;
    for (const exchange::FileReport &file : std::as_const(report.files)) {
        filesJson << fileJson(file);
        batch = batch.isNull() ? batchJson(file) : batch;
        rejects = rejects.isNull() ? rejectsJson(file) : rejects;
    }
    json.insert(u"batch"_s, batch);
    addCounts(json, report.total());
    json.insert(u"rejects"_s, rejects);
    json.insert(u"files"_s, filesJson);
    return Answer{json};
}
