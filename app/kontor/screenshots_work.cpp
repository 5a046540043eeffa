// Shots of what is planned and asked: tasks and reminders, segments and their builder, find.
#include "screenshots.h"

#include "find/find_box.h"
#include "forms/task_form.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"
#include "segments/condition_row.h"
#include "segments/live_side.h"
#include "segments/rule_json.h"
#include "segments/rule_view.h"
#include "segments/segment_builder.h"
#include "segments/segment_overview.h"
#include "segments/segments_view.h"
#include "tasks/task_repository.h"
#include "today/today_page.h"
#include "today/today_view.h"

#include <QComboBox>
#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;
namespace action = ui::action;

namespace {

const QByteArray kRule = R"({"version": 1, "match": "all", "rules": [
    {"field": "purchases", "aggregate": "sum", "of": "amount", "op": "more_than", "value": 200, "period": {"last": 12, "unit": "month"}},
    {"field": "interactions", "aggregate": "last", "of": "at", "op": "more_than_ago", "value": 30, "unit": "day", "or_never": true},
    {"match": "any", "rules": [
        {"field": "lifecycle", "op": "is", "value": "customer"},
        {"field": "phone", "op": "not_empty"}]}]})";

} // namespace

void Screenshots::addTaskShots() {
    m_shots.append({u"today-repeat"_s, [this] {
                        m_window.go({ui::page::kToday});
                        m_window.perform(action::kNewTask);
                        type(u"Call the bank every 2 weeks on friday 9:00"_s);
                    }});
    m_shots.append({{}, [this] { press(Qt::Key_Return); }});
    m_shots.append({u"today-postpone"_s, [this] {
                        auto *view = m_window.findChild<ui::TodayView *>();
                        view->setFocus(Qt::TabFocusReason);
                        for (int row = 0; row < view->today()->rowCount(); ++row)
                            if (view->today()->row(row).kind == ui::TodayRow::Kind::Task) {
                                view->setCurrentIndex(view->today()->index(row, 0));
                                emit view->postponeWanted(view->today()->row(row).task, 3);
                                return;
                            }
                    }});
    m_shots.append({{}, [this] {
                        press(Qt::Key_Escape);
                        Task due;
                        due.title = u"Call Anna about the offer"_s;
                        due.kind = u"call"_s;
                        due.dueAt = Instant{m_window.workspace()->clock().now().milliseconds - 60'000};
                        m_window.workspace()->write(
                            {u"task"_s, "task", {}}, [due](workspace::Recorder &recorder) { return addTask(recorder, due); },
                            this, [](const Result<Id> &) {});
                    }});
    m_shots.append({u"today-reminders"_s, [this] { m_window.perform(action::kReminders); }});
    m_shots.append({u"today-1920x1080"_s, [this] {
                        press(Qt::Key_Escape);
                        m_window.resize(1920, 1080);
                    }});
    m_shots.append({{}, [this] { m_window.resize(1366, 768); }});
}

void Screenshots::addSegmentShots() {
    const auto builder = [this] { return m_window.findChild<ui::SegmentsView *>()->builder(); };
    m_shots.append({{}, [this] { m_window.go({ui::page::kSegments}); }});
    m_shots.append(
        {u"segments-builder"_s, [this] {
             const auto rule = segments::parseRule(kRule);
             if (rule)
                 m_window.findChild<ui::SegmentsView *>()->openDraft({{}, u"Good buyers who hear nothing"_s, *rule, true});
         }});
    m_shots.append({u"segments-selected"_s, [builder] {
                        builder()->ruleView()->rows().first()->setFocus(Qt::TabFocusReason);
                        emit builder()->ruleView()->rows().first()->selectWanted(1);
                    }});
    m_shots.append({u"segments-editing"_s, [builder] { builder()->ruleView()->rows().last()->unfold(); }});
    m_shots.append({u"segments-unfinished"_s, [builder] { builder()->ruleView()->addCondition(); }});
    m_shots.append({{}, [this, builder] {
                        press(Qt::Key_Escape);
                        builder()->side()->testField()->setFocus();
                        type(u"a"_s);
                    }});
    m_shots.append({u"segments-explain"_s, [this] { press(Qt::Key_Return); }});
    m_shots.append({u"segments-builder-900x600"_s, [this] { m_window.resize(900, 600); }});
    m_shots.append({u"segments-builder-1920x1080"_s, [this] { m_window.resize(1920, 1080); }});
    m_shots.append({{}, [this] {
                        m_window.resize(1366, 768);
                        m_window.findChild<ui::SegmentsView *>()->showOverview();
                    }});
}

void Screenshots::addFindShots() {
    m_shots.append({u"find-lately"_s, [this] { m_window.openFind({}); }});
    m_shots.append({u"find-name"_s, [this] { m_window.openFind(u"an"_s); }});
    m_shots.append({u"find-digits"_s, [this] { m_window.openFind(u"123"_s); }});
    m_shots.append({u"find-entry"_s, [this] { m_window.openFind(u"price"_s); }});
    m_shots.append({u"find-commands"_s, [this] { m_window.openFind(u">"_s); }});
    m_shots.append({u"find-no-command"_s, [this] { m_window.openFind(u">qqqq"_s); }});
    m_shots.append({u"find-nothing"_s, [this] { m_window.openFind(u"qqqq"_s); }});
    m_shots.append({u"find-900x600"_s, [this] {
                        m_window.resize(900, 600);
                        m_window.openFind(u"an"_s);
                    }});
    m_shots.append({{}, [this] {
                        press(Qt::Key_Escape);
                        m_window.resize(1366, 768);
                    }});
}

} // namespace kontor
