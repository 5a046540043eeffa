// The customers list in its states, and what opens over it.
#include "screenshots.h"

#include "customers/customer_list_columns.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "lists/choice_filter_edit.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/page_table.h"

#include <QApplication>

namespace kontor {

using namespace Qt::StringLiterals;
namespace action = ui::action;
namespace customer_column = ui::customer_column;

namespace {
constexpr int kRow = 3;
} // namespace

void Screenshots::addListStateShots() {
    const auto panel = [this] { return m_window.findChild<ui::CustomerListPanel *>(); };
    const auto columns = [this] { return m_window.findChild<ui::CustomerListColumns *>(); };
    const auto edit = [this, panel](int column) {
        panel()->table()->setFocus(Qt::TabFocusReason);
        panel()->table()->setCurrentIndex(panel()->model()->index(kRow, column));
        m_window.perform(action::kEditCell);
    };
    m_shots.append({u"list-choices"_s, [this, panel] {
                        m_window.go({ui::page::kCustomers});
                        filter(customer_column::Customer, u"a"_s);
                        auto *header = panel()->table()->filterHeader();
                        header->focusEditor(customer_column::City);
                        emit static_cast<ui::ChoiceFilterEdit *>(header->editor(customer_column::City))->listWanted();
                    }});
    m_shots.append({u"list-chosen"_s, [this] {
                        for (int i = 0; i < 3; ++i) {
                            press(Qt::Key_Space);
                            press(Qt::Key_Down);
                        }
                        press(Qt::Key_Escape);
                    }});
    m_shots.append({u"list-chosen-900x600"_s, [this] { m_window.resize(900, 600); }});
    m_shots.append({{}, [this] {
                        m_window.resize(1366, 768);
                        m_window.perform(action::kClearFilter);
                    }});
    m_shots.append({u"list-type"_s, [edit] { edit(customer_column::Lifecycle); }});
    m_shots.append({u"list-step"_s, [this, edit] {
                        press(Qt::Key_Escape);
                        edit(customer_column::NextStep);
                    }});
    m_shots.append({{}, [this, panel] {
                        press(Qt::Key_Escape);
                        panel()->table()->setColumnHidden(customer_column::Tags, false);
                    }});
    m_shots.append({u"list-tags"_s, [edit] { edit(customer_column::Tags); }});
    m_shots.append({u"list-read-only-cell"_s, [this, panel, edit] {
                        press(Qt::Key_Escape);
                        panel()->table()->setColumnHidden(customer_column::Tags, true);
                        edit(customer_column::Phone);
                    }});
    m_shots.append({u"list-grouped"_s, [this, columns] {
                        columns()->groupBy(customer_column::City);
                        press(Qt::Key_Home);
                    }});
    m_shots.append({u"list-grouped-900x600"_s, [this] { m_window.resize(900, 600); }});
    m_shots.append({u"list-preview"_s, [this, columns] {
                        m_window.resize(1366, 768);
                        columns()->groupBy(-1);
                        m_window.perform(action::kPreviewPane);
                    }});
    m_shots.append({u"list-preview-1920x1080"_s, [this] { m_window.resize(1920, 1080); }});
    m_shots.append({u"list-header-menu"_s, [this, panel, columns] {
                        m_window.resize(1366, 768);
                        m_window.perform(action::kPreviewPane);
                        columns()->showHeaderMenu(customer_column::City, panel()->mapToGlobal(QPoint(400, 100)));
                    }});
    m_shots.append({u"list-columns-menu"_s, [panel, columns] {
                        QApplication::activePopupWidget()->close();
                        columns()->showChooser(panel()->mapToGlobal(QPoint(400, 50)));
                    }});
    m_shots.append({{}, [] { QApplication::activePopupWidget()->close(); }});
}

} // namespace kontor
