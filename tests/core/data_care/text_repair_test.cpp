#include "data_care/text_repair.h"

#include <gtest/gtest.h>

using namespace kontor::data_care;
using namespace Qt::StringLiterals;

namespace {

QString cased(const QString &text, CasedAs as = CasedAs::PersonName) {
    const auto casing = properCasing(text, as);
    return casing ? casing->text : u"as it is"_s;
}

} // namespace

TEST(TextRepair, NamesInCapitalsAndInSmallLettersGetTheirCapitals) {
    EXPECT_EQ(cased(u"ANNA PETROVA"_s), u"Anna Petrova"_s);
    EXPECT_EQ(cased(u"anna petrova"_s), u"Anna Petrova"_s);
    EXPECT_EQ(cased(u"АННА ПЕТРОВА"_s), u"Анна Петрова"_s);
    EXPECT_EQ(cased(u"siân llewelyn-davies"_s), u"Siân Llewelyn-Davies"_s);
    EXPECT_EQ(cased(u"MARGARETE VON DER HEIDE"_s), u"Margarete von der Heide"_s);
    EXPECT_EQ(cased(u"IAN MCGREGOR"_s), u"Ian McGregor"_s);
    EXPECT_EQ(cased(u"sean o'brien"_s), u"Sean O'Brien"_s);
    EXPECT_EQ(cased(u"J. R. EWING"_s), u"J. R. Ewing"_s);
}

TEST(TextRepair, AFirmThatStandsAsAPersonKeepsItsLegalForm) {
    EXPECT_EQ(properCasing(u"VOLGA TRADE LLC"_s, CasedAs::PersonName)->text, u"Volga Trade LLC"_s);
    EXPECT_EQ(properCasing(u"berg gmbh"_s, CasedAs::PersonName)->text, u"Berg GmbH"_s);
    EXPECT_EQ(properCasing(u"ООО РОМАШКА"_s, CasedAs::PersonName)->text, u"ООО Ромашка"_s);
    EXPECT_EQ(properCasing(u"MARIA SA"_s, CasedAs::PersonName)->text, u"Maria Sa"_s); // a name too
}

TEST(TextRepair, WhatIsWrittenWithBothKindsOfLettersIsLeftAlone) {
    for (const QString &name : {u"Anna Petrova"_s, u"Ian McGregor"_s, u"von Essen"_s, u"李娜"_s, u"زهرا کریمی"_s, u"JR"_s,
                                u"anna@example.org"_s, u"+46 70 100 45 12"_s, QString()})
        EXPECT_EQ(cased(name), u"as it is"_s) << qPrintable(name);
}

TEST(TextRepair, CompaniesKeepLegalFormsAndShortWordsAndAreOnlySureOfLongNames) {
    EXPECT_EQ(cased(u"VOLGA TRADE LLC"_s, CasedAs::CompanyName), u"Volga Trade LLC"_s);
    EXPECT_EQ(cased(u"MÜLLER UND SÖHNE GMBH"_s, CasedAs::CompanyName), u"Müller und Söhne GmbH"_s);
    EXPECT_EQ(cased(u"ооо ромашка"_s, CasedAs::CompanyName), u"ООО Ромашка"_s);
    EXPECT_EQ(cased(u"SKF"_s, CasedAs::CompanyName), u"as it is"_s);
    EXPECT_TRUE(properCasing(u"VOLGA TRADE LLC"_s, CasedAs::CompanyName)->isCertain);
    EXPECT_FALSE(properCasing(u"IKEA"_s, CasedAs::CompanyName)->isCertain);
    EXPECT_FALSE(properCasing(u"adidas"_s, CasedAs::CompanyName)->isCertain);
}

TEST(TextRepair, StraySpacesAndInvisibleMarksGoAndTheJoinersOfPersianStay) {
    EXPECT_EQ(withoutStraySpaces(u"  Anna \u00a0 Petrova\t"_s), u"Anna Petrova"_s);
    EXPECT_EQ(withoutStraySpaces(u"\ufeffAnna\u200b \u2068Petrova\u2069"_s), u"Anna Petrova"_s);
    const QString joined = u"می\u200cخواهم"_s;
    EXPECT_EQ(withoutStraySpaces(joined), joined);
}
