#include "exchange/charset.h"
#include "exchange/text_source.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

QByteArray utf16(const QString &text, bool bigEndian) {
    QByteArray bytes;
    for (QChar c : text) {
        const char high = char(c.unicode() >> 8), low = char(c.unicode() & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

QByteArray utf32(const QString &text, bool bigEndian) {
    QByteArray bytes;
    for (uint c : text.toUcs4()) {
        for (int i = 0; i < 4; ++i)
            bytes += char(c >> 8 * (bigEndian ? 3 - i : i) & 0xFF);
    }
    return bytes;
}

// Cyrillic letters of windows-1251, for fixtures without a converter.
QByteArray windows1251(const QString &text) {
    QByteArray bytes;
    for (QChar c : text) {
        const char16_t u = c.unicode();
        if (u < 0x80)
            bytes += char(u);
        else if (u >= u'А' && u <= u'я')
            bytes += char(u - u'А' + 0xC0);
        else
            bytes += u == u'ё' ? '\xB8' : u == u'Ё' ? '\xA8' : '?';
    }
    return bytes;
}

QString readAll(const QByteArray &bytes, const QString &language) {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"file.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return u"not written"_s;
    file.close();
    auto source = TextSource::open(path, language);
    if (!source)
        return source.error().message;
    QString text;
    while (true) {
        auto more = (*source)->read(text);
        if (!more)
            return more.error().message;
        if (!*more)
            return text;
    }
}

const QString kRussian = u"имя;город\r\nПётр Ёлкин;Москва\r\nАнна Иванова;Нижний Новгород\r\n"_s;
const QString kGerman = u"Name;Ort\nJürgen Groß;Köln\nÅsa Öberg;Malmö\n"_s;

} // namespace

TEST(Charset, IsNamedByTheByteOrderMarkWhichIsNoText) {
    EXPECT_EQ(readAll("\xEF\xBB\xBF" + kRussian.toUtf8(), u"en"_s), kRussian);
    EXPECT_EQ(readAll("\xFF\xFE" + utf16(kRussian, false), u"en"_s), kRussian);
    EXPECT_EQ(readAll("\xFE\xFF" + utf16(kRussian, true), u"en"_s), kRussian);
    EXPECT_EQ(readAll(QByteArray("\xFF\xFE\0\0", 4) + utf32(kRussian, false), u"en"_s), kRussian);
    EXPECT_EQ(readAll(QByteArray("\0\0\xFE\xFF", 4) + utf32(kRussian, true), u"en"_s), kRussian);
}

TEST(Charset, IsSeenFromZeroBytesWithoutAMark) {
    for (const QString &text : {kRussian, kGerman, u"a,1\r\n2,3\r\n"_s, u"名,市\n王伟,上海\n"_s}) {
        EXPECT_EQ(readAll(utf16(text, false), u"en"_s), text);
        EXPECT_EQ(readAll(utf16(text, true), u"en"_s), text);
        EXPECT_EQ(readAll(utf32(text, false), u"en"_s), text);
        EXPECT_EQ(readAll(utf32(text, true), u"en"_s), text);
    }
}

TEST(Charset, IsWhatTheBytesAreWhereTheMarkIsOfAnother) {
    EXPECT_EQ(readAll("\xFE\xFF" + utf32(kGerman, false), u"en"_s), kGerman);
    EXPECT_EQ(readAll("\xFE\xFF" + utf16(kGerman, false), u"en"_s), kGerman);
}

TEST(Charset, IsUtf8WhereTheBytesSaySoInEveryLanguage) {
    for (const char *language : {"en", "ru", "zh", "fa"})
        EXPECT_EQ(readAll(kGerman.toUtf8(), QString::fromLatin1(language)), kGerman);
}

TEST(Charset, OfOneByteIsUtf8) {
    EXPECT_EQ(detectCharset("x", true, u"en"_s).name, "UTF-8");
    EXPECT_EQ(detectCharset("", true, u"en"_s).name, "UTF-8");
}

TEST(Charset, StaysUtf8WhenAFewBytesAreSpoilt) {
    QByteArray bytes = kRussian.toUtf8().repeated(5);
    bytes.insert(30, '\xFF');
    EXPECT_EQ(detectCharset(bytes, true, u"ru"_s).name, "UTF-8");
    EXPECT_FALSE(detectCharset(bytes, true, u"ru"_s).certain);
}

TEST(Charset, OfRussianWithoutAMarkIsWindows1251WhateverTheBasesLanguage) {
    for (const char *language : {"ru", "en", "de"})
        EXPECT_EQ(readAll(windows1251(kRussian), QString::fromLatin1(language)), kRussian) << language;
}

TEST(Charset, OfWesternTextWithoutAMarkIsWindows1252WhateverTheBasesLanguage) {
    for (const char *language : {"de", "en", "sv", "ru"})
        EXPECT_EQ(readAll(kGerman.toLatin1(), QString::fromLatin1(language)), kGerman) << language;
    EXPECT_EQ(readAll("name;price\nCaf\xE9 \x93Zola\x94;12 \x80\n", u"en"_s), u"name;price\nCafé “Zola”;12 €\n"_s);
}

TEST(Charset, OfOneLetterFollowsTheLanguageOfTheBase) {
    EXPECT_EQ(readAll("\xC5,1\n2,3\n", u"sv"_s), u"Å,1\n2,3\n"_s);
    EXPECT_EQ(readAll("\xC5,1\n2,3\n", u"ru"_s), u"Е,1\n2,3\n"_s);
}

TEST(Charset, IsJudgedByTheFirstForeignLetterHoweverLateItComes) {
    const QByteArray plain = QByteArray("name;city\n").repeated(200'000);
    EXPECT_TRUE(readAll(plain + windows1251(kRussian), u"ru"_s).endsWith(kRussian));
    EXPECT_TRUE(readAll(plain + kRussian.toUtf8(), u"ru"_s).endsWith(kRussian));
}

TEST(Charset, LetsLettersBeCutByTheEndOfAPiece) {
    const QString long_ = u"Ж"_s.repeated(700'001);
    EXPECT_EQ(readAll("x" + long_.toUtf8(), u"ru"_s), u'x' + long_);
}

TEST(Charset, LeavesOutNulCharacters) {
    EXPECT_EQ(readAll(QByteArray("col1|col2|col3\nval1|val\0002|val3\n", 31), u"en"_s), u"col1|col2|col3\nval1|val2|val3\n"_s);
}

TEST(TextSource, NamesFilesThatAreNoTable) {
    EXPECT_TRUE(readAll(QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), u"en"_s).contains(u"protected by a password"_s));
    EXPECT_TRUE(readAll("PK\x03\x04 and more", u"en"_s).contains(u"workbook"_s));
    EXPECT_TRUE(readAll("<?xml version='1.0'?><a/>", u"en"_s).contains(u"XML"_s));
    auto missing = TextSource::open(u"/nowhere/at/all.csv"_s, u"en"_s);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, Code::NotFound);
}

TEST(TextSource, ReadsTheSameTextAgainAfterRewinding) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file.csv"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF"
               "a;b\n");
    file.close();
    auto source = TextSource::open(file.fileName(), u"en"_s);
    ASSERT_TRUE(source);
    for (int round = 0; round < 2; ++round) {
        QString text;
        ASSERT_TRUE((*source)->read(text));
        EXPECT_EQ(text, u"a;b\n"_s);
        ASSERT_TRUE((*source)->rewind());
    }
}
