// One value of one column, in SQLite's own five shapes.
#pragma once

#include "base/id.h"
#include "base/instant.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace kontor::db {

class Value {
public:
    Value() = default; // NULL
    Value(qint64 number) : m_value(number) {}
    Value(int number) : m_value(qint64(number)) {}
    Value(bool yes) : m_value(qint64(yes ? 1 : 0)) {}
    Value(double number) : m_value(number) {}
    Value(QString text) : m_value(text.isNull() ? QStringLiteral("") : std::move(text)) {}
    Value(QByteArray blob) : m_value(std::move(blob)) {}
    Value(Id id) : m_value(id.value) {}
    Value(Instant instant) : m_value(instant.milliseconds) {}
    Value(const char *) = delete; // say QStringLiteral: a QByteArray would be a blob
    template <class T>
    Value(const std::optional<T> &value) {
        if (value)
            *this = Value(*value);
    }

    bool isNull() const { return m_value.index() == 0; }
    bool isInteger() const { return m_value.index() == 1; }
    bool isReal() const { return m_value.index() == 2; }
    bool isText() const { return m_value.index() == 3; }
    bool isBlob() const { return m_value.index() == 4; }

    qint64 integer() const; // 0 where it is not a number
    double real() const;
    QString text() const; // numbers in their SQL form, NULL as ""
    QByteArray blob() const;

    friend bool operator==(const Value &, const Value &) = default;

private:
    std::variant<std::monostate, qint64, double, QString, QByteArray> m_value;
};

using Values = QList<Value>;

} // namespace kontor::db
