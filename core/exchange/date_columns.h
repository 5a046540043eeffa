// How the dates of each column of a table are written, by all that stands in it; and where that leaves a question to a person.
#pragma once

#include "exchange/column_map.h"
#include "exchange/date_reading.h"
#include "exchange/table.h"

#include <QMap>

namespace kontor::exchange {

// 03/04/2024: nothing in the column tells which of the two it is, or its rows contradict each other.
struct DateQuestion {
    int column = 0;
    QString title;                           // as ImportOptions::dateOrders takes it: the number of the column where it has none
    DateOrder assumed = DateOrder::DayMonth; // what is done without an answer: what is usual in the base's country
    bool isAnswered = false;                 // the person said so: `assumed` is the answer
    qint64 ambiguous = 0;                    // rows that can be read both ways
    qint64 dayFirst = 0, monthFirst = 0;     // rows that can be read in one way only: both where they contradict each other
    struct Example {
        qint64 row = 0; // 1 is the first data record
        QString text;
        QString asDayMonth, asMonthDay; // 2024-04-03, 2024-03-04; empty where it is no date that way
    };
    QList<Example> examples; // some of them, those that contradict each other first
};

struct DateColumns {
    QList<DateStyle> styles; // by column
    QList<DateQuestion> questions;
};

// Reads the rows, as many as are worth it, and rewinds. `answers`: by title. `country`: of the base, for what is usual.
Result<DateColumns> dateColumnsOf(Table &table, const QList<Column> &columns, const QMap<QString, DateOrder> &answers,
                                  const QString &country, const ValueWords &words);

} // namespace kontor::exchange
