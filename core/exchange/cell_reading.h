// One cell's text as a value, or what is wrong with it in words for the person.
#pragma once

#include "base/clock.h"
#include "exchange/date_reading.h"
#include "exchange/value_words.h"

#include <QString>

#include <optional>

namespace kontor::exchange {

// What all rows of an import read their cells with.
struct ReadingContext {
    const ValueWords &words;
    LocalTimes &times;
    QString country;
    QString currency;
    int currencyDecimals = 2;
};

// A value, nothing (an empty cell), or a problem: "“Birthday”: “31.02.1990” is no date. Write it as 1990-02-28."
template <class T>
struct Cell {
    std::optional<T> value;
    QString problem;
};

// Without blanks around it, and without the apostrophe that keeps spreadsheets from taking a text for a formula.
QStringView plainCell(QStringView cell);

Cell<QString> readDay(QStringView cell, const QString &title, const DateStyle &style, const ReadingContext &context,
                      bool yearNeeded);
Cell<Instant> readInstant(QStringView cell, const QString &title, const DateStyle &style, const ReadingContext &context,
                          int secondOfDay = -1);
Cell<qint64> readWholeNumber(QStringView cell, const QString &title);
Cell<double> readNumber(QStringView cell, const QString &title);
Cell<qint64> readMoney(QStringView cell, const QString &title, const ReadingContext &context);
Cell<bool> readYesNo(QStringView cell, const QString &title, const ReadingContext &context);

QString badChoice(const QString &title, QStringView cell, const QString &choices);

} // namespace kontor::exchange
