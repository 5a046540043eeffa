#include "sample_data/sample_writer.h"

#include "customers/customer.h"
#include "records/all_records.h"
#include "sample_data/sample_words.h"
#include "segments/catalogue.h"
#include "segments/rule_json.h"
#include "segments/saved_segment.h"
#include "workspace/undo.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using workspace::Base;

namespace {

class SampleBase : public testing::Test {
protected:
    std::unique_ptr<Base> make(const QString &name, const QString &language = u"en"_s) {
        workspace::OpenOptions options{u"tester"_s, u"pc"_s, u"pc"_s, m_folder.filePath(u"cache"_s), false, records::catalogue()};
        auto base = Base::create(m_folder.filePath(name), {u"GB"_s, u"GBP"_s, u"Europe/London"_s, language}, options);
        EXPECT_TRUE(base.has_value());
        if (!base)
            return nullptr;
        Clock clock = (*base)->clock();
        clock.fixedNow = clock.fromIso(u"2026-03-09T14:00:00"_s);
        (*base)->setClock(clock);
        return std::move(*base);
    }

    static qint64 number(Base &base, const QString &sql) {
        const auto value = base.database().single(sql);
        EXPECT_TRUE(value.has_value()) << sql.toStdString();
        return value ? value->integer() : -1;
    }

    static QString text(Base &base, const QString &sql) {
        const auto value = base.database().single(sql);
        EXPECT_TRUE(value.has_value()) << sql.toStdString();
        return value ? value->text() : QString();
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(SampleBase, HasTheCustomersThatWereAskedFor) {
    const auto base = make(u"a.kontor"_s);
    ASSERT_TRUE(base);
    ASSERT_TRUE(sample_data::generateSample(*base, 250));
    EXPECT_EQ(number(*base, u"SELECT count(*) FROM customer"_s), 250);
    EXPECT_NEAR(double(number(*base, u"SELECT count(*) FROM interaction"_s)), 250 * 5, 150);
    EXPECT_GT(number(*base, u"SELECT count(*) FROM relation WHERE kind = 'works_at' AND other_id IS NOT NULL"_s), 40);
    EXPECT_GT(number(*base, u"SELECT count(*) FROM customer WHERE bought_total > 0 AND last_contact_at > 0"_s), 50);
    EXPECT_GT(number(*base, u"SELECT count(*) FROM customer WHERE next_due_on <> ''"_s), 50);
    EXPECT_EQ(number(*base, u"SELECT count(*) FROM contact_point WHERE normalised = ''"_s), 0);
    EXPECT_EQ(number(*base, u"SELECT count(*) FROM interaction WHERE kind = 'call' AND contact_point_id IS NULL"_s), 0);
}

TEST_F(SampleBase, RelatesPeopleToTheOrganisationTheyWorkAt) {
    const auto base = make(u"a.kontor"_s);
    ASSERT_TRUE(base);
    ASSERT_TRUE(sample_data::generateSample(*base, 120));
    EXPECT_EQ(
        number(*base,
               u"SELECT count(*) FROM relation r JOIN customer p ON p.id = r.customer_id JOIN customer o ON o.id = r.other_id "
               "WHERE r.kind = 'works_at' AND p.company <> o.name"_s),
        0);
}

TEST_F(SampleBase, IsTheSameTwice) {
    const auto one = make(u"a.kontor"_s, u"fa"_s);
    const auto two = make(u"b.kontor"_s, u"fa"_s);
    ASSERT_TRUE(one && two);
    ASSERT_TRUE(sample_data::generateSample(*one, 30, 4));
    ASSERT_TRUE(sample_data::generateSample(*two, 30, 4));
    for (const QString &sql : {u"SELECT group_concat(id || name || street || created_at, ',') FROM customer"_s,
                               u"SELECT group_concat(customer_id || value || normalised, ',') FROM contact_point"_s,
                               u"SELECT group_concat(customer_id || at || kind || text, ',') FROM interaction"_s,
                               u"SELECT group_concat(customer_id || purchased_on || amount, ',') FROM purchase"_s})
        EXPECT_EQ(text(*one, sql), text(*two, sql));
}

TEST_F(SampleBase, IsOneFinishedOperation) {
    const auto base = make(u"a.kontor"_s);
    ASSERT_TRUE(base);
    ASSERT_TRUE(sample_data::generateSample(*base, 150));
    EXPECT_EQ(number(*base, u"SELECT count(*) FROM operation WHERE kind = 'sample' AND state = 'done'"_s), 1);
    EXPECT_EQ(number(*base, u"SELECT count(*) FROM operation WHERE state = 'running'"_s), 0);
}

TEST_F(SampleBase, TakesALineOfHistoryForEachRangeAndNotForEachRecord) {
    const auto base = make(u"a.kontor"_s);
    ASSERT_TRUE(base);
    ASSERT_TRUE(sample_data::generateSample(*base, 1'000));
    EXPECT_GT(number(*base, u"SELECT count(*) FROM interaction"_s), 4'000);
    EXPECT_LT(number(*base, u"SELECT count(*) FROM change"_s), 300);
}

TEST_F(SampleBase, IsTakenBackAsOne) {
    const auto base = make(u"a.kontor"_s);
    ASSERT_TRUE(base);
    ASSERT_TRUE(sample_data::generateSample(*base, 60));
    const auto last = base->lastOperationId();
    ASSERT_TRUE(last && *last > 0);
    ASSERT_TRUE(workspace::undo(*base, *last));
    for (const QString &table : {u"customer"_s, u"interaction"_s, u"task"_s, u"purchase"_s, u"tag"_s, u"relation"_s})
        EXPECT_EQ(number(*base, u"SELECT count(*) FROM "_s + table), 0) << table.toStdString();
}

TEST_F(SampleBase, IsEmptyAgainWhenTheMakingWasStopped) {
    const auto base = make(u"a.kontor"_s);
    ASSERT_TRUE(base);
    int calls = 0;
    const auto result = sample_data::generateSample(*base, 1'200, 1, [&](int) { return ++calls < 2; });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Code::Cancelled);
    EXPECT_EQ(calls, 2);
    EXPECT_EQ(number(*base, u"SELECT count(*) FROM customer"_s), 0);
    EXPECT_EQ(number(*base, u"SELECT count(*) FROM tag"_s), 0);
}

TEST_F(SampleBase, SegmentsFitTheCatalogueOfTheBase) {
    for (const QString &language : sample_data::sampleLanguages()) {
        const auto base = make(language + u".kontor"_s, language);
        ASSERT_TRUE(base);
        ASSERT_TRUE(sample_data::generateSample(*base, 20));
        const auto catalogue = segments::Catalogue::load(base->database());
        ASSERT_TRUE(catalogue);
        const auto saved = db::select<segments::SavedSegment>(base->database(), u"1 ORDER BY position"_s);
        ASSERT_TRUE(saved);
        EXPECT_EQ(saved->size(), 6);
        for (const segments::SavedSegment &segment : *saved) {
            const auto rule = segments::readRule(segment.rule.toUtf8(), *catalogue);
            EXPECT_TRUE(rule.has_value()) << segment.rule.toStdString() << (rule ? "" : rule.error().message.toStdString());
        }
    }
}
