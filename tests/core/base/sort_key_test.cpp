#include "base/sort_key.h"

#include <QStringList>

#include <algorithm>
#include <gtest/gtest.h>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QStringList sorted(const QString &language, QStringList names) {
    const Collation collation(language);
    std::stable_sort(names.begin(), names.end(),
                     [&](const QString &a, const QString &b) { return collation.key(a) < collation.key(b); });
    return names;
}

} // namespace

TEST(Collation, PutsSwedishLettersAfterZ) {
    EXPECT_EQ(sorted(u"sv"_s, {u"Öberg"_s, u"Zorn"_s, u"Åström"_s, u"Ärlig"_s, u"Berg"_s}),
              (QStringList{u"Berg"_s, u"Zorn"_s, u"Åström"_s, u"Ärlig"_s, u"Öberg"_s}));
    EXPECT_EQ(sorted(u"de"_s, {u"Öberg"_s, u"Zorn"_s, u"Berg"_s}), (QStringList{u"Berg"_s, u"Öberg"_s, u"Zorn"_s}));
}

TEST(Collation, SortsRussianYoBesideYe) {
    EXPECT_EQ(sorted(u"ru"_s, {u"Жуков"_s, u"Ёлкин"_s, u"Ежов"_s}), (QStringList{u"Ежов"_s, u"Ёлкин"_s, u"Жуков"_s}));
}

TEST(Collation, SortsChineseByPronunciation) {
    EXPECT_EQ(sorted(u"zh_CN"_s, {u"张伟"_s, u"李明"_s, u"王伟"_s}), (QStringList{u"李明"_s, u"王伟"_s, u"张伟"_s}));
}

TEST(Collation, SortsPersianInItsOwnOrder) {
    EXPECT_EQ(sorted(u"fa"_s, {u"پاکزاد"_s, u"تهرانی"_s, u"بهرامی"_s}), (QStringList{u"بهرامی"_s, u"پاکزاد"_s, u"تهرانی"_s}));
}

TEST(Collation, IgnoresQuotesBeforeAName) {
    EXPECT_EQ(sorted(u"ru"_s, {u"Юла"_s, u"«Ромашка»"_s, u"Альфа"_s}), (QStringList{u"Альфа"_s, u"«Ромашка»"_s, u"Юла"_s}));
}

TEST(Collation, TellsCaseApartLast) {
    EXPECT_EQ(sorted(u"en"_s, {u"anna b"_s, u"Anna a"_s, u"anna"_s}), (QStringList{u"anna"_s, u"Anna a"_s, u"anna b"_s}));
}

TEST(Collation, TakesAnyTextAndLanguage) {
    const Collation unknown(u"tlh"_s);
    EXPECT_FALSE(unknown.key(u"Anna").isEmpty());
    EXPECT_TRUE(unknown.key(u"").isEmpty() || unknown.key(u"") < unknown.key(u"a"));
    EXPECT_LT(unknown.key(QString(500, u'a')), unknown.key(QString(500, u'b')));
    EXPECT_FALSE(Collation::version().isEmpty());
}
