#include "search/query.h"

#include "base/fold.h"
#include "base/phone.h"

#include <algorithm>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestText = 200; // more is a slip of the clipboard
constexpr qsizetype kMostWords = 12;

bool isNumberPart(QStringView word) {
    return std::all_of(word.begin(), word.end(), [](QChar letter) {
        return (letter >= u'0' && letter <= u'9') || QStringView(u"+()-./").contains(letter);
    });
}

bool hasLetter(QStringView word) {
    return std::any_of(word.begin(), word.end(),
                       [](QChar letter) { return letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate(); });
}

QStringList formsOf(const QString &typed) {
    QString plain = typed;
    if (plain.startsWith(u'+'))
        plain.remove("(0)"_L1); // +46 (0)70: dialled one way or the other
    const QString digits = phoneDigits(plain);
    if (digits.isEmpty())
        return {};
    QStringList forms{digits};
    if (digits.startsWith("00"_L1) && digits.size() > 4)
        forms << digits.sliced(2);
    return forms;
}

QString withoutControls(QStringView typed) {
    QString text = typed.first(std::min(typed.size(), kLongestText)).toString();
    for (QChar &letter : text) {
        if (letter.category() == QChar::Other_Control)
            letter = u' ';
    }
    return text;
}

} // namespace

Query parseQuery(QStringView typed) {
    Query query;
    query.text = fold(withoutControls(typed));
    QStringList words = query.text.split(u' ', Qt::SkipEmptyParts);
    words.resize(std::min(kMostWords, words.size()));
    QStringList numberParts;
    const auto endNumber = [&] {
        if (const QStringList forms = formsOf(numberParts.join(u' ')); !forms.isEmpty()) {
            numberParts.removeIf([](const QString &part) { return !hasLetter(part); });
            query.terms << Term{numberParts, forms};
        }
        numberParts.clear();
    };
    for (const QString &word : std::as_const(words)) {
        if (isNumberPart(word)) {
            numberParts << word;
            continue;
        }
        endNumber();
        if (hasLetter(word))
            query.terms << Term{{word}, {}};
    }
    endNumber();
    return query;
}

qsizetype letterCount(QStringView text) {
    return std::count_if(text.begin(), text.end(), [](QChar unit) { return !unit.isLowSurrogate(); });
}

} // namespace kontor::search
