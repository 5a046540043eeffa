#include "customers/card_field.h"
#include "customers/place_names.h"
#include "interactions/timeline_entry.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <gtest/gtest.h>

namespace kontor::tests {

using namespace Qt::StringLiterals;

namespace {

ui::Formats formatsOn(QDate today) {
    Clock clock;
    clock.fixedNow = Instant{QDateTime(today, QTime(14, 5), QTimeZone::utc()).toMSecsSinceEpoch()};
    return ui::Formats(QLocale(u"en_GB"_s), clock, u"EUR"_s);
}

QString birthday(const QString &typed) {
    ui::CardField field;
    field.kind = db::FieldKind::Date;
    return ui::storedForm(field, typed, formatsOn({2026, 3, 9}));
}

Interaction entry(qint64 id, QDate day) {
    Interaction interaction;
    interaction.id = Id{id};
    interaction.kind = u"call"_s;
    interaction.outcome = u"reached"_s;
    interaction.at = Instant{QDateTime(day, QTime(14, 5), QTimeZone::utc()).toMSecsSinceEpoch()};
    return interaction;
}

PurchaseLine purchase(qint64 id, QDate day) {
    PurchaseLine line;
    line.purchase.id = Id{id};
    line.purchase.purchasedOn = day.toString(Qt::ISODate);
    line.purchase.amount = 1'445'000;
    return line;
}

QStringList summaries(const ui::TimelineContent &content) {
    const ui::Formats formats = formatsOn({2026, 3, 9});
    QStringList words;
    for (const ui::TimelineEntry &row : ui::timelineEntries(content, formats))
        words << withoutIsolates(row.kind == ui::TimelineEntry::Kind::Heading ? row.heading
                                                                                   : ui::timelineWords(row, formats).title);
    return words;
}

} // namespace

TEST(CardField, CountriesAndLabelsAreWordsOfPeople) {
    EXPECT_EQ(ui::countryName(u"GB"_s, QLocale(u"en_GB"_s)), u"United Kingdom"_s);
    EXPECT_EQ(ui::countryName(u"IR"_s, QLocale(u"fa_IR"_s)), u"ایران"_s);
    EXPECT_EQ(ui::countryName(u"GB"_s, QLocale(u"sv_SE"_s)), u"United Kingdom"_s);
    EXPECT_EQ(ui::countryName(u"Wales"_s, QLocale(u"en_GB"_s)), u"Wales"_s);
    EXPECT_EQ(ui::countryName(QString(), QLocale(u"en_GB"_s)), QString());
    EXPECT_EQ(ui::pointLabelText(u"mobile"_s), u"Mobile"_s);
    EXPECT_EQ(ui::pointLabelText(u"WhatsApp"_s), u"WhatsApp"_s);
    EXPECT_EQ(ui::pointLabelText(u"bei der Mutter"_s), u"bei der Mutter"_s);
}

TEST(CardField, BirthdaysAreTypedAsPeopleWriteThem) {
    EXPECT_EQ(birthday(u"14 May 1980"_s), u"1980-05-14"_s);
    EXPECT_EQ(birthday(u"14.5.1980"_s), u"1980-05-14"_s);
    EXPECT_EQ(birthday(u"14/05/80"_s), u"1980-05-14"_s);
    EXPECT_EQ(birthday(u"14.5.08"_s), u"2008-05-14"_s);
    EXPECT_EQ(birthday(u"14 May"_s), u"--05-14"_s);
    EXPECT_EQ(birthday(u"--05-14"_s), u"--05-14"_s);
    EXPECT_EQ(birthday(u""_s), u""_s);
    EXPECT_EQ(birthday(u"in spring"_s), u"in spring"_s) << "the core says what is wrong with it";
}

TEST(Timeline, PlannedStandsFirstThenTheNewestByMonth) {
    ui::TimelineContent content;
    Task task;
    task.id = Id{1};
    task.title = u"Send offer"_s;
    task.dueOn = u"2026-03-06"_s;
    content.tasks = {task};
    content.interactions = {entry(2, {2026, 3, 9}), entry(3, {2026, 2, 1})};
    content.purchases = {purchase(4, {2026, 3, 2}), purchase(5, {2025, 12, 31})};
    EXPECT_EQ(summaries(content),
              (QStringList{u"Planned"_s, u"Send offer"_s, u"March 2026"_s, u"Call, reached"_s, u"Purchase €14,450"_s,
                           u"February 2026"_s, u"Call, reached"_s, u"December 2025"_s, u"Purchase €14,450"_s}));
}

TEST(Timeline, PurchasesOlderThanTheLoadedEntriesWaitForTheNextPage) {
    ui::TimelineContent content;
    content.interactions = {entry(2, {2026, 3, 9})};
    content.purchases = {purchase(5, {2025, 12, 31})};
    content.hasMore = true;
    EXPECT_EQ(summaries(content), (QStringList{u"March 2026"_s, u"Call, reached"_s}));
}

} // namespace kontor::tests
