#include "sample_data/sample_maker.h"

#include "base/partial_date.h"
#include "base/phone.h"
#include "segments/rule_json.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::sample_data;

namespace {

constexpr int kCount = 120;

Clock clockAt(const QString &iso) {
    Clock clock;
    clock.zone = timeZoneNamed(u"Europe/Berlin"_s);
    clock.fixedNow = clock.fromIso(iso);
    return clock;
}

SampleMaker maker(const QString &language, quint32 seed = 1, const QString &now = u"2026-03-09T14:00:00"_s) {
    return SampleMaker(loadWords(language).value_or(Words()), {seed, u"DE"_s, u"EUR"_s, clockAt(now)});
}

QList<SampleCustomer> sample(const SampleMaker &maker) {
    QList<SampleCustomer> made;
    for (int i = 0; i < kCount; ++i)
        made << maker.customer(i);
    return made;
}

template <class R>
QList<db::Values> valuesOfAll(const QList<R> &records) {
    QList<db::Values> all;
    for (const R &record : records)
        all << db::valuesOf(record);
    return all;
}

} // namespace

TEST(Sample, IsTheSameForTheSameSeedAndDay) {
    const SampleMaker one = maker(u"de"_s, 5);
    const SampleMaker two = maker(u"de"_s, 5);
    for (int i = 0; i < 50; ++i) {
        const SampleCustomer a = one.customer(i);
        const SampleCustomer b = two.customer(i);
        EXPECT_EQ(db::valuesOf(a.customer), db::valuesOf(b.customer));
        EXPECT_EQ(valuesOfAll(a.points), valuesOfAll(b.points));
        EXPECT_EQ(valuesOfAll(a.interactions), valuesOfAll(b.interactions));
        EXPECT_EQ(valuesOfAll(a.tasks), valuesOfAll(b.tasks));
        EXPECT_EQ(a.tags, b.tags);
    }
}

TEST(Sample, IsAnotherForAnotherSeed) {
    EXPECT_NE(maker(u"de"_s, 1).customer(1).customer.name, maker(u"de"_s, 2).customer(1).customer.name);
}

TEST(Sample, HasAboutFiveInteractionsAndTwoPurchasesEach) {
    qsizetype interactions = 0;
    qsizetype purchases = 0;
    for (const SampleCustomer &made : sample(maker(u"en"_s))) {
        interactions += made.interactions.size();
        purchases += made.purchases.size();
    }
    EXPECT_NEAR(double(interactions) / kCount, 5.0, 0.8);
    EXPECT_NEAR(double(purchases) / kCount, 2.2, 0.5);
}

TEST(Sample, NothingHappenedInTheFutureOrBeforeTheCustomerCame) {
    const Clock clock = clockAt(u"2026-03-09T08:00:00"_s);
    for (const SampleCustomer &made : sample(maker(u"sv"_s, 3, u"2026-03-09T08:00:00"_s))) {
        for (const Interaction &interaction : made.interactions) {
            EXPECT_LT(interaction.at, clock.now());
            EXPECT_LT(made.customer.createdAt, interaction.at);
        }
        for (const SamplePurchase &bought : made.purchases)
            EXPECT_LE(bought.purchase.purchasedOn, u"2026-03-09"_s);
        for (const Consent &consent : made.consents)
            EXPECT_LE(consent.decidedAt, clock.now());
        for (const Task &task : made.tasks)
            EXPECT_LT(task.createdAt, clock.now());
    }
}

