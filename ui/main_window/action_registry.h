// The commands of the window as QActions, made from the action table. Menus, find, the key sheet and the tests read them from here.
#pragma once

#include "main_window/action_table.h"

#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace kontor::ui {

class ActionRegistry : public QObject {
    Q_OBJECT

public:
    explicit ActionRegistry(QWidget *window);

    QAction *find(QLatin1StringView id) const; // every id of the table is there
    const QList<ActionSpec> &table() const { return actionTable(); }
    QList<QAction *> all() const;

    void fillMenuBar(QMenuBar *bar);
    void retranslate();
    // What the row of Ctrl+K and the key sheet say: without access keys and dots.
    QString plainText(QLatin1StringView id) const;
    QString tableText(QLatin1StringView id) const; // the same without a name of the moment: Undo
    QString englishText(QLatin1StringView id) const;
    QString shortcutText(QLatin1StringView id) const; // as the keyboard's labels say it; empty: none
    // A name that changes with the state: "Undo change of phone". Empty: the table's text.
    void setText(QLatin1StringView id, const QString &text);

signals:
    void triggered(QLatin1StringView id);

private:
    void applyText(const ActionSpec &spec);
    QMenu *menuOf(const ActionSpec &spec, QMenu *menu); // that one, or the part of it that opens beside it

    QHash<QLatin1StringView, QAction *> m_actions;
    QHash<QLatin1StringView, QString> m_ownTexts;
    QList<QPair<MenuPlace, QMenu *>> m_menus;
    QList<QPair<SubMenu, QMenu *>> m_subMenus;
};

} // namespace kontor::ui
