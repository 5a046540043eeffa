// The invented names, places, goods and short texts of one language, from the files in words/.
#pragma once

#include "base/result.h"

#include <QHash>
#include <QStringList>

namespace kontor::sample_data {

struct Name {
    QString text;
    QString latin; // for e-mail addresses
};

struct City {
    QString name;
    QString region;
    QString postalCode; // # is a digit, here and in phones
    QString phone;      // in the national form, of a range that is given to nobody
    QStringList districts;
};

struct Article {
    QString name;
    QString category;
    QString brand;
    int euros = 0;
};

struct Words {
    QString language;
    QString country;
    QString namePattern; // %1 given name, %2 family name; of the others see the files
    QString streetPattern;
    QString organisationPattern;
    bool hasPersianDigits = false;
    QList<Name> female, male, family, familyOfWomen;
    QList<Name> organisations;
    QStringList trades, streets;
    QList<City> cities;
    QString mobile, callingCode, trunkPrefix;
    QHash<QString, QString> labels;       // mobile, work, home, delivery
    QHash<QString, QString> segmentNames; // by template
    QStringList jobTitles, occupations, hobbies, industries, sources, likes, times, tags, customerNotes, dates, pets, consentWays;
    QHash<QString, QStringList> texts; // of interactions: call_in, call_out, email, meeting, visit, message, note
    QHash<QString, QStringList> tasks; // call, email, meeting
    QList<Article> articles;
};

QStringList sampleLanguages();
// English where there are no words of that language.
Result<Words> loadWords(const QString &language);

// Lower-case Latin letters, digits and hyphens, as a host name takes them.
QString slug(const QString &text);

} // namespace kontor::sample_data
