#include "sample_data/sample_names.h"
#include "sample_data/sample_words.h"

#include <QRegularExpression>
#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor::sample_data;

namespace {

Words wordsOf(const QString &language) {
    const auto words = loadWords(language);
    EXPECT_TRUE(words.has_value()) << language.toStdString();
    return words.value_or(Words());
}

bool isLatinWord(const QString &text) {
    static const QRegularExpression word(u"^[a-z0-9]+([.-]?[a-z0-9]+)*$"_s);
    return word.match(text).hasMatch();
}

} // namespace

TEST(SampleWords, AreWholeInEveryLanguage) {
    for (const QString &language : sampleLanguages()) {
        SCOPED_TRACE(language.toStdString());
        const Words words = wordsOf(language);
        EXPECT_EQ(words.language, language);
        EXPECT_EQ(words.country.size(), 2);
        EXPECT_EQ(words.familyOfWomen.size(), words.family.size());
        EXPECT_EQ(words.articles.size(), 10);
        EXPECT_GE(words.cities.size(), 4);
        EXPECT_EQ(words.segmentNames.size(), 6);
        for (const QString &kind : {u"call_in"_s, u"call_out"_s, u"email"_s, u"meeting"_s, u"visit"_s, u"message"_s, u"note"_s})
            EXPECT_GE(words.texts.value(kind).size(), 3) << kind.toStdString();
        EXPECT_EQ(words.texts.value(u"call_out"_s).size(), 5); // outcomes go with their places
        for (const QString &kind : {u"call"_s, u"email"_s, u"meeting"_s})
            EXPECT_FALSE(words.tasks.value(kind).isEmpty());
        for (const QStringList &list :
             {words.trades, words.streets, words.jobTitles, words.occupations, words.hobbies, words.industries, words.sources,
              words.likes, words.times, words.tags, words.customerNotes, words.dates, words.pets, words.consentWays}) {
            EXPECT_FALSE(list.isEmpty());
            EXPECT_FALSE(list.contains(QString()));
            EXPECT_EQ(QSet<QString>(list.begin(), list.end()).size(), list.size());
        }
    }
}

TEST(SampleWords, OfAnUnknownLanguageAreEnglish) { EXPECT_EQ(wordsOf(u"tlh"_s).language, u"en"_s); }

TEST(SampleWords, OfALanguageWithACountryAreOfTheLanguage) { EXPECT_EQ(wordsOf(u"zh_CN"_s).language, u"zh"_s); }

TEST(SampleNames, HaveLatinMailboxesInEveryScript) {
    for (const QString &language : sampleLanguages()) {
        const Words words = wordsOf(language);
        for (int i = 0; i < 200; ++i) {
            const QString mailbox = personName(words, 1, i).mailbox;
            EXPECT_TRUE(isLatinWord(mailbox)) << mailbox.toStdString();
            const QString domain = organisationName(words, 1, i).domain;
            EXPECT_TRUE(isLatinWord(domain)) << domain.toStdString();
        }
    }
}

TEST(SampleNames, RepeatOnlyAfterAllCombinations) {
    const Words words = wordsOf(u"en"_s);
    QSet<QString> people;
    QSet<QString> mailboxes;
    for (int i = 0; i < 1'200; ++i) {
        people << personName(words, 7, i).name;
        mailboxes << personName(words, 7, i).mailbox;
    }
    EXPECT_EQ(people.size(), 1'200);
    EXPECT_EQ(mailboxes.size(), 1'200);
    for (int i = 1'200; i < 3'000; ++i)
        mailboxes << personName(words, 7, i).mailbox;
    EXPECT_EQ(mailboxes.size(), 3'000);
}

TEST(SampleNames, OfRussianWomenEndAsTheyShould) {
    const Words words = wordsOf(u"ru"_s);
    for (int i = 0; i < 50; ++i) {
        const Person person = personName(words, 1, i);
        EXPECT_EQ(person.isWoman, person.family.endsWith(u'а')) << person.name.toStdString();
    }
}

TEST(SampleNames, OfOrganisationsDifferForALongTime) {
    for (const QString &language : sampleLanguages()) {
        const Words words = wordsOf(language);
        QSet<QString> names;
        for (int i = 0; i < 80; ++i)
            names << organisationName(words, 3, i).name;
        EXPECT_EQ(names.size(), 80) << language.toStdString();
    }
}

TEST(Slug, KeepsWhatAHostNameTakes) {
    EXPECT_EQ(slug(u"Alte Mühle"_s), u"alte-muhle"_s);
    EXPECT_EQ(slug(u"O'Brien"_s), u"obrien"_s);
}
