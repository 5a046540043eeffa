#include "duplicates/name_key.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::duplicates;
using namespace Qt::StringLiterals;

namespace {

Likeness people(const QString &a, const QString &b) { return likeness(comparableName(a, false), comparableName(b, false)); }
Likeness firms(const QString &a, const QString &b) { return likeness(comparableName(a, true), comparableName(b, true)); }

} // namespace

TEST(Names, AreOneInAllSpellingsAndScripts) {
    const std::pair<QString, QString> same[] = {
        {u"Jürgen Müller"_s, u"Juergen Mueller"_s}, {u"Jürgen Müller"_s, u"JURGEN MULLER"_s},
        {u"Иванов Пётр"_s, u"ИВАНОВ ПЕТР"_s},       {u"Анна Иванова"_s, u"Anna Ivanova"_s},
        {u"Юлия Петрова"_s, u"Julia Petrowa"_s},    {u"Фёдор Достоевский"_s, u"Fedor Dostoevsky"_s},
        {u"Щукин Алексей"_s, u"Alexey Shchukin"_s}, {u"محمد احمدی"_s, u"Mohammad Ahmadi"_s},
        {u"علي كريمي"_s, u"علی کریمی"_s},           {u"王小明"_s, u"Wang Xiaoming"_s},
        {u"王小明"_s, u"Xiaoming Wang"_s},          {u"Åke Åkesson"_s, u"Ake Aakesson"_s},
        {u"Anna-Lena Berg"_s, u"Anna Lena Berg"_s}, {u"Dr. Anna Berg"_s, u"Anna Berg"_s}};
    for (const auto &[a, b] : same)
        EXPECT_EQ(people(a, b), Likeness::Same) << qPrintable(a) << " / " << qPrintable(b);
}

TEST(Names, AreOneInEitherOrder) {
    EXPECT_EQ(people(u"Anna Petrova"_s, u"Petrova Anna"_s), Likeness::Same);
    EXPECT_EQ(people(u"Anna Petrova"_s, u"Petrova, Anna"_s), Likeness::Same);
    EXPECT_EQ(people(u"Иванов Иван Иванович"_s, u"Иван Иванович Иванов"_s), Likeness::Same);
}

TEST(Names, AreAlikeWithASlipOfOneLetterInALongWord) {
    EXPECT_EQ(people(u"Katarina Lindström"_s, u"Katarina Lindstöm"_s), Likeness::Typo);
    EXPECT_EQ(people(u"Katarina Lindström"_s, u"Katairna Lindström"_s), Likeness::Typo);
    EXPECT_EQ(people(u"Anna Ivanov"_s, u"Anna Ivanova"_s), Likeness::Typo);
    EXPECT_EQ(people(u"Ann Berg"_s, u"Ann Borg"_s), Likeness::None);
}

TEST(Names, OfShortAndLongFormsAgreeInPart) {
    EXPECT_EQ(people(u"A. Petrova"_s, u"Anna Petrova"_s), Likeness::Partly);
    EXPECT_EQ(people(u"Petrova"_s, u"Anna Petrova"_s), Likeness::Partly);
    EXPECT_EQ(people(u"Anna Petrova"_s, u"Anna Maria Petrova"_s), Likeness::Contained);
}

TEST(Names, OfTwoPeopleAreTwo) {
    const std::pair<QString, QString> two[] = {{u"Martin Berg"_s, u"Martina Berg"_s},
                                               {u"Alexander Müller"_s, u"Alexandra Müller"_s},
                                               {u"Anna Petrova"_s, u"Maria Petrova"_s},
                                               {u"Anna Petrova"_s, u"Anna Sidorova"_s},
                                               {u"王小明"_s, u"王晓明"_s},
                                               {u"Kund 100001"_s, u"Kund 100002"_s},
                                               {u"زهرا احمدی"_s, u"Mohammad Ahmadi"_s}};
    for (const auto &[a, b] : two)
        EXPECT_EQ(people(a, b), Likeness::None) << qPrintable(a) << " / " << qPrintable(b);
}

TEST(Names, OfFirmsAgreeWithoutTheirLegalForm) {
    EXPECT_EQ(firms(u"Volga AB"_s, u"VOLGA"_s), Likeness::Same);
    EXPECT_EQ(firms(u"ООО «Ромашка»"_s, u"Ромашка ООО"_s), Likeness::Same);
    EXPECT_EQ(firms(u"Gärten & Bäume GmbH"_s, u"Gaerten und Baeume"_s), Likeness::Same);
    EXPECT_EQ(firms(u"Volga Trading AB"_s, u"Volga Transport AB"_s), Likeness::None);
}

TEST(Places, AreOneInAllScripts) {
    EXPECT_TRUE(comparablePlace(u"Москва") == comparablePlace(u"MOSKVA"));
    EXPECT_TRUE(comparablePlace(u"تهران") == comparablePlace(u"Tehran"));
    EXPECT_TRUE(comparablePlace(u"上海") == comparablePlace(u"Shanghai"));
    EXPECT_TRUE(comparablePlace(u"Malmö") == comparablePlace(u"malmo"));
    EXPECT_FALSE(comparablePlace(u"Lund") == comparablePlace(u"London"));
}
