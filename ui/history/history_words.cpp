#include "history/history_words.h"

#include "base/fold.h"
#include "base/partial_date.h"
#include "customers/customer_texts.h"
#include "history/trash_acts.h"
#include "interactions/outcome.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"
#include "workspace/feed.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using history::Act;
using history::ChangeLine;
using workspace::What;

namespace {

constexpr int kLongestValue = 160;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::History)
};

QString shortened(const QString &text) {
    const QString line = text.simplified();
    return line.size() > kLongestValue ? line.left(kLongestValue) + u'…' : line;
}

QString textOf(const db::RecordType &type, const db::Row &row, const char *column) {
    const int at = type.indexOf(column);
    return at < 0 ? QString() : shortened(row.values[at].text());
}

QString pointWord(const QString &kind) {
    if (kind == "phone"_L1)
        return Texts::tr("Phone");
    if (kind == "email"_L1)
        return Texts::tr("E-mail");
    if (kind == "web"_L1)
        return Texts::tr("Web page");
    return Texts::tr("Way to reach");
}

QString entryWords(const db::RecordType &type, const db::Row &row, const Formats &formats) {
    QString words = interactionKindText(textOf(type, row, "kind"));
    if (const QString outcome = textOf(type, row, "outcome"); !outcome.isEmpty())
        words = Texts::tr("%1, %2").arg(words, formats.locale().toLower(formats.outcomes().label(outcome)));
    const QString text = textOf(type, row, "text");
    return text.isEmpty() ? words : Texts::tr("%1: %2").arg(words, text);
}

QString purchaseWords(const db::RecordType &type, const db::Row &row, const QHash<QByteArray, QString> &names,
                      const Formats &formats) {
    const QString words = Texts::tr("Purchase %1").arg(isolated(formats.money(row.values[type.indexOf("amount")].integer())));
    const QString product = names.value("product_id");
    return product.isEmpty() ? words : Texts::tr("%1, %2").arg(words, product);
}

QString dateWords(const QString &iso, const Formats &formats) {
    const auto date = parsePartialDate(iso);
    return date && date->year ? formats.date(QDate(*date->year, date->month, date->day)) : iso;
}

// Words that the base keeps in English.
QString storedWord(const db::RecordType &type, const QByteArray &column, const QString &word, const Formats &formats) {
    if (word.isEmpty())
        return word;
    if (column == "lifecycle")
        return formats.types().label(word);
    if (column == "preferred_channel" || column == "channel")
        return channelText(word);
    if (column == "outcome")
        return formats.outcomes().label(word);
    if (column == "kind" && (type.table == "interaction" || type.table == "task"))
        return interactionKindText(word);
    if (word == "person"_L1)
        return Texts::tr("Person");
    return word == "organisation"_L1 ? Texts::tr("Organisation") : word;
}

QString valueWords(const ChangeLine &line, const db::Value &value, const QString &name, const Formats &formats) {
    if (!name.isEmpty())
        return isolated(name);
    if (value.isNull())
        return {};
    const db::FieldInfo *field = line.field();
    switch (field->kind) {
    case db::FieldKind::YesNo: return value.integer() != 0 ? Texts::tr("Yes") : Texts::tr("No");
    case db::FieldKind::Date: return dateWords(value.text(), formats);
    case db::FieldKind::Instant: return formats.dateTime(Instant{value.integer()});
    case db::FieldKind::Money: return formats.money(value.integer());
    case db::FieldKind::Real: return formats.locale().toString(value.real(), 'g', 12);
    case db::FieldKind::Integer: return formats.number(value.integer());
    case db::FieldKind::Reference: return Texts::tr("No longer there");
    default: break;
    }
    if (field->column.endsWith("_on"))
        return dateWords(value.text(), formats);
    return shortened(storedWord(*line.type, field->column, value.text(), formats));
}

