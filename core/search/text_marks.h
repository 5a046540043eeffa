// Where in a text, as it was typed, the words and digits of a query stand.
#pragma once

#include "search/hit.h"
#include "search/query.h"

namespace kontor::search {

// Each word where it begins words, or else where it is inside one. In ascending order, without overlaps.
QList<Mark> marksOfWords(const QString &text, const Query &query);

// The digits in a phone number, across its punctuation; with another trunk prefix or country code, the digits they share.
QList<Mark> marksOfNumber(const QString &text, const Query &query);

// A long text cut around its first mark; the marks are moved along.
QString cutAround(const QString &text, QList<Mark> &marks);

} // namespace kontor::search
