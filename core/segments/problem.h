// What is wrong with a rule, and small readers that several parts of reading and checking need.
#pragma once

#include "base/result.h"

#include <QDate>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace kontor::segments {

// An Invalid error at a place of the rule, such as "rules[1].op".
Error problem(const QString &path, const QString &message);

// YYYY-MM-DD and nothing else.
std::optional<QDate> dateFromText(QStringView text);

// A count of days, weeks, months or years: a whole number, not negative, not absurdly large.
Result<int> readCount(const QJsonValue &value, const QString &path);
Result<int> checkCount(double number, const QString &path);

} // namespace kontor::segments