QString fieldWords(const ChangeLine &line) {
    const db::FieldInfo *field = line.field();
    if (line.type->table == "custom_value")
        return line.names.value("custom_field_id", Texts::tr("Own field"));
    if (line.type->table == "contact_point" && line.change.field == "value" && line.row)
        return pointWord(textOf(*line.type, *line.row, "kind"));
    if (field->label[0] != '\0')
        return QCoreApplication::translate("kontor::fields", field->label);
    if (field->column == "position")
        return Texts::tr("Order");
    if (field->column == "rule")
        return Texts::tr("Rule");
    return field->column == "pinned" ? Texts::tr("Pinned") : Texts::tr("Detail");
}

// What an update of a state is in words; empty: it is a value like others.
QString stateWords(const ChangeLine &line) {
    const bool isSet = !line.change.after.isNull();
    if (line.change.field == "trashed_at")
        return isSet ? Texts::tr("Moved to the trash") : Texts::tr("Back from the trash");
    if (line.change.field == "done_at")
        return isSet ? Texts::tr("Done") : Texts::tr("Open again");
    return {};
}

ChangeWords updateWords(const ChangeLine &line, bool namesCustomer, const Formats &formats) {
    ChangeWords words;
    const bool isCustomer = line.type->table == "customer";
    const QString record = line.row && !isCustomer ? recordWords(*line.type, *line.row, line.names, formats) : line.customerName;
    if (const QString state = stateWords(line); !state.isEmpty()) {
        words.what = record.isEmpty() ? state : Texts::tr("%1: %2").arg(state, isolated(record));
        return words;
    }
    words.what = fieldWords(line);
    if (namesCustomer && !line.customerName.isEmpty())
        //: A field and whose it is: "City of Anna Petrova".
        words.what = Texts::tr("%1 of %2").arg(words.what, isolated(line.customerName));
    words.before = valueWords(line, line.change.before, line.beforeName, formats);
    words.after = valueWords(line, line.change.after, line.afterName, formats);
    words.hasValues = true;
    return words;
}

QString withCustomer(const QString &what, const ChangeLine &line, bool namesCustomer) {
    if (!namesCustomer || line.customerName.isEmpty() || (line.type && line.type->table == "customer"))
        return what;
    return Texts::tr("%1 (%2)").arg(what, isolated(line.customerName));
}

QString answerOf(const Act &act) {
    if (act.operation.info.reverses != 0 || act.operation.info.kind == history::kDeleteForGood ||
        act.operation.state == "running"_L1 || act.changes == 0)
        return {};
    if (act.isTakenBack())
        return Texts::tr("Do again");
    if (act.operation.info.kind == "import"_L1)
        return Texts::tr("Undo import");
    return act.changes == 1 && act.first.size() == 1 && act.first.first().canRestore() ? answerWords(act.first.first())
                                                                                       : Texts::tr("Undo");
}

QString fromTo(const QString &before, const QString &after) {
    const QString nothing = Texts::tr("nothing");
    return Texts::tr("from %1 to %2")
        .arg(before.isEmpty() ? nothing : isolated(before), after.isEmpty() ? nothing : isolated(after));
}

// What an act brought: the thing itself, for its sentence says already that it is new; of many things how many.
QString additionWords(const Act &act, const Formats &formats) {
    const ChangeLine &first = act.first.first();
    if (act.changes > history::kMostCounted)
        return Texts::tr("More than %Ln addition(s)", nullptr, history::kMostCounted);
    if (act.changes > act.first.size() || first.isRange())
        return Texts::tr("%Ln addition(s)", nullptr, int(qMax(act.changes, act.records)));
    return first.type && first.row ? recordWords(*first.type, *first.row, first.names, formats)
                                   : recordCountWords(first.change.record, 1);
}

} // namespace

