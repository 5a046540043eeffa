#include "settings/list_pane.h"

#include "forms/flow_layout.h"
#include "settings/name_list.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QPushButton>

namespace kontor::ui {

using namespace metrics;

ListPane::ListPane(workspace::Workspace &workspace, Shell &shell, int acts, QWidget *parent)
    : SettingsPane(parent),
      m_workspace(workspace),
      m_shell(shell),
      m_hint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_list(new NameList(this)),
      m_offered(acts),
      m_acts(new FlowLayout(wrapping(this))),
      m_rename(new QPushButton(this)),
      m_up(new QPushButton(this)),
      m_down(new QPushButton(this)),
      m_remove(new QPushButton(this)) {
    m_hint->setWordWrap(true);
    addWide(m_hint);
    addWide(m_list, 1);
    m_acts->setSpacing(kGap);
    for (QPushButton *button : {m_rename, m_up, m_down, m_remove})
        m_acts->addWidget(button);
    addWide(m_acts->parentWidget());
    m_rename->setVisible(acts & Rename);
    m_up->setVisible(acts & Move);
    m_down->setVisible(acts & Move);
    m_remove->setVisible(acts & Remove);
    m_list->setRenamable((acts & Rename) && canWrite());
    m_list->setMovable((acts & Move) && canWrite());
    connect(m_rename, &QPushButton::clicked, m_list, &NameList::renameCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { move(m_list->currentRow() - 1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(m_list->currentRow() + 1); });
    connect(m_remove, &QPushButton::clicked, this, [this] { remove(); });
    connect(m_list, &NameList::renamed, this, [this](const QString &name) { rename(name); });
    connect(m_list, &NameList::moveWanted, this, [this](int row) { move(row); });
    connect(m_list, &NameList::removeWanted, this, [this] {
        if (m_remove->isEnabled() && (m_offered & Remove))
            remove();
    });
    connect(m_list, &NameList::refillWanted, this, [this] { refresh(); });
    connect(m_list, &NameList::currentRowChanged, this, [this] { showState(); });
}

void ListPane::nameActs(const QString &removeText) {
    m_rename->setText(tr("Rename"));
    m_rename->setToolTip(tr("Rename (F2)"));
    m_up->setText(tr("Move up"));
    m_up->setToolTip(tr("Move up (Alt+Up)"));
    m_down->setText(tr("Move down"));
    m_down->setToolTip(tr("Move down (Alt+Down)"));
    m_remove->setText(removeText);
    //: What a button does, and its key.
    m_remove->setToolTip(tr("%1 (Delete)").arg(removeText));
    for (QPushButton *button : {m_rename, m_up, m_down, m_remove})
        button->setAccessibleName(button->text());
}

void ListPane::enableActs(bool isOn, bool canRemove) {
    m_rename->setEnabled(isOn);
    m_up->setEnabled(isOn && m_list->currentRow() > 0);
    m_down->setEnabled(isOn && m_list->currentRow() + 1 < m_list->count());
    m_remove->setEnabled(isOn && canRemove);
}

} // namespace kontor::ui
