#include "segments/pinned_segments.h"

#include "customers/customer_repository.h"
#include "main_window/navigation.h"
#include "main_window/page_table.h"
#include "segments/rule_json.h"
#include "segments/segment_list_model.h"
#include "segments/segment_memory.h"
#include "segments/segment_overview.h"
#include "segments/segment_repository.h"
#include "segments/segments_page.h"
#include "segments/segments_view.h"
#include "support/statement_log.h"
#include "support/window_driver.h"
#include "today/today_page.h"
#include "today/today_view.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

const QString kCity = u"Lund-by-the-lake"_s; // nothing else asks for it

class PinnedSegmentsTest : public testing::Test {
protected:
    void addCustomer(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.customer.city = kCity;
        valueOf(m_base->write({u"add"_s, "customer", {}},
                              [&](workspace::Recorder &recorder) { return kontor::addCustomer(recorder, draft); }));
    }
    void pinSegment() {
        const segments::Context context{m_base->clock(), u"EUR"_s, u"SE"_s, u"en"_s};
        const auto rule = segments::parseRule(
            uR"({"version": 1, "match": "all", "rules": [{"field": "city", "op": "is", "value": "%1"}]})"_s.arg(kCity).toUtf8());
        ASSERT_TRUE(bool(rule));
        expectDone(m_base->write({u"segment"_s, "segment", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
            TRY(id, segments::saveSegment(recorder, u"At the lake"_s, *rule, context));
            return segments::pinSegment(recorder, id, true);
        }));
    }
    ui::NavigationItem *item() {
        for (auto *item : m_driver->window().navigation()->findChildren<ui::NavigationItem *>())
            if (item->accessibleName().startsWith(u"At the lake"_s))
                return item;
        return nullptr;
    }
    QString inNavigation() { return item() ? item()->accessibleName() : QString(); }
    bool standsOnToday(const QString &count) {
        for (const ui::TodayRow &row : m_driver->window().findChild<ui::TodayView *>()->today()->rows())
            if (row.kind == ui::TodayRow::Kind::Hint && row.text.contains(u"At the lake"_s) && row.text.endsWith(count))
                return true;
        return false;
    }

    TemporaryBase m_base;
    std::unique_ptr<WindowDriver> m_driver;
    // What was asked in the background has been answered.
    bool isQuiet() {
        bool isAnswered = false;
        m_driver->window().workspace()->read(
            &m_driver->window(), [](db::Database &) -> Result<int> { return 0; }, [&](const Result<int> &) { isAnswered = true; },
            workspace::Urgency::Background);
        return m_driver->waitFor([&] { return isAnswered; });
    }
};

} // namespace

TEST_F(PinnedSegmentsTest, AreCountedOnceAfterAChangeWhoeverShowsThem) {
    addCustomer(u"Anna"_s);
    pinSegment();
    StatementLog log;
    m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
    ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
    ASSERT_TRUE(m_driver->waitFor([&] { return inNavigation().contains(u", 1 "_s) && standsOnToday(u"1"_s); }))
        << inNavigation().toStdString();
    ASSERT_TRUE(isQuiet()) << "nothing of the beginning is on its way";
    log.clear();
    addCustomer(u"Lars"_s);
    m_driver->window().workspace()->checkForChanges();
    ASSERT_TRUE(m_driver->waitFor([&] { return inNavigation().contains(u", 2 "_s) && standsOnToday(u"2"_s); }));
    ASSERT_TRUE(isQuiet()) << "what Today asks beside it has come too";
    EXPECT_EQ(log.count(QRegularExpression(u"^SELECT count.*"_s + kCity, QRegularExpression::DotMatchesEverythingOption)), 1);
}

TEST_F(PinnedSegmentsTest, AreUsedAlsoWhenTheyAreOpenedFromTheNavigation) {
    addCustomer(u"Anna"_s);
    pinSegment();
    m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
    ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
    ASSERT_TRUE(m_driver->waitFor([&] { return item() && standsOnToday(u"1"_s); }));
    const Id segment = valueOf(segments::requireSegment(m_base->database(), u"At the lake"_s)).id;
    const auto usedAt = [&] {
        return ui::SegmentMemory(ui::SegmentMemory::fileFor(m_driver->window().workspace()->baseId())).lastUsed(segment);
    };
    EXPECT_FALSE(usedAt().has_value());
    item()->click();
    EXPECT_TRUE(usedAt().has_value());
    m_driver->window().go({ui::page::kSegments});
    const auto *overview = m_driver->window().findChild<ui::SegmentsPage *>()->view()->overview();
    ASSERT_TRUE(m_driver->waitFor([&] { return overview->model()->indexOf(segment).isValid(); }));
    EXPECT_TRUE(overview->model()->lineAt(overview->model()->indexOf(segment))->usedAt.has_value());
}
