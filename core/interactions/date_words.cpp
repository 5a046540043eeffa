#include "interactions/date_words.h"

#include "base/fold.h"
#include "base/partial_date.h"
#include "interactions/date_vocabulary.h"

#include <QRegularExpression>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNearDays = 62;
constexpr int kDaysOfWeek = 7;

using Word = DateWord;

class Parser {
public:
    Parser(QStringView typed, const DateReading &reading) : m_reading(reading), m_words(dateVocabulary()) { split(fold(typed)); }

    std::optional<DateWords> parse() {
        if (m_tokens.isEmpty())
            return std::nullopt;
        for (m_at = 0; m_at < m_tokens.size(); ++m_at)
            if (!takeToken(m_tokens[m_at]))
                return std::nullopt;
        const QDate day = resolved();
        if (!day.isValid())
            return std::nullopt;
        return DateWords{day, m_time};
    }

private:
    // Words of several parts become one token, everything else is cut into numbers and words.
    void split(QString text) {
        text = u' ' + text + u' ';
        for (auto entry = m_words.cbegin(); entry != m_words.cend(); ++entry)
            if (entry.key().contains(u' ') || entry.key().contains(u'.'))
                text.replace(u' ' + entry.key() + u' ', u" \u0001"_s + QString::number(int(entry.value())) + u"\u0001 "_s);
        static const QRegularExpression token(
            u"\u0001(\\d+)\u0001|[+-]?\\d+(?:[:./-]\\d+){0,2}|[\\p{L}@][\\p{L}\\p{M}'’]*|[+-]"_s);
        auto matches = token.globalMatch(text);
        while (matches.hasNext())
            m_tokens << matches.next().captured();
        const QString rest = QString(text).remove(token).remove(QRegularExpression(u"[\\s,.;]"_s));
        if (!rest.isEmpty())
            m_tokens.clear();
    }

    std::optional<Word> wordOf(const QString &token) const {
        if (token.startsWith(QChar(1)))
            return Word(token.mid(1, token.size() - 2).toInt());
        const auto found = m_words.constFind(token);
        return found == m_words.cend() ? std::nullopt : std::optional(*found);
    }
    std::optional<Word> nextWord() const { return m_at + 1 < m_tokens.size() ? wordOf(m_tokens[m_at + 1]) : std::nullopt; }

    bool takeToken(const QString &token) {
        static const QRegularExpression number(u"^[+-]?\\d+$"_s);
        if (number.match(token).hasMatch())
            return takeNumber(token);
        if (token[0].isDigit())
            return token.contains(u':') ? takeTime(token) : takeDate(token);
        const auto word = wordOf(token);
        return word ? takeWord(*word) : takeName(token);
    }

    bool takeWord(Word word) {
        switch (word) {
        case Word::Today: return setDay(m_reading.today);
        case Word::Tomorrow: return setDay(m_reading.today.addDays(1));
        case Word::AfterTomorrow: return setDay(m_reading.today.addDays(2));
        case Word::Yesterday: return setDay(m_reading.today.addDays(-1));
        case Word::At: m_isHour = true; return true;
        case Word::Next:
            if (const auto unit = nextWord(); unit && isUnit(*unit)) {
                ++m_at;
                return setDay(stepped(1, *unit));
            }
            return true;
        case Word::One:
            if (const auto unit = nextWord(); unit && isUnit(*unit)) {
                ++m_at;
                return setDay(stepped(1, *unit));
            }
            return false;
        case Word::Filler: return true;
        default: return false;
        }
    }

    bool takeName(const QString &token) {
        if (const int day = weekdayNamed(token, m_reading.locale); day && !m_weekday) {
            m_weekday = day;
            return true;
        }
        const QLocale locales[] = {m_reading.locale, QLocale::c()};
        for (const QLocale &locale : locales) {
            const QCalendar calendar = locale == QLocale::c() ? QCalendar() : m_reading.calendar;
            const int count = calendar.maximumMonthsInYear();
            if (const int month = numberOfName(
                    token, count,
                    [&](int i, auto format) { return calendar.monthName(locale, i, QCalendar::Unspecified, format); });
                month && !m_month) {
                m_month = month;
                m_monthCalendar = calendar;
                return true;
            }
        }
        return false;
    }

    bool takeNumber(const QString &token) {
        const int number = token.toInt();
        const auto next = nextWord();
        if (token[0] == u'+' || token[0] == u'-') {
            const bool hasUnit = next && isUnit(*next);
            m_at += hasUnit;
            return setDay(stepped(number, hasUnit ? *next : Word::Day));
        }
        if (next && isUnit(*next)) {
            ++m_at;
            return setDay(stepped(number, *next));
        }
        if ((next && (*next == Word::Am || *next == Word::Pm)) || m_isHour)
            return setTime(number, 0);
        if (number > 31)
            return takeYear(number);
        if (m_day.isValid() || (m_dayOfMonth && (m_weekday || m_month)))
            return setTime(number, 0);
        if (m_dayOfMonth)
            return false;
        m_dayOfMonth = number;
        return number > 0 || m_weekday;
    }

    bool takeYear(int number) {
        if (m_year || number < 1000 || number > 9999)
            return false;
        m_year = number;
        return true;
    }

    bool takeTime(const QString &token) {
        const QStringList parts = token.split(u':');
        return parts.size() <= 3 && setTime(parts[0].toInt(), parts[1].toInt()); // some locales write seconds too
    }

