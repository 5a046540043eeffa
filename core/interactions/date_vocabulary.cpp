#include "interactions/date_vocabulary.h"

#include "base/fold.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDaysOfWeek = 7;

struct Entry {
    DateWord word;
    const char *spellings; // separated by "|"
};

//: Ways to type a word of a date, separated by |. Translate each list with the ways of your language; none may be left out.
constexpr Entry kWords[] = {
    {DateWord::Today, QT_TRANSLATE_NOOP("kontor::date_words", "today|tod|now")},
    {DateWord::Tomorrow, QT_TRANSLATE_NOOP("kontor::date_words", "tomorrow|tom|tmr")},
    {DateWord::AfterTomorrow, QT_TRANSLATE_NOOP("kontor::date_words", "day after tomorrow|overmorrow")},
    {DateWord::Yesterday, QT_TRANSLATE_NOOP("kontor::date_words", "yesterday")},
    {DateWord::Next, QT_TRANSLATE_NOOP("kontor::date_words", "next")},
    {DateWord::At, QT_TRANSLATE_NOOP("kontor::date_words", "at|@")},
    {DateWord::Day, QT_TRANSLATE_NOOP("kontor::date_words", "day|days|d")},
    {DateWord::Week, QT_TRANSLATE_NOOP("kontor::date_words", "week|weeks|w")},
    {DateWord::Month, QT_TRANSLATE_NOOP("kontor::date_words", "month|months|m")},
    {DateWord::Year, QT_TRANSLATE_NOOP("kontor::date_words", "year|years|y")},
    {DateWord::One, QT_TRANSLATE_NOOP("kontor::date_words", "a|an|one")},
    {DateWord::Am, QT_TRANSLATE_NOOP("kontor::date_words", "am|a.m.")},
    {DateWord::Pm, QT_TRANSLATE_NOOP("kontor::date_words", "pm|p.m.")},
    {DateWord::Filler, QT_TRANSLATE_NOOP("kontor::date_words", "in|on|the|of|st|nd|rd|th|o'clock")},
    {DateWord::Every, QT_TRANSLATE_NOOP("kontor::date_words", "every|each")},
    {DateWord::Other, QT_TRANSLATE_NOOP("kontor::date_words", "other|second")},
    {DateWord::Daily, QT_TRANSLATE_NOOP("kontor::date_words", "daily")},
    {DateWord::Weekly, QT_TRANSLATE_NOOP("kontor::date_words", "weekly")},
    {DateWord::Monthly, QT_TRANSLATE_NOOP("kontor::date_words", "monthly")},
    {DateWord::Yearly, QT_TRANSLATE_NOOP("kontor::date_words", "yearly|annually")},
};

} // namespace

DateVocabulary dateVocabulary() {
    DateVocabulary words;
    for (const Entry &entry : kWords)
        for (const QString &list :
             {QCoreApplication::translate("kontor::date_words", entry.spellings), QString::fromLatin1(entry.spellings)})
            for (const QString &spelling : list.split(u'|', Qt::SkipEmptyParts))
                if (const QString folded = fold(spelling); !words.contains(folded))
                    words.insert(folded, entry.word);
    return words;
}

int numberOfName(const QString &word, int count, const std::function<QString(int, QLocale::FormatType)> &name) {
    int found = 0;
    for (int i = 1; i <= count; ++i) {
        for (const QString &candidate : {name(i, QLocale::LongFormat), name(i, QLocale::ShortFormat)}) {
            const QString folded = fold(candidate);
            if (folded == word || folded == word + u'.')
                return i;
            if (word.size() < 2 || !folded.startsWith(word) || found == i)
                continue;
            if (found != 0)
                return 0;
            found = i;
        }
    }
    return found;
}

int weekdayNamed(const QString &word, const QLocale &locale) {
    for (const QLocale &language : {locale, QLocale::c()})
        if (const int day = numberOfName(word, kDaysOfWeek, [&](int i, auto format) { return language.dayName(i, format); }))
            return day;
    return 0;
}

} // namespace kontor
