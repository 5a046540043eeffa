#include "base/transliterate.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace Qt::StringLiterals;

TEST(LatinKey, SpellsRussianAsPeopleType) {
    EXPECT_EQ(latinKey(u"Щукин"), u"shchukin"_s);
    EXPECT_EQ(latinKey(u"Юлия Чёрная"), u"yuliya chernaya"_s);
    EXPECT_EQ(latinKey(u"Хабаровск"), u"khabarovsk"_s);
    EXPECT_EQ(latinKey(u"Подъячев"), u"podyachev"_s);
}

TEST(LatinKey, OnlyFoldsLatin) {
    EXPECT_EQ(latinKey(u"Müller Weiß"), u"muller weiss"_s);
    EXPECT_EQ(latinKey(u"Siân Llŷr"), u"sian llyr"_s);
}

TEST(LatinKey, ReadsChineseSyllableBySyllable) {
    EXPECT_EQ(latinKey(u"王小明"), u"wang xiao ming"_s);
    EXPECT_EQ(latinKey(u"ABC科技"), u"abc ke ji"_s);
}

TEST(LatinKey, ReadsOtherScripts) {
    EXPECT_EQ(latinKey(u"Παπαδόπουλος"), u"papadopoulos"_s);
    EXPECT_EQ(latinKey(u"محمد"), u"mhmd"_s);
    EXPECT_EQ(latinKey(u"김철수"), u"gimcheolsu"_s);
}

TEST(LatinKeys, OfferTheUsualSpellings) {
    EXPECT_EQ(latinKeys(u"Достоевский"), (QStringList{u"dostoevskiy"_s, u"dostoevsky"_s}));
    EXPECT_EQ(latinKeys(u"Müller"), (QStringList{u"muller"_s, u"mueller"_s}));
    EXPECT_TRUE(latinKeys(u"王小明").contains(u"wang xiaoming"_s));
    EXPECT_TRUE(latinKeys(u"王小明").contains(u"wangxiaoming"_s));
    EXPECT_EQ(latinKeys(u"Anna"), QStringList{u"anna"_s});
}

TEST(SoundKey, IsTheSameForPersianAndLatinSpelling) {
    const QList<std::pair<QString, QString>> names{
        {u"محمدی"_s, u"Mohammadi"_s}, {u"حسینی"_s, u"Hosseini"_s},    {u"احمدی"_s, u"Ahmadi"_s},
        {u"رضایی"_s, u"Rezaei"_s},    {u"جعفری"_s, u"Jafari"_s},      {u"قاسمی"_s, u"Ghasemi"_s},
        {u"شیرازی"_s, u"Shirazi"_s},  {u"خراسانی"_s, u"Khorasani"_s}, {u"علی‌زاده"_s, u"Alizadeh"_s},
        {u"فاطمه"_s, u"Fatemeh"_s},   {u"فاطمه"_s, u"Fateme"_s},      {u"آرش"_s, u"Arash"_s}};
    for (const auto &[persian, latin] : names)
        EXPECT_EQ(soundKey(persian), soundKey(latin))
            << latin.toStdString() << ": " << soundKey(persian).toStdString() << " / " << soundKey(latin).toStdString();
    EXPECT_EQ(soundKey(u"محمدی"), u"mhmd"_s);
    EXPECT_NE(soundKey(u"Ahmadi"), soundKey(u"Hamidi"));
}

TEST(ScriptOf, IsThatOfMostLetters) {
    EXPECT_EQ(scriptOf(u"Anna 12"), Script::Latin);
    EXPECT_EQ(scriptOf(u"ООО Ромашка Ltd"), Script::Cyrillic);
    EXPECT_EQ(scriptOf(u"محمد"), Script::Arabic);
    EXPECT_EQ(scriptOf(u"王伟"), Script::Ideographic);
    EXPECT_EQ(scriptOf(u"Παπ"), Script::Other);
    EXPECT_EQ(scriptOf(u""), Script::Latin);
}
