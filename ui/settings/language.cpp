#include "settings/language.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
const QString kFolder = u":/translations"_s;
const QString kTranslatorName = u"kontor translator"_s;
} // namespace

QStringList availableLanguages() {
    QStringList languages{u"en"_s};
    for (QString name : QDir(kFolder).entryList({u"kontor_*.qm"_s})) {
        const QString language = name.remove(u"kontor_"_s).remove(u".qm"_s).section(u'_', 0, 0);
        if (!languages.contains(language))
            languages << language;
    }
    return languages;
}

QString languageName(const QString &language) {
    QString name = QLocale(language).nativeLanguageName();
    if (language == "en"_L1)
        name = u"English"_s;
    return name.isEmpty() ? language : name.left(1).toUpper() + name.mid(1);
}

void applyLanguage(QApplication &application, const QString &language, bool mirrored) {
    QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    QLocale::setDefault(locale);
    for (QTranslator *old : application.findChildren<QTranslator *>(kTranslatorName))
        delete old; // takes itself out
    const auto install = [&](const QLocale &of, const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        translator->setObjectName(kTranslatorName);
        if (translator->load(of, name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(QLocale(QLocale::English), u"kontor"_s, kFolder); // what a language lacks is English, with its plurals
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(locale, u"qtbase"_s, kFolder);
    install(locale, u"kontor"_s, kFolder);
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : locale.textDirection());
}

} // namespace kontor::ui
