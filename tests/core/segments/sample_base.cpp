#include "sample_base.h"

#include "base/fold.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"
#include "support/schema_script.h"

#include <gtest/gtest.h>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

bool SampleBase::open(const QString &zone, const QString &now) {
    auto database = db::Database::open(m_folder.filePath(u"sample.kontor"_s), db::Purpose::Writer, true);
    if (!database || !(*database)->executeScript(u"BEGIN;"_s + tests::schemaScript() + u"COMMIT;"_s))
        return false;
    m_database = std::move(*database);
    m_context.clock.zone = timeZoneNamed(zone);
    m_context.clock.fixedNow = m_context.clock.fromIso(now);
    reloadCatalogue();
    return m_catalogue && m_context.clock.fixedNow;
}

void SampleBase::reloadCatalogue() {
    auto catalogue = Catalogue::load(*m_database);
    m_catalogue = catalogue ? std::make_unique<Catalogue>(*catalogue) : nullptr;
}

void SampleBase::run(const QString &sql, const db::Values &values) {
    const auto done = m_database->execute(sql, values);
    EXPECT_TRUE(done) << (done ? "" : qPrintable(done.error().detail));
}

void SampleBase::customer(qint64 id, const QString &columns, const db::Values &values) {
    const QString name = u"Customer %1"_s.arg(id);
    QString names = u"id, name, name_folded, created_at, changed_at"_s;
    QString marks = u"?, ?, ?, 0, 0"_s;
    if (!columns.isEmpty()) {
        names += u", "_s + columns;
        marks += u", ?"_s.repeated(values.size());
    }
    run(u"INSERT INTO customer (%1) VALUES (%2)"_s.arg(names, marks),
        db::Values{db::Value(id), db::Value(name), db::Value(fold(name))} + values);
}

void SampleBase::purchase(qint64 id, qint64 customer, const QString &on, qint64 minor, qint64 product) {
    run(u"INSERT INTO purchase (id, customer_id, purchased_on, amount, product_id) VALUES (?, ?, ?, ?, ?)"_s,
        {db::Value(id), db::Value(customer), db::Value(on), db::Value(minor), product ? db::Value(product) : db::Value()});
}

void SampleBase::interaction(qint64 id, qint64 customer, const QString &localTime, const QString &kind) {
    const auto at = m_context.clock.fromIso(localTime);
    ASSERT_TRUE(at);
    run(u"INSERT INTO interaction (id, customer_id, kind, at) VALUES (?, ?, ?, ?)"_s,
        {db::Value(id), db::Value(customer), db::Value(kind), db::Value(*at)});
}

Rule SampleBase::rule(const QByteArray &conditions, const QByteArray &match) {
    const auto rule = readRule("{\"version\": 1, \"match\": \"" + match + "\", \"rules\": [" + conditions + "]}", *m_catalogue);
    EXPECT_TRUE(rule) << (rule ? "" : qPrintable(rule.error().message));
    return rule.value_or(Rule{});
}

std::string SampleBase::members(const QByteArray &conditions, const QByteArray &match) {
    const auto ids = list(*m_database, rule(conditions, match), m_context);
    if (!ids)
        return "error: " + ids.error().message.toStdString();
    QStringList words;
    for (Id id : *ids)
        words << QString::number(id.value);
    return words.join(u' ').toStdString();
}

} // namespace kontor::segments::test
