// The words that days, times and repetitions are typed with: those of the interface's language beside the English ones.
#pragma once

#include <QHash>
#include <QLocale>
#include <QString>

#include <functional>

namespace kontor {

// clang-format off
enum class DateWord {
    Today, Tomorrow, AfterTomorrow, Yesterday, Next, At, Day, Week, Month, Year, One, Am, Pm, Filler,
    Every, Other, Daily, Weekly, Monthly, Yearly
};
// clang-format on

// By their folded spelling, which may have several words.
using DateVocabulary = QHash<QString, DateWord>;
DateVocabulary dateVocabulary();

// 1-based number of the name that begins with `word` (folded); 0: none, or not clear which.
int numberOfName(const QString &word, int count, const std::function<QString(int, QLocale::FormatType)> &name);
// 1 (Monday) .. 7, in the words of the locale or in English; 0: none, or not clear which.
int weekdayNamed(const QString &word, const QLocale &locale);

} // namespace kontor
