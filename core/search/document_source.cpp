#include "search/document_source.h"

#include "customers/customer.h"

#include <algorithm>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

enum StatementNumber { kCustomers, kContactPoints, kTags, kAddresses, kRelations, kCustomValues, kEntries };

constexpr int kFixedColumns = 6; // id, name, given and family name, company, whether an organisation

// Searchable columns of the customer beside the fixed ones, in the order of the record.
QList<QByteArray> otherColumns() {
    QList<QByteArray> columns;
    for (const db::FieldInfo &field : db::recordType<Customer>().fields) {
        const bool isFixed =
            field.column == "name" || field.column == "given_name" || field.column == "family_name" || field.column == "company";
        if (field.isSearchable && !isFixed)
            columns << field.column;
    }
    return columns;
}

QString customerSql() {
    QString columns;
    for (const QByteArray &column : otherColumns())
        columns += ", c."_L1 + QString::fromLatin1(column);
    return u"SELECT c.id, c.name, c.given_name, c.family_name, c.company, c.kind = 'organisation'%1 FROM json_each(?) wanted CROSS JOIN customer c ON "
           u"c.id = wanted.value "
           "WHERE c.trashed_at IS NULL AND c.merged_into IS NULL"_s.arg(columns);
}

// Rows of one customer stand together, in the order of the ids that were asked for.
QStringList statementTexts() {
    return {
        customerSql(),
        u"SELECT p.customer_id, p.kind, p.value, p.normalised FROM json_each(?) wanted CROSS JOIN contact_point p ON p.customer_id = wanted.value"_s,
        u"SELECT l.customer_id, t.name FROM json_each(?) wanted CROSS JOIN customer_tag l ON l.customer_id = wanted.value CROSS JOIN tag t ON t.id = l.tag_id"_s,
        u"SELECT a.customer_id, 'address', a.street, a.district, a.city, a.region, a.postal_code FROM json_each(?) wanted "
        "CROSS JOIN address a ON a.customer_id = wanted.value"_s,
        u"SELECT r.customer_id, 'relation', r.other_name FROM json_each(?) wanted CROSS JOIN relation r ON r.customer_id = wanted.value"_s,
        u"SELECT v.customer_id, 'custom', v.text FROM json_each(?) wanted CROSS JOIN custom_value v ON v.customer_id = "
        u"wanted.value "
        "CROSS JOIN custom_field f ON f.id = v.custom_field_id WHERE f.trashed_at IS NULL AND f.kind IN ('text', 'choice', 'choices', 'link')"_s,
        u"SELECT i.id, i.customer_id, i.text, i.kind, i.at FROM json_each(?) wanted CROSS JOIN interaction i ON i.id = wanted.value WHERE i.trashed_at IS NULL"_s};
}

QString jsonOf(const QList<qint64> &ids) {
    QString json = u"["_s;
    for (const qint64 id : ids) {
        if (json.size() > 1)
            json += u',';
        json += QString::number(id);
    }
    return json + u']';
}

// Rows come in the order of the customers, so the search goes on from where it was.
class InOrder {
public:
    explicit InOrder(QList<CustomerText> &texts) : m_texts(texts) {}
    CustomerText *find(qint64 id) {
        while (m_at < m_texts.size() && m_texts.at(m_at).id < id)
            ++m_at;
        return m_at < m_texts.size() && m_texts.at(m_at).id == id ? &m_texts[m_at] : nullptr;
    }

private:
    QList<CustomerText> &m_texts;
    qsizetype m_at = 0;
};

} // namespace

QString searchableFieldsKey() {
    QByteArray names;
    for (const QByteArray &column : otherColumns())
        names += column + ' ';
    return QString::fromLatin1(names.trimmed());
}

Result<std::unique_ptr<DocumentSource>> DocumentSource::open(db::Database &base) {
    std::vector<db::BulkStatement> statements;
    for (const QString &sql : statementTexts()) {
        TRY(statement, base.prepareBulk(sql));
        statements.push_back(std::move(statement));
    }
    return std::unique_ptr<DocumentSource>(new DocumentSource(std::move(statements)));
}

Result<QList<CustomerText>> DocumentSource::customers(const QList<qint64> &ids) {
    static const QList<QByteArray> columns = otherColumns();
    QList<qint64> sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    const QString json = jsonOf(sorted);
    QList<CustomerText> texts;
    texts.reserve(sorted.size());
    db::BulkStatement &statement = m_statements[kCustomers];
    statement.bind(0, QStringView(json));
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        CustomerText text{
            statement.integer(0), statement.text(1), statement.text(2), statement.text(3), statement.text(4), {}, {}, {}, {}};
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (QString value = statement.text(int(kFixedColumns + i)); !value.isEmpty())
                text.others << FieldText{columns.at(i), std::move(value)};
        }
        text.isOrganisation = statement.integer(5) != 0;
        texts << std::move(text);
    }
    if (texts.isEmpty())
        return texts;
    TRY_VOID(addContactPoints(json, texts));
    TRY_VOID(addTags(json, texts));
    TRY_VOID(addOthers(json, texts));
    return texts;
}

Result<void> DocumentSource::addContactPoints(const QString &ids, QList<CustomerText> &texts) {
    db::BulkStatement &statement = m_statements[kContactPoints];
    statement.bind(0, QStringView(ids));
    InOrder inOrder(texts);
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return {};
        CustomerText *text = inOrder.find(statement.integer(0));
        if (!text)
            continue;
        const QString kind = statement.text(1);
        if (kind == "phone"_L1)
            text->phones << PhoneText{statement.text(2), statement.text(3)};
        else if (kind == "email"_L1)
            text->emails << statement.text(2);
        else
            text->others << FieldText{kind.toLatin1(), statement.text(2)};
    }
}

Result<void> DocumentSource::addTags(const QString &ids, QList<CustomerText> &texts) {
    db::BulkStatement &statement = m_statements[kTags];
    statement.bind(0, QStringView(ids));
    InOrder inOrder(texts);
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return {};
        if (CustomerText *text = inOrder.find(statement.integer(0)))
            text->tags << statement.text(1);
    }
}

Result<void> DocumentSource::addOthers(const QString &ids, QList<CustomerText> &texts) {
    for (const StatementNumber number : {kAddresses, kRelations, kCustomValues}) {
        db::BulkStatement &statement = m_statements[number];
        statement.bind(0, QStringView(ids));
        InOrder inOrder(texts);
        while (true) {
            TRY(more, statement.next());
            if (!more)
                break;
            CustomerText *text = inOrder.find(statement.integer(0));
            for (int column = 2; text && column < statement.columnCount(); ++column) {
                if (QString value = statement.text(column); !value.isEmpty())
                    text->others << FieldText{statement.text(1).toLatin1(), std::move(value)};
            }
        }
    }
    return {};
}

Result<QList<EntryText>> DocumentSource::entries(const QList<qint64> &ids) {
    const QString json = jsonOf(ids);
    db::BulkStatement &statement = m_statements[kEntries];
    statement.bind(0, QStringView(json));
    QList<EntryText> entries;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return entries;
        entries << EntryText{statement.integer(0), statement.integer(1), statement.text(2), statement.text(3),
                             Instant{statement.integer(4)}};
    }
}

} // namespace kontor::search
