// A small base with one hand-made customer a line, for tests that say what they expect.
#pragma once

#include "db/database.h"
#include "segments/catalogue.h"
#include "segments/context.h"
#include "segments/rule.h"

#include <QTemporaryDir>

#include <memory>

namespace kontor::segments::test {

class SampleBase {
public:
    bool open(const QString &zone = QStringLiteral("UTC"), const QString &now = QStringLiteral("2026-01-01T12:00:00"));

    db::Database &database() { return *m_database; }
    const Catalogue &catalogue() const { return *m_catalogue; }
    Context &context() { return m_context; }
    void reloadCatalogue();

    // The statement must succeed; ids are the test's own.
    void run(const QString &sql, const db::Values &values = {});
    void customer(qint64 id, const QString &columns = {}, const db::Values &values = {});
    void purchase(qint64 id, qint64 customer, const QString &on, qint64 minor, qint64 product = 0);
    void interaction(qint64 id, qint64 customer, const QString &localTime, const QString &kind = QStringLiteral("call"));

    // Ids of the members of a rule given as the JSON of its conditions, all of them to hold: "1 2 5".
    std::string members(const QByteArray &conditions, const QByteArray &match = "all");
    Rule rule(const QByteArray &conditions, const QByteArray &match = "all");

private:
    QTemporaryDir m_folder;
    std::unique_ptr<db::Database> m_database;
    std::unique_ptr<Catalogue> m_catalogue;
    Context m_context;
};

} // namespace kontor::segments::test
