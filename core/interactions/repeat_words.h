// Repetition as people type it: "every monday 9:00", "every 2 weeks on friday", "every month on the 31st", "daily 8:00".
#pragma once

#include "interactions/date_words.h"
#include "tasks/repeat.h"

namespace kontor {

struct RepeatWords {
    Repeat repeat;
    DateWords first;
    bool namesDay = false; // else it begins today
};

// Nothing where the text does not begin with a word of repetition, or is not understood as a whole.
std::optional<RepeatWords> parseRepeatWords(const QString &typed, const DateReading &reading);

} // namespace kontor
