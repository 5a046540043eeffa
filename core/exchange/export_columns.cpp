#include "exchange/export_columns.h"

#include "customers/customer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

const db::RecordType &type() { return db::recordType<Customer>(); }

QString titleOfField(const QByteArray &column) {
    static const QHash<QByteArray, QString> others{
        {"external_id", u"id"_s}, {"birthday_on", u"birthday"_s}, {"created_at", u"created_on"_s}};
    return others.value(column, QString::fromLatin1(column));
}

CellKind cellKind(const db::FieldInfo &field) {
    switch (field.kind) {
    case db::FieldKind::Integer:
    case db::FieldKind::Real: return CellKind::Number;
    case db::FieldKind::Date: return CellKind::Date;
    case db::FieldKind::Instant: return CellKind::Instant;
    default: return CellKind::Text;
    }
}

// A single tag with a comma in it would be read as two.
QString joinedTags(const QStringList &tags) {
    const QString text = tags.join(u';');
    return tags.size() == 1 && text.contains(u',') ? text + u';' : text;
}

} // namespace

Result<std::unique_ptr<ExportColumns>> ExportColumns::create(db::Database &database, const Clock &clock) {
    TRY(points, database.prepareBulk(
                    u"SELECT kind, label, value FROM contact_point WHERE customer_id = ? ORDER BY kind, position, id"_s));
    TRY(addresses,
        database.prepareBulk(
            u"SELECT label, '', json_array(street, district, city, region, postal_code, country) FROM address WHERE customer_id = ? ORDER BY position, id"_s));
    TRY(tags,
        database.prepareBulk(
            u"SELECT '', '', t.name FROM customer_tag c JOIN tag t ON t.id = c.tag_id WHERE c.customer_id = ? ORDER BY t.name"_s));
    TRY(dates, database.prepareBulk(u"SELECT label, '', date_on FROM important_date WHERE customer_id = ? ORDER BY id"_s));
    TRY(relations, database.prepareBulk(
                       u"SELECT kind, '', other_name FROM relation WHERE customer_id = ? AND other_id IS NULL ORDER BY id"_s));
    TRY(own,
        database.prepareBulk(
            u"SELECT custom_field_id, '', CASE WHEN number IS NULL THEN text WHEN number = round(number) THEN printf('%d', number) ELSE number END FROM custom_value WHERE customer_id = ? ORDER BY id"_s));
    std::unique_ptr<ExportColumns> columns(new ExportColumns(
        {std::move(points), std::move(addresses), std::move(tags), std::move(dates), std::move(relations), std::move(own)},
        clock));
    columns->addFields({"external_id", "kind", "name", "given_name", "family_name", "salutation", "company", "job_title",
                        "customer_number", "lifecycle"});
    TRY_VOID(columns->addPoints(database));
    QByteArrayList rest;
    for (const db::FieldInfo &field : type().fields) {
        const bool isThere = std::any_of(columns->m_columns.cbegin(), columns->m_columns.cend(),
                                         [&](const Column &column) { return column.title == titleOfField(field.column); });
        if (!field.isTechnical && !isThere)
            rest << field.column;
    }
    columns->addFields(rest);
    TRY_VOID(columns->addAddresses(database));
    columns->m_columns << Column{Kind::Tags, u"tags"_s, {}, {}};
    TRY_VOID(columns->addDatesAndRelations(database));
    TRY_VOID(columns->addOwnFields(database));
    columns->addFields({"created_at"});
    return columns;
}

void ExportColumns::addFields(const QByteArrayList &columns) {
    for (const QByteArray &column : columns) {
        m_columns << Column{Kind::Field, titleOfField(column), {}, {}, type().indexOf(column)};
        m_columns.last().cell = cellKind(type().fields.at(m_columns.last().index));
    }
}

// Phones and addresses keep their order, with a column for the label beside each; of the rest the label is in the title.
Result<void> ExportColumns::addPoints(db::Database &database) {
    for (const QString &kind : {u"phone"_s, u"email"_s}) {
        TRY(most,
            database.single(u"SELECT max(n) FROM (SELECT count(*) AS n FROM contact_point WHERE kind = ? GROUP BY customer_id)"_s,
                            {kind}));
        TRY(labelled, database.single(u"SELECT 1 FROM contact_point WHERE kind = ? AND label <> '' LIMIT 1"_s, {kind}));
        for (int i = 0; i < most.integer(); ++i) {
            m_columns << Column{Kind::Point, kind + QString::number(i + 1), kind, {}, i, 0, true};
            if (!labelled.isNull())
                m_columns << Column{Kind::PointLabel, u"%1%2_label"_s.arg(kind).arg(i + 1), kind, {}, i, 0, true};
        }
    }
    TRY(others, database.query(u"SELECT kind, label, max(n) FROM (SELECT kind, label, count(*) AS n FROM contact_point WHERE "
                               u"kind NOT IN ('phone', 'email') "
                               "GROUP BY kind, label, customer_id) GROUP BY kind, label ORDER BY kind, label"_s));
    while (true) {
        TRY(more, others.next());
        if (!more)
            return {};
        const QString kind = others.text(0), label = others.text(1), name = kind == "web"_L1 ? u"website"_s : kind;
        for (int i = 0; i < others.integer(2); ++i)
            m_columns << Column{Kind::Point, label.isEmpty() ? name : name + u'.' + label, kind, label, i};
    }
}

