#include "base/email.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace Qt::StringLiterals;

TEST(Email, IsComparedInLowerCase) {
    const Email email = parseEmail(u" Anna.Jones@Mail.Example ");
    EXPECT_TRUE(email.plausible);
    EXPECT_EQ(email.normalised, u"anna.jones@mail.example"_s);
}

TEST(Email, IsTakenOutOfItsWrapping) {
    EXPECT_EQ(parseEmail(u"Anna Jones <anna@mail.example>").normalised, u"anna@mail.example"_s);
    EXPECT_EQ(parseEmail(u"mailto:anna@mail.example").normalised, u"anna@mail.example"_s);
    EXPECT_EQ(parseEmail(u"anna@mail.example.").normalised, u"anna@mail.example"_s);
}

TEST(Email, KnowsInternationalDomainsByTheirAsciiForm) {
    const Email email = parseEmail(u"info@Müller.example");
    EXPECT_TRUE(email.plausible);
    EXPECT_EQ(email.normalised, u"info@xn--mller-kva.example"_s);
    EXPECT_TRUE(parseEmail(u"почта@пример.рф").plausible);
}

TEST(Email, MayHaveAnyUsualLocalPart) {
    for (const QStringView good :
         {u"a@b.example", u"a.b+tag@sub.example", u"o'brien@x.example", u"\"a b\"@x.example", u"a_b-c=d@x-y.example"})
        EXPECT_TRUE(parseEmail(good).plausible) << good.toString().toStdString();
}

TEST(Email, IsNotPlausibleWhenItCannotArrive) {
    for (const QStringView bad :
         {u"", u"anna", u"@x.example", u"anna@", u"anna@host", u"a b@x.example", u"a..b@x.example", u".a@x.example",
          u"a@b@x.example", u"a@-x.example", u"a@x..example", u"a@x_y.example", u"a@x.example, b@x.example"})
        EXPECT_FALSE(parseEmail(bad).plausible) << bad.toString().toStdString();
    EXPECT_FALSE(parseEmail(QString(65, u'a') + u"@x.example"_s).plausible);
}

TEST(Email, IsKeptWhenItIsNotPlausible) { EXPECT_EQ(parseEmail(u" Anna AT mail ").normalised, u"anna at mail"_s); }
