#include "find/command_finder.h"

#include "base/fold.h"
#include "main_window/action_registry.h"

#include <QAction>

#include <algorithm>

namespace kontor::ui {

namespace {

constexpr int kPrefix = 4;
constexpr int kWords = 3;
constexpr int kInside = 2;
constexpr int kLetters = 1;
constexpr int kMostRecent = 20;

bool beginsWords(QStringView name, QStringView typed) {
    const auto words = name.split(u' ');
    const auto parts = typed.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), [&words](QStringView part) {
        return std::any_of(words.begin(), words.end(), [part](QStringView word) { return word.startsWith(part); });
    });
}

bool hasLettersInOrder(QStringView name, QStringView typed) {
    qsizetype place = 0;
    for (const QChar letter : typed) {
        if (letter == u' ')
            continue;
        place = name.indexOf(letter, place);
        if (place < 0)
            return false;
        ++place;
    }
    return true;
}

} // namespace

int matchQuality(QStringView name, QStringView typed) {
    if (name.startsWith(typed))
        return kPrefix;
    if (beginsWords(name, typed))
        return kWords;
    if (name.contains(typed))
        return kInside;
    return hasLettersInOrder(name, typed) ? kLetters : 0;
}

QList<FindEntry> CommandFinder::find(const QString &text) const {
    const QString typed = fold(text);
    struct Match {
        int quality;
        qsizetype recency;
        FindEntry entry;
    };
    QList<Match> matches;
    for (const ActionSpec &spec : m_actions.table()) {
        const QAction *action = m_actions.find(spec.id);
        if (!action->isVisible())
            continue;
        const QString name = m_actions.plainText(spec.id);
        const int quality = qMax(matchQuality(fold(name), typed), matchQuality(fold(m_actions.englishText(spec.id)), typed));
        if (quality == 0)
            continue;
        FindEntry entry;
        entry.kind = FindEntry::Kind::Command;
        entry.text = name;
        entry.end = m_actions.shortcutText(spec.id);
        entry.icon = spec.icon;
        entry.action = spec.id;
        entry.enabled = action->isEnabled();
        const qsizetype recent = m_recent.indexOf(spec.id);
        matches.append({quality, recent < 0 ? kMostRecent : recent, entry});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match &one, const Match &other) {
        return one.quality != other.quality ? one.quality > other.quality : one.recency < other.recency;
    });
    QList<FindEntry> entries;
    for (const Match &match : matches)
        entries.append(match.entry);
    return entries;
}

QString CommandFinder::keysOf(QLatin1StringView action) const { return m_actions.shortcutText(action); }

QLatin1StringView CommandFinder::customerActWith(const QKeySequence &keys) const {
    for (const auto id : {action::kLogCall, action::kLogNote, action::kLogMeeting, action::kNewTask, action::kNewPurchase})
        if (m_actions.find(id)->shortcuts().contains(keys))
            return id;
    return {};
}

void CommandFinder::noteUsed(QLatin1StringView action) {
    m_recent.removeAll(action);
    m_recent.prepend(action);
    m_recent = m_recent.mid(0, kMostRecent);
}

} // namespace kontor::ui
