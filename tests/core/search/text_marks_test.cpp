#include "search/text_marks.h"

#include <gtest/gtest.h>

using namespace kontor::search;
using namespace Qt::StringLiterals;

namespace {

QStringList marked(const QString &text, const QList<Mark> &marks) {
    QStringList parts;
    for (const Mark &mark : marks)
        parts << text.sliced(mark.start, mark.length);
    return parts;
}

QStringList words(const QString &text, const QString &typed) { return marked(text, marksOfWords(text, parseQuery(typed))); }
QStringList digits(const QString &text, const QString &typed) { return marked(text, marksOfNumber(text, parseQuery(typed))); }

} // namespace

TEST(TextMarks, AreWhereWordsBegin) {
    EXPECT_EQ(words(u"Anna Petrova, Anna"_s, u"petr anna"_s), (QStringList{u"Anna"_s, u"Petr"_s, u"Anna"_s}));
    EXPECT_EQ(words(u"Lindberg"_s, u"berg"_s), QStringList{u"berg"_s});
    EXPECT_EQ(words(u"Berg Lindberg"_s, u"berg"_s), QStringList{u"Berg"_s});
    EXPECT_TRUE(words(u"Anna"_s, u"boris"_s).isEmpty());
}

TEST(TextMarks, CoverTheLettersAsTyped) {
    EXPECT_EQ(words(u"Herr Weiß"_s, u"weiss"_s), QStringList{u"Weiß"_s});
    EXPECT_EQ(words(u"Mu\u0308ller"_s, u"mull"_s), QStringList{u"Mu\u0308ll"_s});
    EXPECT_EQ(words(u"Ærø"_s, u"ae"_s), QStringList{u"Æ"_s});
    EXPECT_EQ(words(u"علی\u200Cزاده"_s, u"علیزاده"_s), QStringList{u"علی\u200Cزاده"_s});
    EXPECT_EQ(words(u"A   B C"_s, u"b"_s), QStringList{u"B"_s});
    EXPECT_EQ(words(u"𠮷田"_s, u"田"_s), QStringList{u"田"_s});
}

TEST(TextMarks, CrossThePunctuationOfNumbers) {
    EXPECT_EQ(digits(u"+46 70 100 45 12"_s, u"4512"_s), QStringList{u"45 12"_s});
    EXPECT_EQ(digits(u"+46 70 100 45 12"_s, u"0701004512"_s), QStringList{u"70 100 45 12"_s});
    EXPECT_EQ(digits(u"۰۷۰-۱۰۰"_s, u"0100"_s), QStringList{u"۰-۱۰۰"_s});
    EXPECT_TRUE(digits(u"+46 70"_s, u"999"_s).isEmpty());
}

TEST(TextMarks, StayInALongTextThatIsCut) {
    const QString text = u"слово "_s.repeated(100) + u"доставка "_s + u"слово "_s.repeated(100);
    QList<Mark> marks = marksOfWords(text, parseQuery(u"доставка"));
    const QString shown = cutAround(text, marks);
    EXPECT_LE(shown.size(), 170);
    EXPECT_EQ(marked(shown, marks), QStringList{u"доставка"_s});
    QList<Mark> none;
    EXPECT_EQ(cutAround(u"short"_s, none), u"short"_s);
}
