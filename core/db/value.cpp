#include "db/value.h"

namespace kontor::db {

qint64 Value::integer() const {
    if (auto number = std::get_if<qint64>(&m_value))
        return *number;
    if (auto number = std::get_if<double>(&m_value))
        return qint64(*number);
    return 0;
}

double Value::real() const {
    if (auto number = std::get_if<double>(&m_value))
        return *number;
    if (auto number = std::get_if<qint64>(&m_value))
        return double(*number);
    return 0;
}

QString Value::text() const {
    if (auto text = std::get_if<QString>(&m_value))
        return *text;
    if (auto number = std::get_if<qint64>(&m_value))
        return QString::number(*number);
    if (auto number = std::get_if<double>(&m_value))
        return QString::number(*number, 'g', 17);
    return QString();
}

QByteArray Value::blob() const {
    if (auto blob = std::get_if<QByteArray>(&m_value))
        return *blob;
    return QByteArray();
}

} // namespace kontor::db
