// MATCH expressions of FTS5. Whatever a person typed stands in quotes here and has no meaning as syntax.
#pragma once

#include "search/query.h"

#include <optional>

namespace kontor::search {

// "text" as one phrase.
QString quoted(const QString &text);

// The word or phrase as a beginning, for the index of words: "anna.jon"*. Nothing where it has no letter or digit.
std::optional<QString> beginning(const QString &word);

// All terms as beginnings: ("petr"* AND "ann"*). Nothing where a term has none.
std::optional<QString> beginnings(const Query &query);

// The same, each term also in its Latin spelling: in the column `latin` for Latin text, in `name` and `company` for other scripts.
std::optional<QString> otherSpellings(const Query &query);

// All terms by their sound in the other one of Latin and Arabic script.
std::optional<QString> otherSounds(const Query &query);

// For the index of three-letter parts: all terms that have three letters or digits, inside words. Nothing where there is none.
std::optional<QString> insides(const Query &query);

} // namespace kontor::search
