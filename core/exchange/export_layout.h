// Layouts of other programs for what is given out: their titles, and what stands under each.
#pragma once

#include <QStringList>

#include <span>

namespace kontor::exchange {

// `field`: as our own export writes titles ("given_name", "street.home", "custom.Department"); "phone.work" is the first phone of that label,
// "phone" one that no other column took; "#" in title and field stands for a number, and the column is there as often as customers need it;
// "id@PREFIX" is the external id that has this prefix, without it. Empty: nothing, the program expects the column.
struct LayoutColumn {
    const char *title;
    const char *field;
};

struct ExportLayout {
    const char *name;
    std::span<const LayoutColumn> columns;
    const char *tagsBetween;   // what parts tags in a cell
    bool needsEmail = false;   // who has none is left out
    bool isForMailing = false; // who does not want e-mails is left out
};

// Nothing where there is no such layout.
const ExportLayout *exportLayoutNamed(const QString &name);
QStringList exportLayoutNames();

} // namespace kontor::exchange
