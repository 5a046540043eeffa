// Commands by their name in the person's language or in English: all words begin words of it, or its letters stand in that order.
#pragma once

#include "find/find_entry.h"

#include <QKeySequence>
#include <QList>

namespace kontor::ui {

class ActionRegistry;

class CommandFinder {
public:
    explicit CommandFinder(ActionRegistry &actions) : m_actions(actions) {}

    // Best first, those carried out lately before others; an empty text gives all.
    QList<FindEntry> find(const QString &text) const;
    QString keysOf(QLatin1StringView action) const; // as the keyboard's labels say it
    // The command about one customer that has these keys; empty: none.
    QLatin1StringView customerActWith(const QKeySequence &keys) const;
    void noteUsed(QLatin1StringView action);

private:
    ActionRegistry &m_actions;
    QList<QLatin1StringView> m_recent;
};

// 0: does not match; more is better. Both folded.
int matchQuality(QStringView name, QStringView typed);

} // namespace kontor::ui
