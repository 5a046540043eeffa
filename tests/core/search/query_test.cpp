#include "search/query.h"

#include <gtest/gtest.h>

using namespace kontor::search;
using namespace Qt::StringLiterals;

TEST(Query, IsFoldedWords) {
    const Query query = parseQuery(u"  PETROVA   Ánna ");
    EXPECT_EQ(query.text, u"petrova anna"_s);
    ASSERT_EQ(query.terms.size(), 2);
    EXPECT_EQ(query.terms[0].words, QStringList{u"petrova"_s});
    EXPECT_FALSE(query.isNumber());
}

TEST(Query, IsANumberWhenItIsDigitsAndTheirPunctuation) {
    for (const QStringView typed : {u"070 100-45", u"+46 (70) 100", u"4512", u"۰۷۰", u"070.100"})
        EXPECT_TRUE(parseQuery(typed).isNumber()) << typed.toString().toStdString();
    EXPECT_EQ(parseQuery(u"070 100-45").terms.first().digitForms, QStringList{u"07010045"_s});
    EXPECT_FALSE(parseQuery(u"4512 anna").isNumber());
    EXPECT_FALSE(parseQuery(u"+").isNumber());
    EXPECT_FALSE(parseQuery(u"A4").isNumber());
}

TEST(Query, KnowsTheWaysAnInternationalNumberBegins) {
    EXPECT_EQ(parseQuery(u"0046 70 100").terms.first().digitForms, (QStringList{u"004670100"_s, u"4670100"_s}));
    EXPECT_EQ(parseQuery(u"+46 (0)70 100").terms.first().digitForms, QStringList{u"4670100"_s});
}

TEST(Query, LeavesOutSignsBetweenWords) {
    const Query query = parseQuery(u"Smith & Sons");
    ASSERT_EQ(query.terms.size(), 2);
    EXPECT_EQ(query.text, u"smith & sons"_s);
}

TEST(Query, IsEmptyWithoutText) {
    EXPECT_TRUE(parseQuery(u"").isEmpty());
    EXPECT_TRUE(parseQuery(u" \n\t ").isEmpty());
    EXPECT_TRUE(parseQuery(QStringView(u"\0\0", 2)).isEmpty());
}

TEST(Query, TakesNoMoreThanAReasonableText) {
    const Query query = parseQuery(QString(10'000, u'a'));
    EXPECT_LE(query.text.size(), 200);
    EXPECT_LE(parseQuery(u"a "_s.repeated(500)).terms.size(), 12);
}

TEST(LetterCount, CountsLettersNotUnits) {
    EXPECT_EQ(letterCount(u"王伟"), 2);
    EXPECT_EQ(letterCount(u"𠮷田"), 2);
}
