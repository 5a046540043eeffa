#include "search/text_marks.h"

#include "base/fold.h"

#include <algorithm>

namespace kontor::search {

namespace {

constexpr qsizetype kFewestDigits = 3;
constexpr qsizetype kLongestShown = 160;
constexpr qsizetype kShownBefore = 50;

// A folded text and, for each of its letters, where in the text it came from.
struct Folded {
    QString text;
    QList<qsizetype> origin;
};

Folded foldInPlace(const QString &text) {
    Folded folded;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + (text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1);
        while (end < text.size() && text.at(end).isMark())
            ++end;
        const QStringView letter = QStringView(text).sliced(i, end - i);
        const bool isBlank = letter.front().isSpace();
        const QString piece = isBlank ? QStringLiteral(" ") : fold(letter);
        if (!isBlank || (!folded.text.isEmpty() && folded.text.back() != u' ')) {
            folded.text += piece;
            folded.origin += QList<qsizetype>(piece.size(), i);
        }
        i = end;
    }
    folded.origin << text.size();
    return folded;
}

bool isWordLetter(QChar letter) { return letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate(); }

Mark markOf(const Folded &folded, qsizetype at, qsizetype length) {
    const qsizetype start = folded.origin.at(at);
    qsizetype after = at + length;
    // Letters of one origin (æ is ae) are marked together.
    while (after < folded.text.size() && folded.origin.at(after) == folded.origin.at(after - 1))
        ++after;
    return {start, folded.origin.at(after) - start};
}

QList<Mark> united(QList<Mark> marks) {
    std::sort(marks.begin(), marks.end(), [](const Mark &a, const Mark &b) { return a.start < b.start; });
    QList<Mark> out;
    for (const Mark &mark : std::as_const(marks)) {
        if (!out.isEmpty() && mark.start <= out.last().start + out.last().length)
            out.last().length = std::max(out.last().length, mark.start + mark.length - out.last().start);
        else
            out << mark;
    }
    return out;
}

void addWord(QList<Mark> &marks, const Folded &folded, const QString &word) {
    std::optional<qsizetype> inside;
    bool begins = false;
    for (qsizetype at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
        if (at == 0 || !isWordLetter(folded.text.at(at - 1))) {
            marks << markOf(folded, at, word.size());
            begins = true;
        } else if (!inside) {
            inside = at;
        }
    }
    if (!begins && inside)
        marks << markOf(folded, *inside, word.size());
}

} // namespace

QList<Mark> marksOfWords(const QString &text, const Query &query) {
    const Folded folded = foldInPlace(text);
    QList<Mark> marks;
    for (const Term &term : query.terms) {
        for (const QString &word : term.words)
            addWord(marks, folded, word);
    }
    if (marks.isEmpty() && !query.isEmpty())
        addWord(marks, folded, query.text);
    return united(marks);
}

QList<Mark> marksOfNumber(const QString &text, const Query &query) {
    QString digits;
    QList<qsizetype> origin;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).category() == QChar::Number_DecimalDigit) {
            digits += QChar(u'0' + text.at(i).digitValue());
            origin << i;
        }
    }
    QList<Mark> marks;
    for (const Term &term : query.terms) {
        for (const QString &form : term.digitForms) {
            for (qsizetype dropped = 0; dropped == 0 || form.size() - dropped >= kFewestDigits; ++dropped) {
                const qsizetype size = form.size() - dropped;
                if (const qsizetype at = digits.lastIndexOf(QStringView(form).sliced(dropped)); at >= 0) {
                    marks << Mark{origin.at(at), origin.at(at + size - 1) - origin.at(at) + 1};
                    break;
                }
            }
        }
    }
    return united(marks);
}

QString cutAround(const QString &text, QList<Mark> &marks) {
    if (text.size() <= kLongestShown)
        return text;
    const qsizetype first = marks.isEmpty() ? 0 : marks.first().start;
    qsizetype start = std::max<qsizetype>(0, first - kShownBefore);
    while (start > 0 && start < first && !text.at(start - 1).isSpace())
        ++start;
    qsizetype end = std::min(text.size(), start + kLongestShown);
    if (end < text.size() && text.at(end).isLowSurrogate())
        --end;
    const qsizetype shift = (start > 0 ? 1 : 0) - start;
    QList<Mark> kept;
    for (const Mark &mark : std::as_const(marks)) {
        if (mark.start + mark.length <= end)
            kept << Mark{mark.start + shift, mark.length};
    }
    marks = kept;
    return (start > 0 ? QStringLiteral("…") : QString()) + text.sliced(start, end - start) +
           (end < text.size() ? QStringLiteral("…") : QString());
}

} // namespace kontor::search
