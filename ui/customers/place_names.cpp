#include "customers/place_names.h"

#include <QCoreApplication>
#include <QHash>

namespace kontor::ui {

using namespace Qt::StringLiterals;

QString countryName(const QString &country, const QLocale &locale) {
    const QLocale::Territory territory = country.size() == 2 ? QLocale::codeToTerritory(country) : QLocale::AnyTerritory;
    if (territory == QLocale::AnyTerritory)
        return country;
    // Qt knows the name of a country in the languages that are spoken there, and in English.
    const QLocale there(locale.language(), territory);
    const bool isKnown = there.language() == locale.language() && there.territory() == territory;
    const QString name = isKnown ? there.nativeTerritoryName() : QString();
    return name.isEmpty() ? QLocale::territoryToString(territory) : name;
}

QString pointLabelText(const QString &label) {
    static const QHash<QString, const char *> words{{u"mobile"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Mobile")},
                                                    {u"cell"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Mobile")},
                                                    {u"work"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Work")},
                                                    {u"office"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Office")},
                                                    {u"home"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Home")},
                                                    {u"private"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Private")},
                                                    {u"main"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Main")},
                                                    {u"fax"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Fax")},
                                                    {u"other"_s, QT_TRANSLATE_NOOP("kontor::ui::PlaceNames", "Other")}};
    const char *known = words.value(label.trimmed().toLower());
    return known ? QCoreApplication::translate("kontor::ui::PlaceNames", known) : label;
}

} // namespace kontor::ui
