// A task typed in one line: "Call Anna tue 10:00" is what is to be done, and when.
#pragma once

#include "interactions/date_words.h"

#include <QString>

namespace kontor {

struct TaskText {
    QString title;
    std::optional<DateWords> when; // nothing: no day was named
};

// The longest end that reads as a day is the day; a number alone is not. The title is empty where nothing else was typed.
TaskText readTaskText(const QString &typed, const DateReading &reading);
// "call" where the first word says so in one of our languages, else empty.
QString taskKindOf(const QString &title);

} // namespace kontor
