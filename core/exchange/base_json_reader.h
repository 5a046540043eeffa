// The records of a base's JSON file one after another, checked against the tables they belong to.
#pragma once

#include "exchange/base_json.h"
#include "exchange/json_members.h"

#include <QJsonObject>

#include <map>

namespace kontor::exchange {

// What a reference is to when the file is only checked: the key itself. When it is taken in: the id that the record got.
class BaseJsonKeys {
public:
    // False: there is one with that key already, or it is no key.
    bool add(const QByteArray &table, qint64 key, Id id);
    Id idOf(const QByteArray &table, qint64 key) const; // invalid: no such record so far

private:
    struct Ids {
        std::vector<Id> following; // of the keys 1, 2, 3 ..., as this program writes them
        QHash<qint64, Id> others;
    };
    std::map<QByteArray, Ids> m_ids; // by table
};

struct BaseJsonRecord {
    const BaseJsonTable *table = nullptr; // nullptr: a user or a piece of an attachment
    QByteArray member;
    qint64 number = 0;
    qint64 key = 0; // 0 where its table has none
    db::Values values;
    QString userName; // of a user
    Id attachment;    // of a piece
    qint64 pieceNumber = 0;
    QByteArray content;
};

class BaseJsonReader {
public:
    // Errors: as JsonMembers; Invalid (not a base, or of a newer version).
    static Result<std::unique_ptr<BaseJsonReader>> open(const QString &path);

    // The next record with its references looked up among `keys`. Errors: Invalid, with member and number.
    Result<bool> next(BaseJsonRecord &record, const BaseJsonKeys &keys);
    qint64 bytesRead() const { return m_members->bytesRead(); }
    qint64 size() const { return m_members->size(); }

private:
    explicit BaseJsonReader(std::unique_ptr<JsonMembers> members) : m_members(std::move(members)) {}
    Result<void> readHead();
    Result<void> readRow(const QJsonObject &object, BaseJsonRecord &record, const BaseJsonKeys &keys) const;
    Result<db::Value> readField(const db::FieldInfo &field, const db::Value &usual, const QJsonValue &value,
                                const BaseJsonRecord &record, const BaseJsonKeys &keys) const;
    Result<void> readUser(const QJsonObject &object, BaseJsonRecord &record) const;
    Result<void> readPiece(const QJsonObject &object, BaseJsonRecord &record, const BaseJsonKeys &keys) const;
    Error wrong(const BaseJsonRecord &record, const QString &field, const QString &what) const;

    std::unique_ptr<JsonMembers> m_members;
};

} // namespace kontor::exchange
