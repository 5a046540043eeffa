#include "sample_base.h"

#include "base/fold.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"
#include "segments/segment_repository.h"
#include "workspace/base.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

void derive(SavedSegment &segment, const workspace::DeriveContext &) { segment.nameFolded = fold(segment.name); }

class SegmentRepository : public testing::Test {
protected:
    void SetUp() override {
        auto catalogue = std::make_shared<workspace::RecordCatalogue>();
        catalogue->add(workspace::derivedEntry(&derive));
        workspace::OpenOptions options;
        options.userName = u"Tester"_s;
        options.pcId = u"pc-1"_s;
        options.cacheFolder = m_folder.filePath(u"cache"_s);
        options.catalogue = catalogue;
        auto base = workspace::Base::create(m_folder.filePath(u"test.kontor"_s), {}, options);
        ASSERT_TRUE(base) << qPrintable(base.error().message);
        m_base = std::move(*base);
        m_context = contextOf(*m_base);
    }

    Result<Id> save(const QString &name, const Rule &rule) {
        return m_base->write({u"segment"_s, "segment", {}},
                             [&](workspace::Recorder &recorder) { return saveSegment(recorder, name, rule, m_context); });
    }

    template <class F>
    Result<void> act(F closure) {
        return m_base->write({u"segment"_s, "segment", {}},
                             [&](workspace::Recorder &recorder) -> Result<void> { return closure(recorder); });
    }

    static Rule speaksOf(const QString &name) {
        return Rule{Match::All, {Node{Condition{.field = u"segment"_s, .op = Operator::Is, .values = {name}}}}};
    }
    static Rule inCity(const QString &city) {
        return Rule{Match::All, {Node{Condition{.field = u"city"_s, .op = Operator::Is, .values = {city}}}}};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Base> m_base;
    Context m_context;
};

} // namespace

TEST_F(SegmentRepository, KeepsARuleByItsName) {
    const auto id = save(u"  Near by "_s, inCity(u"Lund"_s));
    ASSERT_TRUE(id) << qPrintable(id.error().message);
    const auto found = requireSegment(m_base->database(), u"NEAR BY"_s);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, *id);
    EXPECT_EQ(found->name, u"Near by"_s);
    EXPECT_TRUE(ruleOf(m_base->database(), *found, m_context).value_or({}) == inCity(u"Lund"_s));
    const auto again = save(u"near by"_s, inCity(u"Malmö"_s));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *id);
    EXPECT_EQ(allSegments(m_base->database()).value_or({}).size(), 1);
}

TEST_F(SegmentRepository, RefusesWhatCouldNotBeAnswered) {
    EXPECT_EQ(save(u" "_s, inCity(u"Lund"_s)).error().field, "name");
    EXPECT_EQ(save(u"Bad"_s, Rule{Match::All, {Node{Condition{.field = u"town"_s}}}}).error().field, "rules[0].field");
    EXPECT_EQ(save(u"Self"_s, speaksOf(u"SELF"_s)).error().field, "rules[0].value");
    ASSERT_TRUE(save(u"One"_s, inCity(u"Lund"_s)));
    ASSERT_TRUE(save(u"Two"_s, speaksOf(u"One"_s)));
    EXPECT_EQ(save(u"One"_s, speaksOf(u"Two"_s)).error().code, Code::Invalid); // it would contain itself through the other
    EXPECT_EQ(requireSegment(m_base->database(), u"Self"_s).error().code, Code::NotFound);
}

TEST_F(SegmentRepository, RenamingASegmentChangesTheRulesThatSpeakOfIt) {
    const auto one = save(u"One"_s, inCity(u"Lund"_s));
    ASSERT_TRUE(one);
    ASSERT_TRUE(save(u"Two"_s, speaksOf(u"one"_s)));
    EXPECT_EQ(act([&](workspace::Recorder &recorder) { return renameSegment(recorder, *one, u"two"_s); }).error().field, "name");
    ASSERT_TRUE(act([&](workspace::Recorder &recorder) { return renameSegment(recorder, *one, u"First"_s); }));
    const auto two = requireSegment(m_base->database(), u"Two"_s);
    ASSERT_TRUE(two);
    EXPECT_TRUE(two->rule.contains("First"_L1));
    const auto rule = ruleOf(m_base->database(), *two, m_context);
    ASSERT_TRUE(rule);
    EXPECT_TRUE(count(m_base->database(), *rule, m_context));
}

TEST_F(SegmentRepository, ASegmentThatAnotherSpeaksOfStaysOutOfTheTrash) {
    const auto one = save(u"One"_s, inCity(u"Lund"_s));
    const auto two = save(u"Two"_s, speaksOf(u"one"_s));
    ASSERT_TRUE(one && two);
    EXPECT_EQ(act([&](workspace::Recorder &recorder) { return trashSegment(recorder, *one); }).error().code, Code::Refused);
    ASSERT_TRUE(act([&](workspace::Recorder &recorder) { return trashSegment(recorder, *two); }));
    ASSERT_TRUE(act([&](workspace::Recorder &recorder) { return trashSegment(recorder, *one); }));
    EXPECT_TRUE(allSegments(m_base->database()).value_or({SavedSegment{}}).isEmpty());
    EXPECT_TRUE(save(u"One"_s, inCity(u"Ystad"_s))); // the name is free again
}

TEST_F(SegmentRepository, PinningIsKept) {
    const auto one = save(u"One"_s, inCity(u"Lund"_s));
    ASSERT_TRUE(one);
    ASSERT_TRUE(act([&](workspace::Recorder &recorder) { return pinSegment(recorder, *one, true); }));
    EXPECT_TRUE(requireSegment(m_base->database(), u"one"_s).value_or({}).pinned);
}

} // namespace kontor::segments::test
