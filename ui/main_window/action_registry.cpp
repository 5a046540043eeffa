#include "main_window/action_registry.h"

#include "main_window/layout_twins.h"
#include "theme/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text) { return QCoreApplication::translate("kontor::ui::Actions", text); }

QString withoutMarks(QString text) {
    text.remove(u'…');
    // Chinese menus carry their access key in brackets.
    static const QRegularExpression bracketed(u"\\(&\\w\\)"_s);
    text.remove(bracketed);
    return text.remove(u'&');
}

QList<QKeySequence> sequencesOf(QLatin1StringView keys) {
    QList<QKeySequence> sequences;
    for (const QString &key : QString(keys).split(u' ', Qt::SkipEmptyParts))
        sequences += withLayoutTwins(QKeySequence(key, QKeySequence::PortableText));
    return sequences;
}

QAction::MenuRole roleOf(QLatin1StringView id) {
    return id == action::kQuit ? QAction::QuitRole : id == action::kAbout ? QAction::AboutRole : QAction::NoRole;
}

} // namespace

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window) {
    for (const ActionSpec &spec : actionTable()) {
        auto *action = new QAction(this);
        action->setObjectName(QString(spec.id));
        action->setCheckable(spec.checkable);
        action->setShortcuts(sequencesOf(spec.keys));
        // Where something is written, Ctrl+Enter saves it: the window takes the key only when nobody else has.
        if (spec.id == action::kOwnWindow)
            action->setShortcutContext(Qt::WidgetShortcut);
        action->setMenuRole(roleOf(spec.id));
        if (!spec.icon.isEmpty())
            action->setIcon(Icon::get(spec.icon));
        connect(action, &QAction::triggered, this, [this, id = spec.id] { emit triggered(id); });
        m_actions.insert(spec.id, action);
        window->addAction(action);
        applyText(spec);
    }
}

QAction *ActionRegistry::find(QLatin1StringView id) const { return m_actions.value(id); }

QList<QAction *> ActionRegistry::all() const {
    QList<QAction *> actions;
    for (const ActionSpec &spec : actionTable())
        actions.append(find(spec.id));
    return actions;
}

void ActionRegistry::fillMenuBar(QMenuBar *bar) {
    for (const MenuPlace place : menuPlaces()) {
        QMenu *menu = nullptr;
        int group = 0;
        for (const ActionSpec &spec : actionTable()) {
            if (spec.menu != place)
                continue;
            if (!menu) {
                menu = bar->addMenu(translated(menuText(place)));
                menu->setToolTipsVisible(true);
                m_menus.append({place, menu});
            } else if (spec.group != group) {
                menu->addSeparator();
            }
            group = spec.group;
            menuOf(spec, menu)->addAction(find(spec.id));
        }
    }
}

QMenu *ActionRegistry::menuOf(const ActionSpec &spec, QMenu *menu) {
    if (spec.sub == SubMenu::None)
        return menu;
    for (const auto &[sub, known] : std::as_const(m_subMenus))
        if (sub == spec.sub && known->parent() == menu)
            return known;
    QMenu *made = menu->addMenu(translated(subMenuText(spec.sub)));
    made->setToolTipsVisible(true);
    m_subMenus.append({spec.sub, made});
    return made;
}

void ActionRegistry::retranslate() {
    for (const ActionSpec &spec : actionTable())
        applyText(spec);
    for (const auto &[place, menu] : m_menus)
        menu->setTitle(translated(menuText(place)));
    for (const auto &[sub, menu] : std::as_const(m_subMenus))
        menu->setTitle(translated(subMenuText(sub)));
}

void ActionRegistry::applyText(const ActionSpec &spec) {
    QAction *action = find(spec.id);
    const QString own = m_ownTexts.value(spec.id);
    action->setText(own.isEmpty() ? translated(spec.text) : own);
    const QString keys = shortcutText(spec.id);
    const QString words = withoutMarks(action->text());
    action->setToolTip(keys.isEmpty() ? words : tr("%1 (%2)").arg(words, keys));
    action->setStatusTip({});
}

QString ActionRegistry::plainText(QLatin1StringView id) const { return withoutMarks(find(id)->text()); }

QString ActionRegistry::tableText(QLatin1StringView id) const {
    for (const ActionSpec &spec : actionTable())
        if (spec.id == id)
            return withoutMarks(translated(spec.text));
    return {};
}

QString ActionRegistry::englishText(QLatin1StringView id) const {
    for (const ActionSpec &spec : actionTable())
        if (spec.id == id)
            return withoutMarks(QString::fromUtf8(spec.text));
    return {};
}

QString ActionRegistry::shortcutText(QLatin1StringView id) const {
    return find(id)->shortcut().toString(QKeySequence::NativeText);
}

void ActionRegistry::setText(QLatin1StringView id, const QString &text) {
    m_ownTexts.insert(id, text);
    for (const ActionSpec &spec : actionTable())
        if (spec.id == id)
            applyText(spec);
}

} // namespace kontor::ui
