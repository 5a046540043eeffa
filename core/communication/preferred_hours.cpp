#include "communication/preferred_hours.h"

#include "base/fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace kontor::communication {

using namespace Qt::StringLiterals;

namespace {

const QTime kEndOfDay(23, 59, 59, 999);

// Words for a part of the day in the languages of the interface, folded.
struct DayPart {
    QLatin1StringView words; // separated by a blank, each begins a word of the text
    int from;
    int until;
};

constexpr DayPart kParts[] = {{"morning vormittag morgens forenoon formiddag morgon bore"_L1, 8, 12},
                              {"afternoon nachmittag eftermiddag prynhawn"_L1, 12, 18},
                              {"evening abend kvall nos"_L1, 17, 21},
                              {"lunch mittag noon"_L1, 12, 14}};
// Of scripts that a Latin string cannot hold.
struct OtherPart {
    QStringView words;
    int from;
    int until;
};
constexpr OtherPart kOtherParts[] = {{u"утр 上午 早 صبح", 8, 12}, {u"днем 下午 بعدازظهر", 12, 18}, {u"вечер 晚 عصر", 17, 21}};

QTime timeOf(const QString &hour, const QString &minute, const QString &half) {
    int hours = hour.toInt();
    if (half.startsWith(u'p') && hours < 12)
        hours += 12;
    if (half.startsWith(u'a') && hours == 12)
        hours = 0;
    return hours == 24 ? kEndOfDay : QTime(hours, minute.isEmpty() ? 0 : minute.toInt());
}

const QString &clockPattern() {
    static const QString pattern = u"(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?"_s;
    return pattern;
}

void addRanges(QList<Hours> &hours, QString &text) {
    static const QRegularExpression range(clockPattern() + u"\\s*(?:-|–|—|to|bis|till|до|تا|到|至|i)\\s*"_s + clockPattern());
    for (auto match = range.match(text); match.hasMatch(); match = range.match(text)) {
        const QString halfOfFirst = match.captured(3).isEmpty() && match.captured(1).toInt() <= match.captured(4).toInt()
                                        ? match.captured(6)
                                        : match.captured(3);
        const Hours found{timeOf(match.captured(1), match.captured(2), halfOfFirst),
                          timeOf(match.captured(4), match.captured(5), match.captured(6))};
        text.remove(match.capturedStart(), match.capturedLength());
        if (found.from.isValid() && found.until.isValid() && found.from < found.until)
            hours << found;
    }
}

void addBounds(QList<Hours> &hours, const QString &text) {
    static const QRegularExpression after(u"\\b(?:after|from|ab|nach|после|с|efter|fran|ar ol|بعد از|از)\\s*(?:kl\\.?\\s*)?"_s +
                                              clockPattern(),
                                          QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression before(u"\\b(?:before|until|till|vor|bis|до|fore|innan|cyn|قبل از|تا)\\s*(?:kl\\.?\\s*)?"_s +
                                               clockPattern(),
                                           QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression afterChinese(clockPattern() + u"\\s*点?\\s*(?:以后|之后|后)"_s);
    for (const QRegularExpression &pattern : {after, afterChinese})
        if (const auto match = pattern.match(text); match.hasMatch())
            if (const QTime from = timeOf(match.captured(1), match.captured(2), match.captured(3)); from.isValid())
                hours.append({from, kEndOfDay});
    if (const auto match = before.match(text); match.hasMatch())
        if (const QTime until = timeOf(match.captured(1), match.captured(2), match.captured(3)); until.isValid())
            hours.append({QTime(0, 0), until});
}

bool hasWord(QStringView text, const QString &word) {
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (at == 0 || !text.at(at - 1).isLetter() || word.at(0).script() == QChar::Script_Han)
            return true;
    return false;
}

void addParts(QList<Hours> &hours, const QString &text) {
    const auto add = [&](const QString &words, int from, int until) {
        for (const QString &word : words.split(u' '))
            if (hasWord(text, fold(word)))
                return hours.append({QTime(from, 0), QTime(until, 0)});
    };
    for (const DayPart &part : kParts)
        add(part.words, part.from, part.until);
    for (const OtherPart &part : kOtherParts)
        add(part.words.toString(), part.from, part.until);
}

} // namespace

QList<Hours> preferredHours(QStringView typed) {
    QString text = asciiDigits(fold(typed));
    QList<Hours> hours;
    addRanges(hours, text);
    addBounds(hours, text);
    if (hours.isEmpty())
        addParts(hours, text);
    return hours;
}

bool isInside(const QList<Hours> &hours, QTime time) {
    return std::any_of(hours.cbegin(), hours.cend(), [&](const Hours &span) { return span.from <= time && time < span.until; });
}

} // namespace kontor::communication
