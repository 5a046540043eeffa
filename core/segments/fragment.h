// A piece of SQL with the values of its placeholders in their order. Values of a rule are always bound, never part of the text.
#pragma once

#include "db/value.h"

#include <QString>

namespace kontor::segments {

struct Fragment {
    QString sql;
    db::Values values;

    Fragment() = default;
    Fragment(QString text, db::Values bound = {}) : sql(std::move(text)), values(std::move(bound)) {}

    Fragment &operator+=(const Fragment &other) {
        sql += other.sql;
        values += other.values;
        return *this;
    }
    friend Fragment operator+(Fragment left, const Fragment &right) { return left += right; }
    friend Fragment operator+(Fragment left, const QString &right) {
        left.sql += right;
        return left;
    }
};

// True or false, never NULL.
inline Fragment certain(const Fragment &condition) {
    return Fragment(QStringLiteral("coalesce((")) + condition + QStringLiteral("), 0)");
}
inline Fragment negated(const Fragment &condition) {
    return Fragment(QStringLiteral("(NOT ")) + certain(condition) + QStringLiteral(")");
}
inline Fragment both(const Fragment &left, const Fragment &right) { return left + Fragment(QStringLiteral(" AND ")) + right; }
inline Fragment either(const Fragment &left, const Fragment &right) {
    return Fragment(QStringLiteral("(")) + left + Fragment(QStringLiteral(" OR ")) + right + QStringLiteral(")");
}
inline Fragment truth(bool value) { return Fragment(value ? QStringLiteral("1") : QStringLiteral("0")); }

} // namespace kontor::segments