    bool takeDate(const QString &token) {
        static const QRegularExpression separator(u"[./-]"_s);
        QStringList parts = token.split(separator);
        if (parts[0].size() == 4) // year first
            return parts.size() == 3 && setDate(parts[2].toInt(), parts[1].toInt(), parts[0].toInt());
        const QString pattern = m_reading.locale.dateFormat(QLocale::ShortFormat);
        const bool monthFirst =
            token.contains(u'/') && pattern.indexOf(u'M') < pattern.indexOf(u'd') && !pattern.startsWith(u'y');
        if (monthFirst)
            parts.swapItemsAt(0, 1);
        const int year = parts.size() > 2 ? parts[2].toInt() : 0;
        return setDate(parts[0].toInt(), parts[1].toInt(), parts.size() > 2 && parts[2].size() == 2 ? year + 2000 : year);
    }

    bool setDate(int day, int month, int year) {
        if (m_dayOfMonth || m_month || day < 1 || month < 1)
            return false;
        m_dayOfMonth = day;
        m_month = month;
        // A Persian year tells the calendar; so does a Gregorian one where Persian days are expected.
        m_monthCalendar = year > 1900 ? QCalendar() : m_reading.calendar;
        if (year != 0)
            m_year = year;
        return true;
    }

    bool setTime(int hour, int minute) {
        m_isHour = false;
        if (const auto next = nextWord(); next && (*next == Word::Am || *next == Word::Pm)) {
            ++m_at;
            if (hour < 1 || hour > 12)
                return false;
            hour = hour % 12 + (*next == Word::Pm ? 12 : 0);
        }
        if (m_time || !QTime::isValid(hour, minute, 0))
            return false;
        m_time = QTime(hour, minute);
        return true;
    }

    bool setDay(QDate day) {
        if (m_day.isValid())
            return false;
        m_day = day;
        return day.isValid();
    }

    static bool isUnit(Word word) { return word == Word::Day || word == Word::Week || word == Word::Month || word == Word::Year; }

    QDate stepped(int count, Word unit) const {
        if (qAbs(count) > 10'000)
            return {};
        switch (unit) {
        case Word::Week: return m_reading.today.addDays(kDaysOfWeek * count);
        case Word::Month: return addMonths(m_reading.today, count);
        case Word::Year: return addYears(m_reading.today, count);
        default: return m_reading.today.addDays(count);
        }
    }

    QDate resolved() {
        if (m_day.isValid())
            return m_dayOfMonth || m_month || m_year ? QDate() : m_day;
        if (m_month)
            return dayInMonth();
        if (m_year)
            return {};
        if (m_weekday)
            return m_dayOfMonth ? weekdayWithNumber() : weekday(m_weekday);
        if (m_dayOfMonth)
            return dayOfSomeMonth();
        return m_time ? m_reading.today : QDate();
    }

    QDate dayInMonth() const {
        if (!m_dayOfMonth)
            return {};
        const QCalendar calendar = m_monthCalendar;
        const auto inYear = [&](int year) { return calendar.dateFromParts(year, m_month, m_dayOfMonth); };
        if (m_year)
            return inYear(m_year);
        const int year = calendar.partsFromDate(m_reading.today).year;
        const QDate day = inYear(year);
        if (m_reading.lean == DateLean::Future && day.isValid() && day < m_reading.today)
            return inYear(year + 1);
        if (m_reading.lean == DateLean::Past && day.isValid() && day > m_reading.today)
            return inYear(year - 1);
        return day;
    }

    QDate weekday(int wanted) const {
        if (m_reading.lean == DateLean::Past)
            return m_reading.today.addDays(-((m_reading.today.dayOfWeek() - wanted + 2 * kDaysOfWeek - 1) % kDaysOfWeek + 1));
        return m_reading.today.addDays((wanted - m_reading.today.dayOfWeek() + 2 * kDaysOfWeek - 1) % kDaysOfWeek + 1);
    }

    QDate weekdayWithNumber() {
        const int step = m_reading.lean == DateLean::Past ? -1 : 1;
        for (int i = 0; i <= kNearDays; ++i) {
            const QDate day = m_reading.today.addDays(i * step);
            if (day.dayOfWeek() == m_weekday && m_reading.calendar.partsFromDate(day).day == m_dayOfMonth)
                return day;
        }
        const int hour = m_dayOfMonth;
        return !m_time && setTime(hour, 0) ? weekday(m_weekday) : QDate();
    }

    QDate dayOfSomeMonth() const {
        const int step = m_reading.lean == DateLean::Past ? -1 : 1;
        for (int i = 0; i <= kNearDays; ++i)
            if (const QDate day = m_reading.today.addDays(i * step); m_reading.calendar.partsFromDate(day).day == m_dayOfMonth)
                return day;
        return {};
    }

    const DateReading &m_reading;
    DateVocabulary m_words;
    QStringList m_tokens;
    qsizetype m_at = 0;
    bool m_isHour = false;
    QDate m_day;
    int m_weekday = 0;
    int m_dayOfMonth = 0;
    int m_month = 0;
    int m_year = 0;
    QCalendar m_monthCalendar;
    std::optional<QTime> m_time;
};

} // namespace

std::optional<DateWords> parseDateWords(QStringView typed, const DateReading &reading) { return Parser(typed, reading).parse(); }

} // namespace kontor
