#include "duplicates/name_key.h"

#include "duplicates/block_keys.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace kontor;
using namespace kontor::duplicates;
using namespace Qt::StringLiterals;

namespace {

Likeness people(const QString &a, const QString &b) { return likeness(comparableName(a, false), comparableName(b, false)); }
Likeness firms(const QString &a, const QString &b) { return likeness(comparableName(a, true), comparableName(b, true)); }

bool haveKeyInCommon(const QString &a, const QString &b) {
    const auto keysOf = [](const QString &name) {
        Customer customer;
        customer.name = name;
        customer.city = u"Lund"_s;
        return blockKeys(profileOf(customer), KeyKind::City);
    };
    const QList<quint64> keys = keysOf(a), others = keysOf(b);
    return std::any_of(keys.cbegin(), keys.cend(), [&others](quint64 key) { return others.contains(key); });
}

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

TEST(Names, AreAlikeWithAnySlipInsideALongWordOfAnyAlphabet) {
    const QStringList names{u"Katarina Lindström"_s, u"Sven Bergdalsjölövström"_s, u"Андрей Кохохобеов"_s,
                            u"Пётр Жусаватуов"_s,    u"Юрий Нидежуниов"_s,         u"Алексей Щукинцев"_s,
                            u"Мария Ляпунова"_s,     u"نسترن خسروی تهرانی"_s};
    for (const QString &name : names) {
        for (qsizetype at = name.lastIndexOf(u' ') + 3; at < name.size() - 2; ++at) {
            QString missing = name, doubled = name, exchanged = name;
            missing.remove(at, 1);
            doubled.insert(at, name.at(at));
            std::swap(exchanged[at], exchanged[at + 1]);
            for (const QString &slip : {missing, doubled, exchanged}) {
                EXPECT_GE(people(name, slip), Likeness::Typo) << qPrintable(name) << " / " << qPrintable(slip);
                EXPECT_TRUE(haveKeyInCommon(name, slip)) << qPrintable(name) << " / " << qPrintable(slip);
            }
        }
    }
}

TEST(Names, OfShortAndLongFormsAgreeInPart) {
    EXPECT_EQ(people(u"A. Petrova"_s, u"Anna Petrova"_s), Likeness::Partly);
    EXPECT_EQ(people(u"Petrova"_s, u"Anna Petrova"_s), Likeness::Partly);
    EXPECT_EQ(people(u"Ю. Петров"_s, u"Юрий Петров"_s), Likeness::Partly);
    EXPECT_EQ(people(u"Ш. Петров"_s, u"Сергей Петров"_s), Likeness::None);
    EXPECT_EQ(people(u"Anna Petrova"_s, u"Anna Maria Petrova"_s), Likeness::Contained);
}

TEST(Names, OfTwoPeopleAreTwo) {
    const std::pair<QString, QString> two[] = {
        {u"Martin Berg"_s, u"Martina Berg"_s},          {u"Viktor Berg"_s, u"Viktoria Berg"_s},
        {u"Alexander Müller"_s, u"Alexandra Müller"_s}, {u"Anna Petrova"_s, u"Maria Petrova"_s},
        {u"Anna Petrova"_s, u"Anna Sidorova"_s},        {u"王小明"_s, u"王晓明"_s},
        {u"Kund 100001"_s, u"Kund 100002"_s},           {u"زهرا احمدی"_s, u"Mohammad Ahmadi"_s}};
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
