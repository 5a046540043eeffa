// One line of the find box: somebody, a note, a command, or "New customer with ...".
#pragma once

#include "search/hit.h"

#include <QLatin1StringView>
#include <QString>

namespace kontor::ui {

struct FindEntry {
    enum class Kind { Customer, Command, NewCustomer, Copied };

    Kind kind = Kind::Customer;
    search::Hit hit;
    QString under;         // of an entry: whose, and when
    QString text;          // of a command, of "New customer with ..." and of a number that was copied
    QString end;           // at the end side: keys
    QString matchedNumber; // of a copied number, as it lies on the clipboard
    QLatin1StringView icon = {};
    QLatin1StringView action = {}; // of a command
    bool enabled = true;
};

} // namespace kontor::ui
