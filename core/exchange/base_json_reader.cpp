#include "exchange/base_json_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

const BaseJsonTable *tableNamed(const QByteArray &name) {
    for (const BaseJsonTable &table : baseJsonTables()) {
        if (table.type->table == name)
            return &table;
    }
    return nullptr;
}

bool isWhole(const QJsonValue &value) { return value.isDouble() && value.toDouble() == std::floor(value.toDouble()); }

} // namespace

bool BaseJsonKeys::add(const QByteArray &table, qint64 key, Id id) {
    if (key <= 0 || idOf(table, key).isValid())
        return false;
    Ids &ids = m_ids[table];
    if (key == qint64(ids.following.size()) + 1)
        ids.following.push_back(id);
    else
        ids.others.insert(key, id);
    return true;
}

Id BaseJsonKeys::idOf(const QByteArray &table, qint64 key) const {
    const auto found = m_ids.find(table);
    if (found == m_ids.cend())
        return Id{};
    const Ids &ids = found->second;
    return key >= 1 && key <= qint64(ids.following.size()) ? ids.following[size_t(key - 1)] : ids.others.value(key);
}

Result<std::unique_ptr<BaseJsonReader>> BaseJsonReader::open(const QString &path) {
    TRY(members, JsonMembers::open(path));
    std::unique_ptr<BaseJsonReader> reader(new BaseJsonReader(std::move(members)));
    TRY_VOID(reader->readHead());
    return reader;
}

Result<void> BaseJsonReader::readHead() {
    JsonItem format, version;
    TRY(hasFormat, m_members->next(format));
    if (!hasFormat || format.member != "format" || format.json != "\"kontor\"")
        return Error{
            Code::Invalid,
            tr("“%1” is no base that Kontor wrote. Nothing was taken in. Choose another file.").arg(m_members->fileName()),
            {},
            "file"};
    TRY(hasVersion, m_members->next(version));
    if (!hasVersion || version.member != "version" || version.json.trimmed().toInt() != kBaseJsonVersion)
        return Error{Code::Newer,
                     tr("“%1” was written by a newer version of Kontor. Nothing was taken in. Install the newest version here.")
                         .arg(m_members->fileName()),
                     {},
                     "file"};
    return {};
}

Error BaseJsonReader::wrong(const BaseJsonRecord &record, const QString &field, const QString &what) const {
    const QString place = field.isEmpty() ? u"%1[%2]"_s.arg(QString::fromUtf8(record.member)).arg(record.number)
                                          : u"%1[%2].%3"_s.arg(QString::fromUtf8(record.member)).arg(record.number).arg(field);
    return {Code::Invalid,
            tr("“%1” cannot be taken in: at %2 %3. Nothing was changed.").arg(m_members->fileName(), place, what),
            {},
            "file"};
}

Result<bool> BaseJsonReader::next(BaseJsonRecord &record, const BaseJsonKeys &keys) {
    JsonItem item;
    TRY(more, m_members->next(item));
    if (!more)
        return false;
    record = BaseJsonRecord();
    record.member = item.member;
    record.number = item.number;
    record.table = tableNamed(item.member);
    const QJsonDocument document = QJsonDocument::fromJson(item.json);
    if (item.number == 0 || !document.isObject())
        return wrong(record, {}, tr("a record is missing"));
    if (record.table)
        TRY_VOID(readRow(document.object(), record, keys));
    else if (item.member == "user")
        TRY_VOID(readUser(document.object(), record));
    else if (item.member == "attachment_piece")
        TRY_VOID(readPiece(document.object(), record, keys));
    else
        return wrong(record, {}, tr("stands something that this version does not know"));
    return true;
}

Result<void> BaseJsonReader::readUser(const QJsonObject &object, BaseJsonRecord &record) const {
    record.key = object.value(u"key").toInteger();
    record.userName = object.value(u"name").toString();
    return record.userName.isEmpty() || record.key <= 0 ? Result<void>(wrong(record, {}, tr("the key or the name is missing")))
                                                        : Result<void>();
}

Result<void> BaseJsonReader::readPiece(const QJsonObject &object, BaseJsonRecord &record, const BaseJsonKeys &keys) const {
    record.attachment = keys.idOf("attachment", object.value(u"attachment").toInteger());
    record.pieceNumber = object.value(u"number").toInteger(-1);
    const auto content =
        QByteArray::fromBase64Encoding(object.value(u"content").toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!record.attachment.isValid() || record.pieceNumber < 0)
        return wrong(record, {}, tr("the attachment is not in the file"));
    if (content.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return wrong(record, u"content"_s, tr("is no base64"));
    record.content = content.decoded;
    return {};
}

Result<void> BaseJsonReader::readRow(const QJsonObject &object, BaseJsonRecord &record, const BaseJsonKeys &keys) const {
    const db::RecordType &type = *record.table->type;
    record.values = type.defaults;
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        if (record.table->hasKey && member.key() == u"key"_s) {
            record.key = member.value().toInteger();
            continue;
        }
        const int index = type.indexOf(member.key().toUtf8());
        if (index < 0 || !isInBaseJson(type.fields.at(index)))
            return wrong(record, member.key(), tr("stands something that this version does not know"));
        TRY(value, readField(type.fields.at(index), type.defaults.at(index), member.value(), record, keys));
        record.values[index] = value;
    }
    if (record.table->hasKey && record.key <= 0)
        return wrong(record, u"key"_s, tr("is no whole number above 0"));
    for (int i = 0; i < type.fields.size(); ++i) { // what a record cannot be without
        if (type.fields.at(i).kind == db::FieldKind::Reference && record.values.at(i) == db::Value(Id{}))
            return wrong(record, QString::fromLatin1(type.fields.at(i).column), tr("a reference is missing"));
    }
    return {};
}

Result<db::Value> BaseJsonReader::readField(const db::FieldInfo &field, const db::Value &usual, const QJsonValue &value,
                                            const BaseJsonRecord &record, const BaseJsonKeys &keys) const {
    const QString column = QString::fromLatin1(field.column);
    if (value.isNull())
        return usual.isNull() ? Result<db::Value>(db::Value()) : wrong(record, column, tr("something is missing"));
    switch (field.kind) {
    case db::FieldKind::YesNo:
        return value.isBool() ? Result<db::Value>(db::Value(value.toBool()))
                              : wrong(record, column, tr("is neither true nor false"));
    case db::FieldKind::Real:
        return value.isDouble() ? Result<db::Value>(db::Value(value.toDouble())) : wrong(record, column, tr("is no number"));
    case db::FieldKind::Integer:
    case db::FieldKind::Money:
    case db::FieldKind::Instant:
        return isWhole(value) ? Result<db::Value>(db::Value(qint64(value.toInteger())))
                              : wrong(record, column, tr("is no whole number"));
    case db::FieldKind::Reference: {
        const Id id = keys.idOf(referredTable(field.column), value.toInteger());
        return id.isValid() ? Result<db::Value>(db::Value(id))
                            : wrong(record, column, tr("refers to a record that does not stand before it"));
    }
    default: return value.isString() ? Result<db::Value>(db::Value(value.toString())) : wrong(record, column, tr("is no text"));
    }
}

} // namespace kontor::exchange
