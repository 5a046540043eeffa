#include "settings/keys_pane.h"

#include "base/fold.h"
#include "main_window/action_registry.h"

#include <QAction>
#include <QCoreApplication>
#include <QHeaderView>
#include <QTreeWidget>

namespace kontor::ui {

KeysPane::KeysPane(const ActionRegistry &actions, QWidget *parent)
    : SettingsPane(parent), m_actions(actions), m_list(new QTreeWidget(this)) {
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    addWide(m_list, 1);
    retranslate();
}

void KeysPane::retranslate() {
    applyTitle();
    m_list->setAccessibleName(tr("Keys"));
    m_list->clear();
    for (const MenuPlace place : menuPlaces()) {
        QString title = QCoreApplication::translate("kontor::ui::Actions", menuText(place));
        auto *group = new QTreeWidgetItem({title.remove(u'&')});
        for (const ActionSpec &spec : m_actions.table())
            if (spec.menu == place && !spec.keys.isEmpty() && m_actions.find(spec.id)->isVisible()) {
                auto *line = new QTreeWidgetItem(group, {m_actions.tableText(spec.id), m_actions.shortcutText(spec.id)});
                line->setData(0, Qt::AccessibleTextRole, tr("%1: %2").arg(line->text(0), line->text(1)));
            }
        if (group->childCount() == 0) {
            delete group;
            continue;
        }
        group->setFlags(Qt::ItemIsEnabled);
        m_list->addTopLevelItem(group);
        group->setExpanded(true);
    }
}

QString KeysPane::words() const {
    QStringList words;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        for (int child = 0; child < m_list->topLevelItem(i)->childCount(); ++child)
            words << m_list->topLevelItem(i)->child(child)->text(0) << m_list->topLevelItem(i)->child(child)->text(1);
    return words.join(u' ');
}

// All of them where the word is not in a line but in the title.
void KeysPane::mark(const QString &word) {
    const bool isInLine = fold(words()).contains(word);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *group = m_list->topLevelItem(i);
        bool hasLines = false;
        for (int child = 0; child < group->childCount(); ++child) {
            QTreeWidgetItem *line = group->child(child);
            const bool isShown = !isInLine || fold(line->text(0) + u' ' + line->text(1)).contains(word);
            line->setHidden(!isShown);
            hasLines = hasLines || isShown;
        }
        group->setHidden(!hasLines);
    }
}

} // namespace kontor::ui
