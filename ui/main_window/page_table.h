// The pages of the window in the order of the navigation. A line here gives a page its entry, its key and its place in the history.
#pragma once

#include "main_window/navigation.h"
#include "main_window/page.h"

#include <QLatin1StringView>

namespace kontor::ui {

struct PageSpec {
    QByteArray id;
    QLatin1StringView action; // of the action table: its text, icon and key
    Page *(*create)(workspace::Workspace &workspace, Shell &shell, QWidget *parent);
    NavigationPlace place = NavigationPlace::Top;
    QByteArray partOf = {}; // the page from which it is reached and whose entry stands for it; empty: it has an entry of its own
};

const QList<PageSpec> &pageTable();
// The page whose entry of the navigation stands for it.
QByteArray entryOf(const QByteArray &page);
// The icon of a command, and so of the page that it opens.
QLatin1StringView iconOfAction(QLatin1StringView action);

namespace page {
inline const QByteArray kToday = QByteArrayLiteral("today");
inline const QByteArray kCustomers = QByteArrayLiteral("customers");
inline const QByteArray kSegments = QByteArrayLiteral("segments");
inline const QByteArray kDataCare = QByteArrayLiteral("data_care");
inline const QByteArray kDuplicates = QByteArrayLiteral("duplicates");
inline const QByteArray kImport = QByteArrayLiteral("import");
inline const QByteArray kHistory = QByteArrayLiteral("history");
inline const QByteArray kTrash = QByteArrayLiteral("trash");
inline const QByteArray kCallSession = QByteArrayLiteral("call_session");
} // namespace page

// The customers of a segment as a list. `segment`: the saved one; invalid: it is noted already that it was used, or there is none.
Place membersOf(Id segment, const QString &name, const QByteArray &rule);

} // namespace kontor::ui
