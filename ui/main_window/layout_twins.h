// Shortcuts with a letter under the Russian and the Persian keyboard, and with Persian digits: the same physical key does the same thing.
#pragma once

#include <QKeySequence>
#include <QList>

namespace kontor::ui {

// The sequence itself first, then its twins; only sequences with Ctrl have any.
QList<QKeySequence> withLayoutTwins(const QKeySequence &sequence);

} // namespace kontor::ui
