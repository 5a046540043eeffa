#include "exchange/content_guess.h"

#include "base/email.h"
#include "base/fold.h"

#include <algorithm>

namespace kontor::exchange {

namespace {

bool looksLikeWords(const QString &text) {
    return text.size() < 60 && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return c.isLetter() || c.isMark() || c.isSurrogate() || c == u' ' || c == u'-' || c == u'\'' || c == u'.' ||
                      c == u'’';
           });
}

// One column holds the words of two others together.
bool joins(const QList<QStringList> &rows, int whole, int first, int second) {
    int seen = 0, joined = 0;
    for (const QStringList &row : rows) {
        if (row.size() <= std::max({whole, first, second}) || row.at(first).isEmpty() || row.at(second).isEmpty())
            continue;
        ++seen;
        const QString text = row.at(whole).simplified();
        joined += text == row.at(first) + u' ' + row.at(second) || text == row.at(second) + u' ' + row.at(first);
    }
    return seen > 0 && joined * 2 > seen;
}

void guessNames(QList<Column> &columns, const QList<int> &texts, const QList<QStringList> &rows) {
    for (int whole : texts) {
        for (int given : texts) {
            for (int family : texts) {
                if (whole != given && whole != family && given < family && joins(rows, whole, given, family)) {
                    columns[whole].field = Field::Name;
                    columns[given].field = Field::GivenName;
                    columns[family].field = Field::FamilyName;
                    return;
                }
            }
        }
    }
    const bool twoWords =
        !texts.isEmpty() && shareOf(rows, texts.first(), [](const QString &text) { return text.contains(u' '); }) > 0.5;
    if (texts.size() >= 2 && !twoWords && texts.at(1) == texts.at(0) + 1) {
        columns[texts.at(0)].field = Field::GivenName;
        columns[texts.at(1)].field = Field::FamilyName;
    } else if (!texts.isEmpty()) {
        columns[texts.first()].field = Field::Name;
    }
}

} // namespace

bool looksLikeEmail(const QString &text) { return text.contains(u'@') && parseEmail(text).plausible; }

bool looksLikePhone(const QString &text) {
    const QString plain = asciiDigits(text);
    int digits = 0, signs = 0;
    for (QChar c : plain) {
        digits += c.isDigit();
        signs += c == u'+' || c == u'(' || c == u'-' || c == u' ';
        if (!c.isDigit() && !QStringView(u" +-./()").contains(c))
            return false;
    }
    return digits >= 7 && digits <= 15 && (signs > 0 || plain.startsWith(u'0'));
}

QList<Column> guessColumns(int width, const QList<QStringList> &rows) {
    QList<Column> columns(width);
    QList<int> texts;
    bool reachable = false;
    for (int column = 0; column < width; ++column) {
        if (shareOf(rows, column, looksLikeEmail) > 0.6)
            columns[column].field = Field::Email;
        else if (shareOf(rows, column, looksLikePhone) > 0.8)
            columns[column].field = Field::Phone;
        else if (shareOf(rows, column, looksLikeWords) > 0.8)
            texts << column;
        reachable = reachable || columns.at(column).field != Field::None;
    }
    if (reachable)
        guessNames(columns, texts, rows);
    return columns;
}

} // namespace kontor::exchange
