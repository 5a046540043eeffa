#include "segments/problem.h"

#include <QCoreApplication>

#include <cmath>

namespace kontor::segments {

namespace {

constexpr double kLargestCount = 100'000; // days: 270 years; keeps every resolved date inside four digits of a year

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

} // namespace

Error problem(const QString &path, const QString &message) {
    Error error{.code = Code::Invalid, .message = message};
    error.field = path.toUtf8();
    return error;
}

std::optional<QDate> dateFromText(QStringView text) {
    if (text.size() != 10)
        return std::nullopt;
    const QDate date = QDate::fromString(text.toString(), Qt::ISODate);
    return date.isValid() && date.year() >= 1 ? std::optional(date) : std::nullopt;
}

Result<int> readCount(const QJsonValue &value, const QString &path) {
    if (!value.isDouble())
        return problem(path, tr("Enter a whole number."));
    return checkCount(value.toDouble(), path);
}

Result<int> checkCount(double number, const QString &path) {
    if (!(number >= 0))
        return problem(path, tr("The number must not be negative."));
    if (std::floor(number) != number)
        return problem(path, tr("Enter a whole number."));
    if (number > kLargestCount)
        return problem(path, tr("The number is too large."));
    return int(number);
}

} // namespace kontor::segments
