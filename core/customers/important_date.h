// A named date of a customer: anniversary, expiry of a licence ...
#pragma once

#include "db/record.h"

#include <QCoreApplication>

namespace kontor {

struct ImportantDate {
    Id id;
    qint64 version = 0;
    Id customerId;
    QString label;
    QString dateOn;
    bool yearly = true;

    static constexpr const char *kTable = "important_date";
    static constexpr const char *kAbout = "customer_id";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(
            field("customer_id", &ImportantDate::customerId).technical(),
            field("label", &ImportantDate::label, QT_TRANSLATE_NOOP("kontor::fields", "Label")),
            field("date_on", &ImportantDate::dateOn, QT_TRANSLATE_NOOP("kontor::fields", "Date")).as(FieldKind::Date).personal(),
            field("yearly", &ImportantDate::yearly, QT_TRANSLATE_NOOP("kontor::fields", "Every year")));
    }
};

} // namespace kontor
