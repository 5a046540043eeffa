// A base with the real schema and an index beside it. Rows and changes are written as the record layer writes them.
#pragma once

#include "search/index.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace kontor::search::test {

struct Person {
    QString name;
    QString company = {};
    QStringList phones = {};
    QStringList emails = {};
    QStringList tags = {};
    QString note = {};
    QString city = {};
    QString givenName = {};
    QString familyName = {};
};

class SearchBase {
public:
    SearchBase();

    qint64 add(const Person &person);
    qint64 addEntry(qint64 customerId, const QString &text);
    qint64 tagId(const QString &name);

    void execute(const QString &sql, const db::Values &values = {});
    // The feed's row of one change.
    void note(const QString &record, qint64 id, qint64 about, const QString &what, const QString &field = {},
              const db::Value &before = {}, const db::Value &after = {});
    void noteRange(const QString &record, qint64 first, qint64 last);
    void setField(qint64 customerId, const QString &field, const db::Value &value);
    qint64 newId() { return ++m_lastId; }

    Progress catchUp(std::function<bool(Progress)> onProgress = {});
    Hits findHits(const QString &typed, int limit = 50);
    QStringList find(const QString &typed, int limit = 50); // names, in the order of the hits
    Hit only(const QString &typed);                         // fails the test unless there is exactly one

    db::Database &database() { return *m_base; }
    Index &index() { return *m_index; }
    void closeIndex() { m_index.reset(); }
    void reopenIndex();
    QString folder() const { return m_folder.path(); }
    QString cacheFolder() const { return m_folder.filePath(QStringLiteral("cache")); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<db::Database> m_base;
    std::unique_ptr<Index> m_index;
    qint64 m_lastId = 0;
    qint64 m_operation = 0;
};

} // namespace kontor::search::test
