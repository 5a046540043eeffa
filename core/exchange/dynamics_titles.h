// Titles of "Export to Excel" in Microsoft Dynamics 365, in whatever language the organisation works.
//
// A very hidden sheet tells which title is which field: its first cell is "account:CHECKSUM:accountid=TITLE&name=TITLE&...", titles encoded as in a
// web address. The first three columns, "(Do Not Modify) ...", are the record's id, a checksum and a time of change.
#pragma once

#include "exchange/sheet_rows.h"

#include <QHash>

namespace kontor::exchange {

class DynamicsTitles {
public:
    // Of a workbook without that sheet: knows nothing but the English "(Do Not Modify)". Errors: those of reading the sheet.
    static Result<DynamicsTitles> read(Workbook &workbook);

    // The title in the words of our own aliases; empty for what is only for Dynamics; the title itself where nothing is known of it.
    QString plain(const QString &title) const;

private:
    QHash<QString, QString> m_plain; // by the title as it stands in the sheet
};

// The sheet that it is read from, which is no table.
bool isDynamicsSheet(const SheetInfo &sheet);

} // namespace kontor::exchange
