#include "startup.h"

#include "preferences/preferences.h"
#include "pseudo_translator.h"
#include "settings/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <cstring>

namespace kontor::startup {

using namespace Qt::StringLiterals;

void prepareEnvironment(int argc, char **argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (std::strcmp(argv[i], "--scale") == 0)
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

void nameApplication() {
    QCoreApplication::setOrganizationName(u"Kontor"_s);
    QCoreApplication::setApplicationName(u"kontor"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KONTOR_VERSION));
    QGuiApplication::setApplicationDisplayName({});
}

namespace {

QSize sizeOf(const QString &text) {
    const QStringList sides = text.split(u'x');
    return QSize(sides.value(0).toInt(), sides.value(1).toInt());
}

} // namespace

Options parseCommandLine(const QStringList &arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Customers of a small business in one file."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, u"The base to open."_s, u"[FILE.kontor]"_s);
    const QCommandLineOption screenshots(u"screenshots"_s, u"Render every page of a sample base into FOLDER and quit."_s,
                                         u"FOLDER"_s);
    const QCommandLineOption theme(u"theme"_s, u"Colours: light, dark or system."_s, u"THEME"_s);
    const QCommandLineOption language(u"language"_s, u"Language: en, ru, de, zh, sv, fa, cy, or pseudo."_s, u"LANGUAGE"_s);
    const QCommandLineOption mirrored(u"mirrored"_s, u"Lay out from right to left."_s);
    const QCommandLineOption scale(u"scale"_s, u"Scale factor, for example 1.5."_s, u"FACTOR"_s);
    const QCommandLineOption window(u"window"_s, u"Size of the window in screenshots, for example 900x600."_s, u"SIZE"_s);
    const QCommandLineOption textSize(u"text-size"_s, u"Size of the text in screenshots, 80 to 150."_s, u"PERCENT"_s);
    parser.addOptions({screenshots, theme, language, mirrored, scale, window, textSize});
    parser.process(arguments);
    return {parser.positionalArguments().value(0),
            parser.value(screenshots),
            parser.value(theme),
            parser.value(language),
            parser.isSet(mirrored),
            sizeOf(parser.value(window)),
            parser.value(textSize).toInt()};
}

// Screenshots show the program as it is delivered, not as somebody set it up.
std::unique_ptr<Preferences> makePreferences(const Options &options) {
    if (options.screenshotFolder.isEmpty())
        return std::make_unique<Preferences>();
    auto preferences = std::make_unique<Preferences>(
        QDir::temp().filePath(u"kontor-screenshots-%1.ini"_s.arg(QCoreApplication::applicationPid())));
    if (options.textSize > 0)
        preferences->setTextSize(options.textSize);
    return preferences;
}

void chooseLanguage(QApplication &application, const QString &language, bool mirrored) {
    if (language == "pseudo"_L1) {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCoreApplication::installTranslator(new PseudoTranslator(&application));
        QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        return;
    }
    ui::applyLanguage(application, language, mirrored);
}

ui::ThemeChoice themeChoice(const QString &theme) {
    return theme == "light"_L1 ? ui::ThemeChoice::Light : theme == "dark"_L1 ? ui::ThemeChoice::Dark : ui::ThemeChoice::System;
}

QString baseToOpen(const Options &options, const Preferences &preferences) {
    if (!options.base.isEmpty())
        return QFileInfo(options.base).absoluteFilePath();
    for (const QString &path : preferences.recentBases())
        if (QFileInfo::exists(path))
            return path;
    return {};
}

} // namespace kontor::startup