Result<void> ExportColumns::addAddresses(db::Database &database) {
    TRY(labels,
        database.query(
            u"SELECT label, max(n) FROM (SELECT label, count(*) AS n FROM address GROUP BY label, customer_id) GROUP BY label ORDER BY label"_s));
    int number = 2;
    while (true) {
        TRY(more, labels.next());
        if (!more)
            return {};
        for (int i = 0; i < labels.integer(1); ++i) {
            const QString label = labels.text(0);
            const QString group = i == 0 && !label.isEmpty() ? label : QString::number(number++);
            int part = 0;
            for (const QString &name : {u"street"_s, u"district"_s, u"city"_s, u"region"_s, u"postal_code"_s, u"country"_s})
                m_columns << Column{Kind::Address, name + u'.' + group, label, {}, i, part++};
        }
    }
}

Result<void> ExportColumns::addDatesAndRelations(db::Database &database) {
    TRY(dates, database.query(u"SELECT DISTINCT label FROM important_date ORDER BY label"_s));
    while (true) {
        TRY(more, dates.next());
        if (!more)
            break;
        m_columns << Column{Kind::Date, u"important_date."_s + dates.text(0), dates.text(0), {}};
        m_columns.last().cell = CellKind::Date;
    }
    TRY(relations,
        database.query(
            u"SELECT kind, max(n) FROM (SELECT kind, count(*) AS n FROM relation WHERE other_id IS NULL GROUP BY kind, customer_id) GROUP BY kind ORDER BY kind"_s));
    while (true) {
        TRY(more, relations.next());
        if (!more)
            return {};
        for (int i = 0; i < relations.integer(1); ++i)
            m_columns << Column{Kind::Relation, u"relation."_s + relations.text(0), relations.text(0), {}, i};
    }
}

Result<void> ExportColumns::addOwnFields(db::Database &database) {
    TRY(fields, database.query(u"SELECT id, name, kind FROM custom_field WHERE trashed_at IS NULL ORDER BY position, id"_s));
    while (true) {
        TRY(more, fields.next());
        if (!more)
            return {};
        m_columns << Column{Kind::Own, u"custom."_s + fields.text(1), QString::number(fields.integer(0)), {}};
        const QString kind = fields.text(2);
        m_columns.last().cell = kind == "number"_L1 ? CellKind::Number : kind == "date"_L1 ? CellKind::Date : CellKind::Text;
    }
}

QStringList ExportColumns::titles() const {
    QStringList titles;
    for (const Column &column : m_columns)
        titles << column.title;
    return titles;
}

QList<CellKind> ExportColumns::kinds() const {
    QList<CellKind> kinds;
    for (const Column &column : m_columns)
        kinds << column.cell;
    return kinds;
}

Result<QList<ExportColumns::Value>> ExportColumns::valuesOf(db::BulkStatement &statement, Id customer) {
    QList<Value> values;
    statement.bind(0, customer.value);
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return values;
        values << Value{statement.text(0), statement.text(1), statement.text(2)};
    }
}

QString ExportColumns::fieldText(const db::Row &customer, const Column &column) const {
    const db::Value &value = customer.values.at(column.index);
    if (value.isNull())
        return {};
    return type().fields.at(column.index).column == "created_at" ? m_clock.toIso(Instant{value.integer()}) : value.text();
}

Result<QStringList> ExportColumns::row(const db::Row &customer) {
    TRY(points, valuesOf(m_statements.points, customer.id));
    TRY(addresses, valuesOf(m_statements.addresses, customer.id));
    TRY(tags, valuesOf(m_statements.tags, customer.id));
    TRY(dates, valuesOf(m_statements.dates, customer.id));
    TRY(relations, valuesOf(m_statements.relations, customer.id));
    TRY(own, valuesOf(m_statements.own, customer.id));
    // The how manyth value with that key (and label).
    const auto nth = [](const QList<Value> &values, const Column &column) {
        int index = column.index;
        for (const Value &value : values) {
            if (value.key == column.key && (column.anyLabel || value.label == column.label) && index-- == 0)
                return value;
        }
        return Value();
    };
    const auto all = [](const QList<Value> &values, const QString &key) {
        QStringList texts;
        for (const Value &value : values) {
            if (value.key == key)
                texts << value.text;
        }
        return texts;
    };
    QStringList cells;
    for (const Column &column : std::as_const(m_columns)) {
        switch (column.kind) {
        case Kind::Field: cells << fieldText(customer, column); break;
        case Kind::Point: cells << nth(points, column).text; break;
        case Kind::PointLabel: cells << nth(points, column).label; break;
        case Kind::Address:
            cells << QJsonDocument::fromJson(nth(addresses, column).text.toUtf8()).array().at(column.own).toString();
            break;
        case Kind::Tags: cells << joinedTags(all(tags, {})); break;
        case Kind::Date: cells << nth(dates, column).text; break;
        case Kind::Relation: cells << nth(relations, column).text; break;
        case Kind::Own: cells << all(own, column.key).join(u';'); break;
        }
    }
    return cells;
}

} // namespace kontor::exchange
