#include "screenshots.h"

#include "settings/calling_pane.h"
#include "settings/file_pane.h"
#include "settings/keys_pane.h"
#include "settings/name_list.h"
#include "settings/outcomes_pane.h"
#include "settings/own_fields_pane.h"
#include "settings/settings_window.h"
#include "settings/sources_pane.h"
#include "settings/tags_pane.h"
#include "settings/types_pane.h"

#include <QComboBox>
#include <QLineEdit>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

template <class P>
P *shown(ui::MainWindow &window) {
    ui::SettingsWindow *settings = window.showSettings();
    P *pane = settings->pane<P>();
    settings->open(pane);
    return pane;
}

} // namespace

void Screenshots::addSettingsShots() {
    m_shots.append({u"settings"_s, [this] { m_beside = m_window.showSettings(); }});
    m_shots.append({u"settings-fields"_s, [this] { shown<ui::OwnFieldsPane>(m_window); }});
    m_shots.append({u"settings-outcomes"_s, [this] {
                        auto *pane = shown<ui::OutcomesPane>(m_window);
                        pane->list()->setFocus(Qt::TabFocusReason);
                        pane->list()->setCurrentRow(1);
                    }});
    m_shots.append({u"settings-outcomes-renaming"_s, [this] { shown<ui::OutcomesPane>(m_window)->list()->renameCurrent(); }});
    m_shots.append({u"settings-outcomes-900x600"_s, [this] {
                        m_beside->resize(900, 600);
                        shown<ui::OutcomesPane>(m_window)->unit()->setFocus(Qt::TabFocusReason);
                    }});
    m_shots.append({u"settings-types"_s, [this] { shown<ui::TypesPane>(m_window); }});
    m_shots.append({u"settings-tags"_s, [this] { shown<ui::TagsPane>(m_window); }});
    m_shots.append({u"settings-sources"_s, [this] {
                        auto *pane = shown<ui::SourcesPane>(m_window);
                        if (pane->list()->count() > 1)
                            pane->spelling()->setText(pane->list()->item(1)->text());
                    }});
    m_shots.append({u"settings-calling"_s, [this] { shown<ui::CallingPane>(m_window); }});
    m_shots.append({u"settings-file"_s, [this] { shown<ui::FilePane>(m_window); }});
    m_shots.append({u"settings-keys"_s, [this] { shown<ui::KeysPane>(m_window); }});
    m_shots.append({u"settings-search"_s, [this] {
                        ui::SettingsWindow *settings = m_window.showSettings();
                        settings->searchField()->setFocus(Qt::TabFocusReason);
                        settings->searchField()->setText(settings->pane<ui::TagsPane>()->title().left(3));
                    }});
    m_shots.append({{}, [this] {
                        m_window.showSettings()->close();
                        m_beside = nullptr;
                    }});
}

} // namespace kontor
