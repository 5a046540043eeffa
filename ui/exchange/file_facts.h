// What a person tells one file of several of one name by.
#pragma once

#include <QString>

namespace kontor::ui {

class Formats;

// "12.3 KiB, last changed 9 Mar 2026 14:05".
QString fileFacts(const QString &path, const Formats &formats);

} // namespace kontor::ui
