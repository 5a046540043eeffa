#include "e2e/jobs_world.h"

#include "call_session/call_session_page.h"
#include "customers/card_fields_view.h"
#include "customers/customer_explain.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_table.h"
#include "main_window/navigation.h"
#include "segments/pair_list.h"
#include "segments/segment_list_model.h"
#include "segments/segment_overview.h"
#include "segments/segment_repository.h"
#include "segments/segments_view.h"
#include "tasks/task_repository.h"
#include "today/today_page.h"
#include "today/today_view.h"

#include <QListView>

namespace kontor::tests {

using namespace Qt::StringLiterals;

namespace {

void onAnnasCard(JobsWorld &world) { ASSERT_NE(world.openAnna(), nullptr); }

void onTheList(JobsWorld &world) {
    world.driver().press(Qt::Key_2, Qt::ControlModifier);
    const auto *model = world.driver().window().findChild<ui::CustomerListModel *>();
    ASSERT_TRUE(world.driver().waitFor([&] { return model && model->rowCount() > 0 && model->row(0); }));
}

void seeWhoRings(JobsWorld &world) {
    world.shortcut(Qt::Key_K, Qt::ControlModifier);
    world.value(u"1004512"_s);
    const ui::FindModel *model = world.driver().window().findBox()->model();
    ASSERT_TRUE(world.driver().waitFor([&] { return model->at(0) && model->at(0)->hit.customerId == world.anna; }));
}

void openWhoRings(JobsWorld &world) {
    seeWhoRings(world);
    world.shortcut(Qt::Key_Return);
    ASSERT_TRUE(world.driver().waitFor([&] {
        const auto *card = world.driver().card();
        return card && card->isVisible() && card->content().card.customer.id == world.anna;
    }));
}

void logACall(JobsWorld &world) {
    const qint64 tasks = world.count(u"task"_s);
    world.shortcut(Qt::Key_F7);
    world.shortcut(Qt::Key_3, Qt::AltModifier); // no answer
    world.shortcut(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(world.driver().waitFor([&] { return world.count(u"interaction"_s, u"outcome = 'no_answer'"_s) == 1; }));
    EXPECT_EQ(world.count(u"task"_s), tasks + 1);
}

void writeANote(JobsWorld &world) {
    world.shortcut(Qt::Key_F8);
    world.value(u"wants the spring price list"_s);
    world.shortcut(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(
        world.driver().waitFor([&] { return world.count(u"interaction"_s, u"text = 'wants the spring price list'"_s) == 1; }));
}

void planANextStep(JobsWorld &world) {
    world.shortcut(Qt::Key_T, Qt::ControlModifier);
    world.value(u"Call back tue 10:00"_s);
    world.shortcut(Qt::Key_Return);
    ASSERT_TRUE(world.driver().waitFor(
        [&] { return world.count(u"task"_s, u"title = 'Call back' AND kind = 'call' AND due_at IS NOT NULL"_s) == 1; }));
}

void addACustomer(JobsWorld &world) {
    world.shortcut(Qt::Key_N, Qt::ControlModifier);
    world.value(u"Ivan Sidorov"_s);
    world.valueAfterTab(u"070 555 66 77"_s);
    world.shortcut(Qt::Key_Return);
    ASSERT_TRUE(world.driver().waitFor([&] { return world.count(u"customer"_s, u"name = 'Ivan Sidorov'"_s) == 1; }));
    EXPECT_EQ(world.text(u"SELECT normalised FROM contact_point WHERE value = '070 555 66 77'"_s), u"+46705556677"_s);
}

QModelIndex fieldWith(const QAbstractItemModel &model, const QString &value) {
    const QModelIndexList found =
        model.match(model.index(0, 1), Qt::DisplayRole, value, 1, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QModelIndex() : found.first();
}

void correctAField(JobsWorld &world) {
    auto *fields = world.driver().window().findChild<ui::CardFieldsView *>();
    ASSERT_TRUE(world.driver().waitFor([&] { return fieldWith(*fields->model(), u"Malmö"_s).isValid(); }));
    const QModelIndex city = fieldWith(*fields->model(), u"Malmö"_s);
    fields->scrollTo(city);
    world.click(fields->viewport(), fields->visualRect(city).center());
    world.value(u"Lomma"_s);
    world.shortcut(Qt::Key_Return);
    ASSERT_TRUE(
        world.driver().waitFor([&] { return world.count(u"customer"_s, u"name = 'Anna Petrova' AND city = 'Lomma'"_s) == 1; }));
}

void buildASegment(JobsWorld &world) {
    auto *view = world.driver().window().findChild<ui::SegmentsView *>();
    world.shortcut(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(world.driver().waitFor([&] { return view->isBuilding(); }));
    world.value(u"bought in total"_s);
    world.driver().press(Qt::Key_Return); // the choice
    world.value(u"50000"_s);
    world.shortcut(Qt::Key_Return); // to the period
    world.driver().press(Qt::Key_Down);
    world.shortcut(Qt::Key_Down); // last calendar year
    world.shortcut(Qt::Key_Return);
    world.value(u"not contacted"_s);
    world.driver().press(Qt::Key_Return);
    world.value(u"90"_s);
    world.shortcut(Qt::Key_S, Qt::ControlModifier);
    world.value(u"Sleeping big buyers"_s);
    world.driver().press(Qt::Key_Return);
    ASSERT_TRUE(world.driver().waitFor([&] { return world.count(u"segment"_s, u"name = 'Sleeping big buyers'"_s) == 1; }));
}

void onSegments(JobsWorld &world) {
    world.driver().press(Qt::Key_4, Qt::ControlModifier);
    const auto *overview = world.driver().window().findChild<ui::SegmentOverview *>();
    ASSERT_TRUE(world.driver().waitFor([&] { return overview && overview->isVisible() && overview->model()->rowCount() > 0; }));
    overview->list()->setFocus();
}

void takeATemplate(JobsWorld &world) {
    world.shortcut(Qt::Key_4, Qt::ControlModifier);
    auto *view = world.driver().window().findChild<ui::SegmentsView *>();
    const auto *overview = world.driver().window().findChild<ui::SegmentOverview *>();
    ASSERT_TRUE(world.driver().waitFor([&] { return overview->isVisible() && overview->model()->rowCount() > 0; }));
    for (int row = 0; row < overview->model()->rowCount(); ++row)
        if (overview->model()->index(row).data().toString() == u"No contact for 90 days"_s)
            overview->list()->setCurrentIndex(overview->model()->index(row));
    overview->list()->setFocus();
    world.shortcut(Qt::Key_Return);
    ASSERT_TRUE(world.driver().waitFor([&] { return view->isBuilding(); }));
    world.shortcut(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(world.driver().waitFor([&] { return world.count(u"segment"_s, u"name = 'No contact for 90 days'"_s) == 1; }));
}

ui::NavigationItem *pinnedItem(JobsWorld &world) {
    for (auto *item : world.driver().window().findChildren<ui::NavigationItem *>())
        if (item->text() == u"In Lund"_s)
            return item;
    return nullptr;
}

void pinASegment(JobsWorld &world) {
    valueOf(world.base().write({u"segment"_s, "segment", {}}, [&](workspace::Recorder &recorder) -> Result<Id> {
        segments::Rule rule;
        segments::Condition condition;
        condition.field = u"city"_s;
        condition.values = {u"Lund"_s};
        rule.rules.push_back(segments::Node{condition});
        TRY(id, segments::saveSegment(recorder, u"In Lund"_s, rule, segments::contextOf(world.base())));
        TRY_VOID(segments::pinSegment(recorder, id, true));
        return id;
    }));
    world.driver().press(Qt::Key_F5); // what another program of this PC has written
    ASSERT_TRUE(world.driver().waitFor([&] { return pinnedItem(world) != nullptr; }));
}

void openAPinnedSegment(JobsWorld &world) {
    auto *item = pinnedItem(world);
    ASSERT_NE(item, nullptr);
    world.click(item, item->rect().center());
    const auto *model = world.driver().window().findChild<ui::CustomerListModel *>();
    const qint64 expected = world.count(u"customer"_s, u"city = 'Lund'"_s);
    ASSERT_TRUE(world.driver().waitFor([&] { return model->rowCount() == expected && model->row(0); }));
}

void amongThoseOfLund(JobsWorld &world) {
    onTheList(world);
    auto *list = world.driver().window().findChild<ui::CustomerListPanel *>();
    list->table()->filterHeader()->focusEditor(ui::customer_column::City);
    world.driver().type(u"lund"_s);
    const qint64 expected = world.count(u"customer"_s, u"city = 'Lund'"_s);
    ASSERT_TRUE(world.driver().waitFor([&] { return list->model()->rowCount() == expected && list->model()->row(0); }));
    world.driver().press(Qt::Key_Return); // to the rows
}

void askWhyHeIsHere(JobsWorld &world) {
    world.shortcut(Qt::Key_I, Qt::ControlModifier);
    const auto *window = &world.driver().window();
    ASSERT_TRUE(world.driver().waitFor([&] {
        const auto *explanation = window->findChild<ui::ExplainPopover *>();
        return explanation && !explanation->lines().pairs().isEmpty();
    }));
    EXPECT_TRUE(window->findChild<ui::ExplainPopover *>()->lines().pairs().first().value.contains(u"Lund"_s));
    world.driver().press(Qt::Key_Escape);
    world.driver().window().perform(ui::action::kClearFilter);
}

// Ctrl+F goes to the cell that was used last: the type, for somebody who looks at types.
void whoFiltersByType(JobsWorld &world) {
    onTheList(world);
    auto *list = world.driver().window().findChild<ui::CustomerListPanel *>();
    list->table()->filterHeader()->focusEditor(ui::customer_column::Lifecycle);
    world.driver().type(u"lead"_s);
    ASSERT_TRUE(world.driver().waitFor([&] { return list->isFiltered(); }));
    world.driver().window().perform(ui::action::kClearFilter);
}

void filterByTypeAndCity(JobsWorld &world) {
    const auto *model = world.driver().window().findChild<ui::CustomerListModel *>();
    world.shortcut(Qt::Key_F, Qt::ControlModifier);
    world.value(u"Cust"_s);
    world.shortcut(Qt::Key_Tab);
    world.value(u"malm"_s);
    const qint64 expected = world.count(u"customer"_s, u"city = 'Malmö' AND lifecycle = 'customer'"_s);
    EXPECT_TRUE(world.driver().waitFor([&] { return model->rowCount() == expected; }));
    world.driver().window().perform(ui::action::kClearFilter);
}

void recordAPurchase(JobsWorld &world) {
    world.shortcut(Qt::Key_B, Qt::ControlModifier);
    world.value(u"1450"_s);
    world.valueAfterTab(u"Mower"_s);
    world.shortcut(Qt::Key_Return);
    ASSERT_TRUE(world.driver().waitFor([&] { return world.count(u"purchase"_s, u"amount = 145000"_s) == 1; }));
}

void changeTheCity(JobsWorld &world) {
    onAnnasCard(world);
    correctAField(world);
    ASSERT_TRUE(
        world.driver().waitFor([&] { return world.driver().window().workspace()->undoState().undoInfo.kind == u"edit"_s; }));
}

void takeItBack(JobsWorld &world) {
    world.shortcut(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(
        world.driver().waitFor([&] { return world.count(u"customer"_s, u"name = 'Anna Petrova' AND city = 'Malmö'"_s) == 1; }));
}

void startCalling(JobsWorld &world) {
    const auto *page = world.driver().window().findChild<ui::CallSessionPage *>();
    world.shortcut(Qt::Key_F7, Qt::ControlModifier);
    world.shortcut(Qt::Key_Return);
    ASSERT_TRUE(world.driver().waitFor([&] { return page->isCalling(); }));
}

void inACallSession(JobsWorld &world) {
    onTheList(world);
    startCalling(world);
}

void logTheNextCall(JobsWorld &world) {
    const auto *page = world.driver().window().findChild<ui::CallSessionPage *>();
    const Id before = page->session()->currentCustomer();
    const qint64 reached = world.count(u"interaction"_s, u"outcome = 'reached'"_s);
    world.shortcut(Qt::Key_1, Qt::AltModifier);
    ASSERT_TRUE(world.driver().waitFor([&] { return !page->session() || page->session()->currentCustomer() != before; }));
    EXPECT_EQ(world.count(u"interaction"_s, u"outcome = 'reached'"_s), reached + 1);
}

ui::TodayView *todayView(JobsWorld &world) { return world.driver().window().findChild<ui::TodayPage *>()->view(); }

void onALateTask(JobsWorld &world) {
    const Id late = valueOf(world.base().write({u"task"_s, "customer", world.anna}, [&](workspace::Recorder &recorder) {
        Task task;
        task.customerId = world.anna;
        task.title = u"Send the offer"_s;
        task.dueOn = world.base().clock().today().addDays(-3).toString(Qt::ISODate);
        return addTask(recorder, task);
    }));
    world.driver().press(Qt::Key_1, Qt::ControlModifier);
    world.driver().press(Qt::Key_F5); // what another program of this PC has written
    ui::TodayView *view = todayView(world);
    ASSERT_TRUE(world.driver().waitFor([&] { return view->isVisible() && view->today()->rowOfTask(late) >= 0; }));
    view->selectTask(late);
    view->setFocus();
}

void tickATask(JobsWorld &world) {
    const qint64 done = world.count(u"task"_s, u"done_at IS NOT NULL"_s);
    world.shortcut(Qt::Key_Space);
    ASSERT_TRUE(world.driver().waitFor([&] { return world.count(u"task"_s, u"done_at IS NOT NULL"_s) == done + 1; }));
}

void postponeATask(JobsWorld &world) {
    const Id task = todayView(world)->currentTask()->id;
    const QString tomorrow = world.base().clock().today().addDays(1).toString(Qt::ISODate);
    world.shortcut(Qt::Key_2, Qt::AltModifier);
    ASSERT_TRUE(world.driver().waitFor(
        [&] { return world.count(u"task"_s, u"id = %1 AND due_on = '%2'"_s.arg(task.value).arg(tomorrow)) == 1; }));
}

} // namespace

const QList<Job> &jobs() {
    static const QList<Job> all{
        {"1a", "SeesWhoRings", 2, &onTheList, &seeWhoRings},
        {"1b", "OpensTheCardOfWhoRings", 3, &onTheList, &openWhoRings},
        {"2", "LogsACallWithOutcome", 3, &onAnnasCard, &logACall},
        {"3", "WritesANote", 3, &onAnnasCard, &writeANote},
        {"4", "PlansANextStep", 3, &onAnnasCard, &planANextStep},
        {"5", "AddsACustomer", 4, &onTheList, &addACustomer},
        // before the sixth, which leaves what it changed
        {"17", "TakesBackTheLastChange", 1, &changeTheCity, &takeItBack},
        {"6", "CorrectsAField", 3, &onAnnasCard, &correctAField},
        {"7", "BuildsASegment", 12, &onSegments, &buildASegment},
        {"7b", "SavesATemplate", 3, &onTheList, &takeATemplate},
        {"8", "OpensAPinnedSegment", 1, &pinASegment, &openAPinnedSegment},
        {"9", "AsksWhyACustomerIsHere", 1, &amongThoseOfLund, &askWhyHeIsHere},
        {"16", "FiltersByTypeAndCity", 4, &whoFiltersByType, &filterByTypeAndCity},
        {"10", "StartsCallingThroughAList", 2, &onTheList, &startCalling},
        {"11", "LogsTheNextCallOfASession", 1, &inACallSession, &logTheNextCall},
        {"13", "TicksATask", 1, &onALateTask, &tickATask},
        {"14", "PostponesATaskToTomorrow", 1, &onALateTask, &postponeATask},
        {"15", "RecordsAPurchase", 4, &onAnnasCard, &recordAPurchase},
    };
    return all;
}

} // namespace kontor::tests
