#include "customers/signature.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;

TEST(Signature, OfOneLineIsTakenApart) {
    const Signature signature = parseSignature(u"Ivan Sidorov, +46 70 100 45 12, ivan@volga.example"_s);
    EXPECT_EQ(signature.name, u"Ivan Sidorov"_s);
    EXPECT_EQ(signature.phones, QStringList{u"+46 70 100 45 12"_s});
    EXPECT_EQ(signature.emails, QStringList{u"ivan@volga.example"_s});
    EXPECT_TRUE(signature.hasSeveralParts());
}

TEST(Signature, OfSeveralLinesHasCompanyAndJob) {
    const Signature signature = parseSignature(
        u"Dr. Karin Großmann\nHead of purchasing\nBauhof Nord GmbH & Co. KG\nTel.: (040) 123 45-67\nMobil: 0171 2345678\n"
        "karin.grossmann@bauhof.example | www.bauhof.example"_s);
    EXPECT_EQ(signature.name, u"Dr. Karin Großmann"_s);
    EXPECT_EQ(signature.jobTitle, u"Head of purchasing"_s);
    EXPECT_EQ(signature.company, u"Bauhof Nord GmbH & Co. KG"_s);
    EXPECT_EQ(signature.phones, (QStringList{u"(040) 123 45-67"_s, u"0171 2345678"_s}));
    EXPECT_EQ(signature.website, u"www.bauhof.example"_s);
}

TEST(Signature, InOtherScriptsIsTakenApartToo) {
    const Signature signature = parseSignature(u"Иван Щукин\nООО «Ромашка»\n8 (912) 345-67-89\nivan@romashka.example"_s);
    EXPECT_EQ(signature.name, u"Иван Щукин"_s);
    EXPECT_EQ(signature.company, u"ООО «Ромашка»"_s);
    EXPECT_EQ(signature.phones, QStringList{u"8 (912) 345-67-89"_s});
}

TEST(Signature, ANameAloneIsNoSignature) {
    EXPECT_FALSE(parseSignature(u"Anna Petrova"_s).hasSeveralParts());
    EXPECT_FALSE(parseSignature(u"Storgatan 12"_s).hasSeveralParts());
    EXPECT_EQ(parseSignature(u"Storgatan 12"_s).name, u"Storgatan 12"_s);
}
