// The language of the interface: texts, formats and direction, also while the program runs.
#pragma once

#include <QString>
#include <QStringList>

class QApplication;

namespace kontor::ui {

// Those that the program brings texts for, as codes; English is always among them.
QStringList availableLanguages();
QString languageName(const QString &language); // in that language itself
// Empty: the system's. `mirrored`: from right to left whatever the language.
void applyLanguage(QApplication &application, const QString &language, bool mirrored = false);

} // namespace kontor::ui
