#include "exchange/number_format.h"

#include <QDate>
#include <QTime>

#include <algorithm>
#include <cmath>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr double kLastDay = 2'958'466; // after 9999-12-31
constexpr int kSecondsPerDay = 86'400;
constexpr qint64 kMillisecondsPerDay = 86'400'000;

bool isDigits(QStringView text) {
    if (text.startsWith(u'-'))
        text = text.mid(1);
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// The first section of a code without what it only shows: texts in quotes, colours, conditions and languages in brackets, fillers.
// Elapsed times keep their bracket.
QString bareCode(const QString &code) {
    QString bare;
    for (qsizetype i = 0; i < code.size() && code.at(i) != u';'; ++i) {
        const QChar c = code.at(i);
        if (c == u'"') {
            const qsizetype end = code.indexOf(u'"', i + 1);
            i = end < 0 ? code.size() : end;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', i);
            const QString inside = end < 0 ? QString() : code.mid(i + 1, end - i - 1).toLower();
            if (!inside.isEmpty() && (inside.count(u'h') == inside.size() || inside.count(u'm') == inside.size() ||
                                      inside.count(u's') == inside.size()))
                bare += u'[' + inside;
            i = end < 0 ? code.size() : end;
        } else {
            bare += c.toLower();
        }
    }
    return bare.remove(u"am/pm"_s).remove(u"a/p"_s).remove(u"general"_s);
}

// The day that a whole number of days means; invalid where it is none.
QDate dayOf(qint64 days, bool from1904) {
    if (from1904)
        return QDate(1904, 1, 1).addDays(days);
    // Excel has a 29 February 1900, which was none: before it a day counts from the 31st, after it from the 30th.
    return days < 60 ? QDate(1899, 12, 31).addDays(days) : QDate(1899, 12, 30).addDays(days);
}

QString timeText(qint64 milliseconds) {
    const QTime time = QTime::fromMSecsSinceStartOfDay(int(milliseconds));
    return time.toString(time.msec() != 0 ? u"HH:mm:ss.zzz"_s : time.second() != 0 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

QString dateText(double value, const NumberFormat &format, bool from1904) {
    const qint64 milliseconds =
        format.isPrecise ? std::llround(value * double(kMillisecondsPerDay)) : std::llround(value * kSecondsPerDay) * 1000;
    const qint64 days = milliseconds / kMillisecondsPerDay, rest = milliseconds % kMillisecondsPerDay;
    if (days == 0 && !from1904) // a time alone; 0 as a date is an empty one
        return format.kind == NumberFormat::Kind::Time || rest != 0 ? timeText(rest) : QString();
    if (days == 0 && format.kind == NumberFormat::Kind::Time)
        return timeText(rest);
    const QString date = dayOf(days, from1904).toString(Qt::ISODate);
    return rest == 0 ? date : date + u' ' + timeText(rest);
}

QString elapsedText(double value) {
    const qint64 seconds = std::llround(value * kSecondsPerDay);
    return u"%1:%2:%3"_s.arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'));
}

// Three digits behind a point could be thousands: a fourth makes it plain.
QString withoutAmbiguity(QString number) {
    const qsizetype point = number.indexOf(u'.');
    return point >= 0 && number.size() - point == 4 ? number + u'0' : number;
}

} // namespace

NumberFormat numberFormat(const QString &code) {
    const QString bare = bareCode(code);
    NumberFormat format;
    if (bare.contains(u'['))
        format.kind = NumberFormat::Kind::Elapsed;
    else if (bare.contains(u'y') || bare.contains(u'd') || (bare.contains(u'm') && !bare.contains(u'h') && !bare.contains(u's')))
        format.kind = NumberFormat::Kind::Date;
    else if (bare.contains(u'h') || bare.contains(u's'))
        format.kind = NumberFormat::Kind::Time;
    format.isPrecise = format.kind != NumberFormat::Kind::Number && bare.contains(u"s.0"_s);
    format.isPercent = format.kind == NumberFormat::Kind::Number && bare.contains(u'%');
    if (bare.size() > 1 && bare.size() <= 30 && bare.count(u'0') == bare.size())
        format.digits = int(bare.size());
    return format;
}

NumberFormat builtInNumberFormat(int id) {
    NumberFormat format;
    const auto isBetween = [id](int first, int last) { return id >= first && id <= last; };
    if (id == 9 || id == 10)
        format.isPercent = true;
    else if (id == 46)
        format.kind = NumberFormat::Kind::Elapsed;
    else if (isBetween(18, 21) || isBetween(32, 35) || id == 45 || id == 47 || isBetween(55, 56))
        format.kind = NumberFormat::Kind::Time;
    else if (isBetween(14, 17) || id == 22 || isBetween(27, 31) || id == 36 || isBetween(50, 58))
        format.kind = NumberFormat::Kind::Date; // 27 to 36 and 50 to 58 are those of eastern Asia
    return format;
}

QString plainNumber(QStringView raw) {
    if (isDigits(raw))
        return raw.toString(); // a long number keeps the digits that a double has not
    bool isNumber = false;
    const double value = raw.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return raw.toString();
    if (value == std::floor(value))
        return QString::number(value, 'f', 0);
    const QString text = QString::number(value, 'g', 15); // as many as the programs show
    const qsizetype exponent = text.indexOf(u'e');
    if (exponent < 0)
        return withoutAmbiguity(text);
    QString small = QString::number(value, 'f', std::clamp(14 - text.mid(exponent + 1).toInt(), 0, 30));
    while (small.endsWith(u'0'))
        small.chop(1);
    return small.endsWith(u'.') ? u"0"_s : small;
}

QString formattedNumber(QStringView raw, const NumberFormat &format, bool from1904) {
    bool isNumber = false;
    const double value = raw.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return raw.toString();
    const bool isDay = value >= 0 && value < kLastDay;
    switch (format.kind) {
    case NumberFormat::Kind::Date:
    case NumberFormat::Kind::Time:
        if (isDay)
            return dateText(value, format, from1904);
        break;
    case NumberFormat::Kind::Elapsed:
        if (isDay)
            return elapsedText(value);
        break;
    case NumberFormat::Kind::Number: break;
    }
    if (format.isPercent)
        return plainNumber(QString::number(value * 100, 'g', 15)) + u'%';
    QString number = plainNumber(raw);
    if (number.size() < format.digits && isDigits(number) && !number.startsWith(u'-'))
        number = number.rightJustified(format.digits, u'0');
    return number;
}

} // namespace kontor::exchange
