// A task typed in one line: "Call Anna tue 10:00" is what is to be done, and when; "Report every monday" also how often.
#pragma once

#include "interactions/date_words.h"
#include "tasks/repeat.h"

#include <QString>

namespace kontor {

struct TaskText {
    QString title;
    std::optional<DateWords> when; // nothing: no day was named
    std::optional<Repeat> repeat;  // from `when` on
};

// The longest end that reads as a day or a repetition is it; a number alone is not. The title is empty where nothing else was typed.
TaskText readTaskText(const QString &typed, const DateReading &reading);
// call, email or meeting where the first word says so in one of our languages, else empty.
QString taskKindOf(const QString &title);

} // namespace kontor
