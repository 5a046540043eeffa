#include "search/document.h"

#include <gtest/gtest.h>

using namespace kontor::search;
using namespace Qt::StringLiterals;

namespace {

CustomerText named(const QString &name) {
    CustomerText text;
    text.name = name;
    return text;
}

} // namespace

TEST(Document, HasPhonesInEveryFormThatIsDialled) {
    CustomerText text = named(u"Anna"_s);
    text.phones = {{u"+46 70 100 45 12"_s, u"+46701004512"_s}};
    EXPECT_EQ(makeDocument(text, u"SE").phone, u"46701004512\n0701004512"_s);
    text.phones = {{u"8 (912) 345-67-89"_s, u"+79123456789"_s}};
    EXPECT_EQ(makeDocument(text, u"SE").phone, u"79123456789\n89123456789"_s);
    text.phones = {{u"۰۷۰ ۱۰۰ ۴۵ ۱۲"_s, QString()}};
    EXPECT_EQ(makeDocument(text, u"SE").phone, u"46701004512\n0701004512"_s);
    text.phones = {{u"reception 4512"_s, QString()}};
    EXPECT_EQ(makeDocument(text, u"SE").phone, u"4512\nreception 4512"_s);
}

TEST(Document, HasGivenAndFamilyNameOnlyWhereTheySayMore) {
    CustomerText text = named(u"Anna Petrova"_s);
    text.givenName = u"Anna"_s;
    text.familyName = u"Sidorova"_s;
    EXPECT_EQ(makeDocument(text, u"SE").name, u"anna petrova\nsidorova"_s);
}

TEST(Document, HasOtherSpellingsOnlyWhereThereAreSome) {
    EXPECT_EQ(makeDocument(named(u"Anna"_s), u"SE").latin, QString());
    EXPECT_EQ(makeDocument(named(u"Щукин"_s), u"SE").latin, u"shchukin\nschukin"_s);
    EXPECT_EQ(makeDocument(named(u"Müller"_s), u"SE").latin, u"mueller"_s);
}

TEST(Document, IsTheSameForTheSameText) {
    EXPECT_EQ(makeDocument(named(u"Anna"_s), u"SE"), makeDocument(named(u"Anna"_s), u"SE"));
}

TEST(SeparateIdeographs, MakesEachOneAWord) {
    EXPECT_EQ(separateIdeographs(u"王小明"_s), u"王 小 明"_s);
    EXPECT_EQ(separateIdeographs(u"abc科技 ltd"_s), u"abc 科 技  ltd"_s);
    EXPECT_EQ(separateIdeographs(u"anna"_s), u"anna"_s);
    EXPECT_EQ(separateIdeographs(u"𠮷田"_s), u"𠮷 田"_s);
}

TEST(OtherSound, IsThatOfTheOtherScript) {
    EXPECT_EQ(otherSoundOf(u"mohammadi"), u"amhmd"_s);
    EXPECT_EQ(otherSoundOf(u"محمدی"), u"lmhmd"_s);
    EXPECT_TRUE(otherSoundOf(u"ali").isEmpty());
    EXPECT_TRUE(otherSoundOf(u"иванов").isEmpty());
    EXPECT_TRUE(otherSoundOf(u"anna.jon").isEmpty());
}