QString recordWords(const db::RecordType &type, const db::Row &row, const QHash<QByteArray, QString> &names,
                    const Formats &formats) {
    const QByteArray &table = type.table;
    if (table == "interaction")
        return entryWords(type, row, formats);
    if (table == "purchase")
        return purchaseWords(type, row, names, formats);
    if (table == "contact_point")
        return Texts::tr("%1 %2").arg(pointWord(textOf(type, row, "kind")), isolatedLtr(textOf(type, row, "value")));
    if (table == "task")
        return Texts::tr("Task “%1”").arg(isolated(textOf(type, row, "title")));
    if (table == "customer_tag")
        return Texts::tr("Tag “%1”").arg(isolated(names.value("tag_id")));
    if (table == "tag")
        return Texts::tr("Tag “%1”").arg(isolated(textOf(type, row, "name")));
    if (table == "segment")
        return Texts::tr("Segment “%1”").arg(isolated(textOf(type, row, "name")));
    if (table == "outcome")
        return Texts::tr("Outcome “%1”").arg(isolated(db::fromRow<Outcome>(row).label()));
    if (table == "customer_type")
        return Texts::tr("Type “%1”").arg(isolated(db::fromRow<CustomerType>(row).label()));
    if (table == "custom_field")
        return Texts::tr("Own field “%1”").arg(isolated(textOf(type, row, "label")));
    if (table == "custom_value")
        return Texts::tr("%1: %2").arg(names.value("custom_field_id"), textOf(type, row, "text"));
    if (table == "participant")
        return Texts::tr("Took part: %1").arg(isolated(names.value("customer_id")));
    if (table == "consent")
        return Texts::tr("Consent");
    if (table == "relation")
        return Texts::tr("Relation to %1").arg(isolated(names.value("other_id", textOf(type, row, "other_name"))));
    if (table == "address")
        return Texts::tr("Address %1").arg(textOf(type, row, "street"));
    for (const char *column : {"name", "title", "label"})
        if (const QString text = textOf(type, row, column); !text.isEmpty())
            return text;
    return recordCountWords(table, 1);
}

QLatin1StringView recordIcon(const QByteArray &record) {
    static const QHash<QByteArray, QLatin1StringView> icons{
        {"customer", "person"_L1},  {"interaction", "note"_L1}, {"task", "task"_L1},         {"purchase", "purchase"_L1},
        {"segment", "segments"_L1}, {"tag", "tag"_L1},          {"custom_field", "rows"_L1}, {"attachment", "file"_L1}};
    return icons.value(record, "file"_L1);
}

QString recordCountWords(const QByteArray &record, qint64 count) {
    const int n = int(qMin<qint64>(count, std::numeric_limits<int>::max()));
    if (record == "customer")
        return Texts::tr("%Ln customer(s)", nullptr, n);
    if (record == "interaction")
        return Texts::tr("%Ln entry(s)", nullptr, n);
    if (record == "task")
        return Texts::tr("%Ln task(s)", nullptr, n);
    if (record == "purchase")
        return Texts::tr("%Ln purchase(s)", nullptr, n);
    if (record == "contact_point")
        return Texts::tr("%Ln way(s) to reach", nullptr, n);
    if (record == "customer_tag" || record == "tag")
        return Texts::tr("%Ln tag(s)", nullptr, n);
    if (record == "product")
        return Texts::tr("%Ln product(s)", nullptr, n);
    if (record == "deal")
        return Texts::tr("%Ln deal(s)", nullptr, n);
    if (record == "offer")
        return Texts::tr("%Ln offer(s)", nullptr, n);
    return Texts::tr("%Ln detail(s)", nullptr, n);
}

