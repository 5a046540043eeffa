// One line of the find box: somebody, a note, a command, or "New customer with ...".
#pragma once

#include "search/hit.h"

#include <QLatin1StringView>
#include <QString>

namespace kontor::ui {

struct FindEntry {
    enum class Kind { Customer, Command, NewCustomer };

    Kind kind = Kind::Customer;
    search::Hit hit;
    QString text; // of a command and of "New customer with ..."
    QString end;  // at the end side: keys
    QLatin1StringView icon = {};
    QLatin1StringView action = {}; // of a command
    bool enabled = true;
};

} // namespace kontor::ui