TEST(Sample, HasWorkForTodayAndBirthdaysSoon) {
    const QDate today(2026, 3, 9);
    int late = 0;
    int withTime = 0;
    int soon = 0;
    int leapDays = 0;
    int lately = 0;
    for (const SampleCustomer &made : sample(maker(u"en"_s))) {
        for (const Task &task : made.tasks) {
            late += !task.doneAt && task.dueOn < today.toString(Qt::ISODate);
            withTime += task.dueAt && task.dueOn == today.toString(Qt::ISODate);
        }
        if (const auto birthday = parsePartialDate(made.customer.birthdayOn)) {
            soon += today.daysTo(nextAnniversary(*birthday, today)) <= 14;
            leapDays += birthday->month == 2 && birthday->day == 29;
        }
        lately += !made.interactions.isEmpty() &&
                  clockAt(u"2026-03-09T14:00:00"_s).dateOf(made.interactions.last().at).daysTo(today) <= 3;
    }
    EXPECT_GE(late, 5);
    EXPECT_GE(withTime, 3);
    EXPECT_GE(soon, 8);
    EXPECT_GE(leapDays, 4);
    EXPECT_GE(lately, 5);
}

TEST(Sample, PeopleWorkAtAnOrganisationThatComesBeforeThem) {
    const QList<SampleCustomer> made = sample(maker(u"ru"_s));
    int working = 0;
    for (int i = 0; i < made.size(); ++i) {
        if (!made[i].employer)
            continue;
        ++working;
        ASSERT_LT(*made[i].employer, i);
        const Customer &employer = made[*made[i].employer].customer;
        EXPECT_EQ(employer.kind, u"organisation"_s);
        EXPECT_EQ(made[i].customer.company, employer.name);
        EXPECT_EQ(made[i].relations.first().kind, u"works_at"_s);
    }
    EXPECT_GE(working, 20);
}

TEST(Sample, PhonesAreNumbersAndMailIsUnderAnExampleDomain) {
    for (const QString &language : sampleLanguages()) {
        SCOPED_TRACE(language.toStdString());
        const Words words = loadWords(language).value_or(Words());
        const SampleMaker at(words, {1, words.country, u"EUR"_s, clockAt(u"2026-03-09T14:00:00"_s)});
        for (const SampleCustomer &made : sample(at)) {
            EXPECT_FALSE(made.points.isEmpty());
            for (const ContactPoint &point : made.points) {
                if (point.kind == u"phone"_s) {
                    EXPECT_TRUE(parsePhone(point.value, words.country).normalised.startsWith(words.callingCode))
                        << point.value.toStdString();
                } else if (point.kind == u"email"_s) {
                    EXPECT_TRUE(point.value.endsWith(u".example"_s)) << point.value.toStdString();
                }
            }
        }
    }
}

TEST(Sample, WritesNumbersWithCountryCodeInABaseOfAnotherCountry) {
    for (const SampleCustomer &made : sample(maker(u"sv"_s))) {
        for (const ContactPoint &point : made.points) {
            const bool isPhone = point.kind == u"phone"_s;
            EXPECT_EQ(point.value.startsWith(u"+46 "_s), isPhone) << point.value.toStdString();
        }
    }
}

TEST(Sample, SegmentRulesAreRead) {
    for (const QString &language : sampleLanguages()) {
        const auto segments = maker(language).segments();
        EXPECT_EQ(segments.size(), 6);
        QSet<QString> names;
        for (const segments::SavedSegment &segment : segments) {
            const auto rule = segments::parseRule(segment.rule.toUtf8());
            EXPECT_TRUE(rule.has_value()) << segment.rule.toStdString();
            names << segment.name;
        }
        EXPECT_EQ(names.size(), segments.size());
        EXPECT_FALSE(names.contains(QString()));
    }
}

TEST(Sample, PricesFitTheCurrency) {
    const Words words = loadWords(u"ru"_s).value_or(Words());
    const SampleMaker roubles(words, {1, u"RU"_s, u"RUB"_s, clockAt(u"2026-03-09T14:00:00"_s)});
    const SampleMaker yen(words, {1, u"RU"_s, u"JPY"_s, clockAt(u"2026-03-09T14:00:00"_s)});
    EXPECT_EQ(roubles.products().first().price, 289 * 100 * 100);
    EXPECT_EQ(yen.products().first().price, 289 * 160);
}
