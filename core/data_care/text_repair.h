// What a text of a card was meant to look like: without stray spaces, and with capital letters where names have them.
#pragma once

#include <QString>

#include <optional>

namespace kontor::data_care {

// Without spaces at the ends, double ones, and invisible marks that nobody typed. The marks that Persian words are joined by stay.
QString withoutStraySpaces(const QString &text);

enum class CasedAs {
    PersonName, // Anna von Essen, Ian McGregor, O'Brien-Smith
    CompanyName, // Volga Trade GmbH; short words may be abbreviations
    Place,       // cities and streets
};

struct Casing {
    QString text;
    bool isCertain = true; // false: it may be written so on purpose
};

// Nothing where the text has both kinds of letters, or none that have two.
std::optional<Casing> properCasing(const QString &text, CasedAs as);

} // namespace kontor::data_care
