#include "core/search/search_fixture.h"

#include "base/email.h"
#include "base/fold.h"
#include "base/phone.h"
#include "support/schema_script.h"

namespace kontor::search::test {

using namespace Qt::StringLiterals;

namespace {

template <class T>
T must(Result<T> result) {
    EXPECT_TRUE(result.has_value()) << (result ? "" : (result.error().message + u" "_s + result.error().detail).toStdString());
    return result ? std::move(result).value() : T();
}

void must(const Result<void> &result) {
    EXPECT_TRUE(result.has_value()) << (result ? "" : (result.error().message + u" "_s + result.error().detail).toStdString());
}

} // namespace

SearchBase::SearchBase() {
    m_base = must(db::Database::open(m_folder.filePath(u"base.kontor"_s), db::Purpose::Writer, true));
    execute(u"PRAGMA synchronous=OFF"_s); // thousands of small commits that nothing needs to survive
    must(m_base->executeScript(tests::schemaScript()));
    execute(u"INSERT INTO writer (number, pc, name, joined_at) VALUES (1, 'pc', 'PC', 0)"_s);
    m_operation = newId();
    execute(u"INSERT INTO operation (id, writer, at, kind) VALUES (?, 1, 0, 'add')"_s, {m_operation});
    reopenIndex();
}

void SearchBase::reopenIndex() {
    m_index.reset();
    m_index = must(Index::open(cacheFolder(), u"base"_s));
}

void SearchBase::execute(const QString &sql, const db::Values &values) { must(m_base->execute(sql, values)); }

void SearchBase::note(const QString &record, qint64 id, qint64 about, const QString &what, const QString &field,
                      const db::Value &before, const db::Value &after) {
    execute(
        u"INSERT INTO change (operation, record, record_id, about_id, what, field, old, new) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {m_operation, record, id, about, what, field, before, after});
}

void SearchBase::noteRange(const QString &record, qint64 first, qint64 last) {
    execute(u"INSERT INTO change (operation, record, record_id, last_id, about_id, what) VALUES (?, ?, ?, ?, 0, 'insert')"_s,
            {m_operation, record, first, last});
}

void SearchBase::setField(qint64 customerId, const QString &field, const db::Value &value) {
    execute(u"UPDATE customer SET %1 = ? WHERE id = ?"_s.arg(field), {value, customerId});
    note(u"customer"_s, customerId, customerId, u"update"_s, field);
}

qint64 SearchBase::tagId(const QString &name) {
    const db::Value known = must(m_base->single(u"SELECT id FROM tag WHERE name = ?"_s, {name}));
    if (!known.isNull())
        return known.integer();
    const qint64 id = newId();
    execute(u"INSERT INTO tag (id, name, name_folded) VALUES (?, ?, ?)"_s, {id, name, fold(name)});
    note(u"tag"_s, id, id, u"insert"_s);
    return id;
}

qint64 SearchBase::add(const Person &person) {
    const qint64 id = newId();
    execute(
        u"INSERT INTO customer (id, name, given_name, family_name, company, city, note, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)"_s,
        {id, person.name, person.givenName, person.familyName, person.company, person.city, person.note});
    note(u"customer"_s, id, id, u"insert"_s);
    const auto addPoint = [&](const QString &kind, const QString &value, const QString &normalised) {
        const qint64 point = newId();
        execute(u"INSERT INTO contact_point (id, customer_id, kind, value, normalised) VALUES (?, ?, ?, ?, ?)"_s,
                {point, id, kind, value, normalised});
        note(u"contact_point"_s, point, id, u"insert"_s);
    };
    for (const QString &phone : person.phones)
        addPoint(u"phone"_s, phone, parsePhone(phone, u"SE").normalised);
    for (const QString &email : person.emails)
        addPoint(u"email"_s, email, parseEmail(email).normalised);
    for (const QString &tag : person.tags) {
        const qint64 tagged = tagId(tag);
        const qint64 link = newId();
        execute(u"INSERT INTO customer_tag (id, customer_id, tag_id) VALUES (?, ?, ?)"_s, {link, id, tagged});
        note(u"customer_tag"_s, link, id, u"insert"_s);
    }
    return id;
}

qint64 SearchBase::addEntry(qint64 customerId, const QString &text) {
    const qint64 id = newId();
    execute(u"INSERT INTO interaction (id, customer_id, kind, at, text) VALUES (?, ?, 'note', 0, ?)"_s, {id, customerId, text});
    note(u"interaction"_s, id, customerId, u"insert"_s);
    return id;
}

Progress SearchBase::catchUp(std::function<bool(Progress)> onProgress) {
    return must(m_index->catchUp(*m_base, u"SE"_s, std::move(onProgress)));
}

Hits SearchBase::findHits(const QString &typed, int limit) {
    catchUp();
    return must(m_index->find(*m_base, parseQuery(typed), limit));
}

QStringList SearchBase::find(const QString &typed, int limit) {
    QStringList names;
    for (const Hit &hit : findHits(typed, limit).hits)
        names << hit.name;
    return names;
}

Hit SearchBase::only(const QString &typed) {
    const Hits hits = findHits(typed);
    EXPECT_EQ(hits.hits.size(), 1) << typed.toStdString();
    return hits.hits.isEmpty() ? Hit() : hits.hits.first();
}

} // namespace kontor::search::test
