// What a person typed into Find, taken apart.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace kontor::search {

// One thing that must be found: a word, or a run of digits that may be (a part of) a phone number.
struct Term {
    QStringList words;      // folded; several only where digits were typed in groups: "070 100 45"
    QStringList digitForms; // the digits as they may stand in an index: 0046..., 46...; empty where it is no number
};

struct Query {
    QString text; // all of it, folded
    QList<Term> terms;

    bool isEmpty() const { return text.isEmpty(); }
    // The whole text can be a phone number: "+46 (70) 100", "4512".
    bool isNumber() const { return terms.size() == 1 && !terms.first().digitForms.isEmpty(); }
};

Query parseQuery(QStringView typed);

// Letters as a reader counts them, not UTF-16 units.
qsizetype letterCount(QStringView text);

} // namespace kontor::search