ChangeWords changeWords(const ChangeLine &line, bool namesCustomer, const Formats &formats) {
    ChangeWords words;
    if (line.isRange()) {
        const qint64 count = line.change.lastId.value - line.change.recordId.value + 1;
        words.what = Texts::tr("%1 added").arg(recordCountWords(line.change.record, count));
        return words;
    }
    if (line.change.what == What::Update && line.field())
        return updateWords(line, namesCustomer, formats);
    const QString record =
        line.type && line.row ? recordWords(*line.type, *line.row, line.names, formats) : recordCountWords(line.change.record, 1);
    // What was said on the phone is a sentence of its own.
    const bool isEntry = line.change.record == "interaction";
    words.what = withCustomer(line.change.what == What::Insert && !isEntry ? Texts::tr("%1 added").arg(record)
                              : line.change.what == What::Delete           ? Texts::tr("%1 removed").arg(record)
                                                                           : record,
                              line, namesCustomer);
    return words;
}

QString answerWords(const ChangeLine &line) { return line.canRestore() ? Texts::tr("Restore") : QString(); }

ActWords actWords(const Act &act, const Formats &formats) {
    ActWords words;
    words.time = formats.time(act.operation.at);
    words.who = act.operation.author;
    words.what = workspace::historySentence(act.operation.info);
    if (!act.customerName.isEmpty())
        words.what = Texts::tr("%1, %2").arg(words.what, isolated(act.customerName));
    else if (act.customers > 1 && act.changes <= act.first.size())
        words.what = Texts::tr("%1, %2").arg(words.what, recordCountWords("customer", act.customers));
    if (act.first.size() == 1) {
        const ChangeWords only = changeWords(act.first.first(), false, formats);
        words.hasValues = only.hasValues;
        words.before = only.before;
        words.after = only.after;
        if (!only.hasValues)
            words.detail = act.first.first().change.what == What::Insert ? additionWords(act, formats) : only.what;
    } else if (!act.first.isEmpty() && act.first.first().change.what == What::Insert) {
        words.detail = additionWords(act, formats);
    } else if (act.changes > history::kMostCounted) {
        words.detail = Texts::tr("More than %Ln change(s)", nullptr, history::kMostCounted);
    } else if (act.changes > 1) {
        words.detail = Texts::tr("%Ln change(s)", nullptr, int(act.changes));
    }
    if (act.isTakenBack())
        words.detail = words.detail.isEmpty() ? Texts::tr("Taken back") : Texts::tr("Taken back. %1").arg(words.detail);
    words.answer = answerOf(act);
    return words;
}

QString actSummary(const Act &act, const Formats &formats) {
    const ActWords words = actWords(act, formats);
    QString summary = Texts::tr("%1, %2: %3").arg(isolated(formats.dateTime(act.operation.at)), words.who, words.what);
    if (!words.detail.isEmpty())
        summary = Texts::tr("%1. %2").arg(summary, words.detail);
    return words.hasValues ? Texts::tr("%1, %2").arg(summary, fromTo(words.before, words.after)) : summary;
}

QString changeSummary(const ChangeLine &line, bool namesCustomer, const Formats &formats) {
    const ChangeWords words = changeWords(line, namesCustomer, formats);
    return words.hasValues ? Texts::tr("%1, %2").arg(words.what, fromTo(words.before, words.after)) : words.what;
}

QString dayWords(QDate day, const Formats &formats) {
    if (day == formats.today())
        return Texts::tr("Today");
    if (day.addDays(1) == formats.today())
        return Texts::tr("Yesterday");
    //: A day of the week and its date: "Monday, 9 Mar 2026".
    return Texts::tr("%1, %2").arg(formats.locale().toString(day, u"dddd"_s, formats.calendar()), isolated(formats.date(day)));
}

QList<QByteArray> fieldsNamed(const QString &text, const workspace::RecordCatalogue &catalogue) {
    const QString wanted = fold(text);
    QSet<QByteArray> found;
    if (wanted.isEmpty())
        return {};
    for (const workspace::RecordEntry *entry : catalogue.entries())
        for (const db::FieldInfo &field : entry->type->fields)
            if (field.label[0] != '\0' && !field.isDerived &&
                fold(QCoreApplication::translate("kontor::fields", field.label)).contains(wanted))
                found.insert(field.column);
    return found.values();
}

} // namespace kontor::ui
