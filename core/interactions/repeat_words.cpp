#include "interactions/repeat_words.h"

#include "base/fold.h"
#include "interactions/date_vocabulary.h"

#include <QStringList>

namespace kontor {

namespace {

using Unit = Repeat::Unit;

std::optional<DateWord> wordOf(const DateVocabulary &known, const QString &word) {
    const auto found = known.constFind(word);
    return found == known.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Unit> unitOf(DateWord word) {
    switch (word) {
    case DateWord::Day:
    case DateWord::Daily: return Unit::Day;
    case DateWord::Week:
    case DateWord::Weekly: return Unit::Week;
    case DateWord::Month:
    case DateWord::Monthly: return Unit::Month;
    case DateWord::Year:
    case DateWord::Yearly: return Unit::Year;
    default: return std::nullopt;
    }
}

struct Beginning {
    Unit unit = Unit::Week;
    int every = 1;
    qsizetype words = 0; // that it takes
};

// "every", "every 2", "every other", with its unit; a weekday says "week" by itself and belongs to the day that follows.
std::optional<Beginning> beginningOf(const QStringList &words, const QLocale &locale) {
    const DateVocabulary known = dateVocabulary();
    const auto first = wordOf(known, words.first());
    if (!first)
        return std::nullopt;
    if (*first != DateWord::Every) {
        const bool isAdverb =
            *first == DateWord::Daily || *first == DateWord::Weekly || *first == DateWord::Monthly || *first == DateWord::Yearly;
        return isAdverb ? std::optional(Beginning{*unitOf(*first), 1, 1}) : std::nullopt;
    }
    Beginning beginning{Unit::Week, 1, 1};
    const QString second = asciiDigits(words.value(1));
    bool isNumber = false;
    if (const int number = second.toInt(&isNumber); isNumber) {
        beginning.every = number;
        ++beginning.words;
    } else if (wordOf(known, second) == DateWord::Other) {
        beginning.every = 2;
        ++beginning.words;
    }
    if (beginning.every < 1 || beginning.every > kMostRepeat)
        return std::nullopt;
    const QString next = words.value(beginning.words);
    if (const auto word = wordOf(known, next); word && unitOf(*word)) {
        beginning.unit = *unitOf(*word);
        ++beginning.words;
        return beginning;
    }
    return !next.isEmpty() && weekdayNamed(next, locale) > 0 ? std::optional(beginning) : std::nullopt;
}

} // namespace

std::optional<RepeatWords> parseRepeatWords(const QString &typed, const DateReading &reading) {
    const QStringList words = fold(typed).split(u' ', Qt::SkipEmptyParts);
    const auto beginning = words.isEmpty() ? std::nullopt : beginningOf(words, reading.locale);
    if (!beginning)
        return std::nullopt;
    const QString rest = words.mid(beginning->words).join(u' ');
    RepeatWords found;
    found.first.day = reading.today;
    if (!rest.isEmpty()) {
        const auto when = parseDateWords(rest, reading);
        if (!when)
            return std::nullopt;
        found.first = *when;
        found.namesDay = when->day != reading.today;
    }
    found.repeat = repeatFrom(beginning->unit, beginning->every, found.first.day);
    return found;
}

} // namespace kontor
