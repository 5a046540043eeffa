// What happens before the window: command line, language, direction.
#pragma once

#include "theme/theme_watcher.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <memory>

class QApplication;

namespace kontor {
class Preferences;
}

namespace kontor::startup {

struct Options {
    QString base;             // a file to open
    QString screenshotFolder; // --screenshots: render every page there and quit
    QString theme;            // light, dark, system; empty: as preferred
    QString language;
    bool mirrored = false;
    QSize window;     // of all screenshots; empty: each as it asks
    int textSize = 0; // of screenshots, per cent; 0: as usual
};

// What must be known before QApplication is made: --scale.
void prepareEnvironment(int argc, char **argv);
void nameApplication();
Options parseCommandLine(const QStringList &arguments);
std::unique_ptr<Preferences> makePreferences(const Options &options);
void chooseLanguage(QApplication &application, const QString &language, bool mirrored);
ui::ThemeChoice themeChoice(const QString &theme);
// The file named on the command line, else the last one that still exists.
QString baseToOpen(const Options &options, const Preferences &preferences);

} // namespace kontor::startup
