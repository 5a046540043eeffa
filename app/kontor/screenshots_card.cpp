// The card in its states: each popover, the panes at each width, what comes back out of the history.
#include "screenshots.h"

#include "customers/card_field_chooser.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_links_model.h"
#include "customers/customer_card_page.h"
#include "customers/customer_list_model.h"
#include "customers/customer_repository.h"
#include "interactions/outcome_question.h"
#include "interactions/timeline_view.h"
#include "main_window/action_table.h"
#include "main_window/page_table.h"

#include <QScrollBar>

namespace kontor {

using namespace Qt::StringLiterals;
namespace action = ui::action;

namespace {
constexpr int kCardRow = 6;
}

void Screenshots::addCardShots() {
    const auto pane = [this] { return m_window.findChild<ui::CardFieldsPane *>(); };
    const auto addPopover = [this, pane](const QString &name, auto open) {
        m_shots.append({name, [this, pane, open] {
                            m_window.findChild<ui::CustomerCardPage *>()->escape();
                            pane()->view()->setFocus(Qt::TabFocusReason);
                            open();
                        }});
    };
    m_shots.append({{}, [this] {
                        m_window.resize(1366, 768);
                        const auto *model = m_window.findChild<ui::CustomerListModel *>();
                        m_window.go({ui::page::kCustomers, model->idAt(kCardRow)});
                    }});
    addPopover(u"card-edit"_s, [this] { press(Qt::Key_F2); });
    addPopover(u"card-task"_s, [this] { m_window.perform(action::kNewTask); });
    addPopover(u"card-address"_s, [pane] { pane()->editField("address 0"); });
    addPopover(u"card-date"_s, [pane] { pane()->editField("date 0"); });
    addPopover(u"card-consent"_s, [pane] { pane()->editField("consent 0"); });
    addPopover(u"card-relation"_s, [this] { m_window.findChild<ui::CustomerCardPage *>()->perform(ui::kAddRelation); });
    addPopover(u"card-add-field"_s, [pane] { pane()->chooseField(); });
    addPopover(u"card-own-field"_s,
               [this] { emit m_window.findChild<ui::CardFieldChooser *>()->ownFieldWanted(u"Shoe size"_s); });
    m_shots.append({u"card-outcome"_s, [this] {
                        auto *card = m_window.findChild<ui::CustomerCardPage *>();
                        card->escape();
                        auto *question = new ui::OutcomeQuestion(m_window.formats(), card);
                        question->setAttribute(Qt::WA_DeleteOnClose);
                        question->ask(QRect(card->width() / 2, card->height() / 3, 1, 1), u"Call back"_s);
                    }});
    m_shots.append({u"card-timeline"_s, [this] {
                        press(Qt::Key_Escape);
                        m_window.findChild<ui::CustomerCardPage *>()->escape();
                        auto *timeline = m_window.findChild<ui::CustomerCardPage *>()->findChild<ui::TimelineView *>();
                        timeline->setFocus(Qt::TabFocusReason);
                        timeline->verticalScrollBar()->setValue(220);
                    }});
    m_shots.append({u"card-borders"_s, [this] {
                        m_window.perform(action::kMoveBorders);
                        press(Qt::Key_Tab);
                    }});
    m_shots.append({u"card-1100x700"_s, [this] {
                        press(Qt::Key_Return); // leaves the border
                        m_window.resize(1100, 700);
                    }});
    m_shots.append({u"card-list-over"_s, [this] { m_window.perform(action::kShowList); }});
    m_shots.append({u"card-list-over-900x600"_s, [this] { m_window.resize(900, 600); }});
    m_shots.append({{}, [this] {
                        press(Qt::Key_Escape);
                        const auto *model = m_window.findChild<ui::CustomerListModel *>(); // Esc leaves the card where no list lay over it
                        m_window.go({ui::page::kCustomers, model->idAt(kCardRow)});
                        m_window.resize(1366, 768);
                        enlargeText();
                    }});
    m_shots.append({u"card-text-150"_s, [] {}});
    m_shots.append({u"card-text-150-900x600"_s, [this] { m_window.resize(900, 600); }});
    m_shots.append({{}, [this] {
                        restoreText();
                        m_window.resize(1366, 768);
                        const Id customer = m_window.findChild<ui::CustomerCardPage *>()->customer();
                        for (const QString &city : {u"York"_s, u"Bath"_s})
                            m_window.workspace()->write(
                                {u"edit"_s, "customer", customer, {{u"field"_s, u"City"_s}}},
                                [customer, city](workspace::Recorder &recorder) -> Result<void> {
                                    TRY(now, db::find<Customer>(recorder.database(), customer));
                                    TRY_VOID(setCustomerFields(recorder, customer, now->version, {{"city", city}}));
                                    return {};
                                },
                                &m_window, [](const Result<void> &) {});
                    }});
    m_shots.append({u"card-history"_s, [this] { m_window.perform(action::kCustomerHistory); }});
    m_shots.append({u"history-version"_s, [this] {
                        press(Qt::Key_Down);
                        m_window.perform(action::kRestoreVersion);
                    }});
    m_shots.append({{}, [this] {
                        press(Qt::Key_Escape);
                        m_window.go({ui::page::kCustomers});
                    }});
}

} // namespace kontor
