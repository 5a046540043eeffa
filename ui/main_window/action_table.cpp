#include "main_window/action_table.h"

#include "customers/card_origin.h"

#include <QCoreApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;

// lupdate collects the texts through this marker.
#define TEXT(words) QT_TRANSLATE_NOOP("kontor::ui::Actions", words)

const QList<ActionSpec> &actionTable() {
    using enum MenuPlace;
    static const QList<ActionSpec> table{
        {action::kNewFile, File, 0, TEXT("&New file…"), "file"_L1},
        {action::kOpenFile, File, 0, TEXT("&Open file…"), "folder"_L1, "Ctrl+O"_L1},
        {action::kSampleFile, File, 0, TEXT("&Look at the sample file"), "star"_L1},
        {action::kCheckFile, File, 1, TEXT("&Check the file for changes"), "refresh"_L1, "F5"_L1},
        {action::kBringBack, File, 1, TEXT("&Bring back from a backup…"), "history"_L1},
        {action::kImport, File, 2, TEXT("&Import…"), "import"_L1},
        {action::kExport, File, 2, TEXT("&Export the list…"), "export"_L1, "Ctrl+Shift+E"_L1, Owner::Page},
        {action::kExportAll, File, 2, TEXT("Export every&thing…"), "export"_L1},
        {action::kFileOfExport, File, 2, TEXT("New file f&rom an export…"), "import"_L1},
        {action::kQuit, File, 9, TEXT("&Quit"), {}, "Ctrl+Q"_L1},

        {action::kUndo, Edit, 0, TEXT("&Undo"), "undo"_L1, "Ctrl+Z"_L1},
        {action::kRedo, Edit, 0, TEXT("&Redo"), "redo"_L1, "Ctrl+Shift+Z Ctrl+Y"_L1},
        {action::kCopy, Edit, 1, TEXT("&Copy"), "copy"_L1, "Ctrl+C"_L1, Owner::Page},
        {action::kPaste, Edit, 1, TEXT("&Paste as new customers…"), "import"_L1, "Ctrl+V"_L1},
        {action::kSelectAll, Edit, 1, TEXT("Select &all"), {}, "Ctrl+A"_L1, Owner::Page},
        {action::kFind, Edit, 2, TEXT("&Find a customer…"), "search"_L1, "Ctrl+K"_L1},
        {action::kCommands, Edit, 2, TEXT("Find a co&mmand…"), "command"_L1, "Ctrl+Shift+P"_L1},
        {action::kFilter, Edit, 2, TEXT("F&ilter this list"), "filter"_L1, "Ctrl+F"_L1, Owner::Page},
        {action::kClearFilter, Edit, 2, TEXT("C&lear filters"), {}, {}, Owner::Page},
        {action::kGoDataCare, Edit, 3, TEXT("Data car&e"), "check"_L1, "Ctrl+Shift+D"_L1},
        {action::kGoDuplicates, Edit, 3, TEXT("&Duplicates"), "copy"_L1},
        {action::kGoHistory, Edit, 3, TEXT("&History"), "history"_L1, "Ctrl+Shift+H"_L1},
        {action::kRestoreVersion, Edit, 3, TEXT("Restore this &version…"), {}, {}, Owner::Page},
        {kValueOrigin, Edit, 3, TEXT("&Where does this value come from?"), "info"_L1, kValueOriginKeys, Owner::Page},
        {action::kGoTrash, Edit, 3, TEXT("&Trash"), "trash"_L1},
        {action::kSettings, Edit, 4, TEXT("&Settings"), "settings"_L1},

        {action::kBack, View, 0, TEXT("&Back"), "back"_L1, "Alt+Left"_L1},
        {action::kForward, View, 0, TEXT("F&orward"), "forward"_L1, "Alt+Right"_L1},
        {action::kGoToday, View, 1, TEXT("To&day"), "today"_L1, "Ctrl+1"_L1},
        {action::kGoCustomers, View, 1, TEXT("C&ustomers"), "people"_L1, "Ctrl+2"_L1},
        {action::kGoSegments, View, 1, TEXT("&Segments"), "segments"_L1, "Ctrl+4"_L1},
        {action::kGoCallSession, View, 1, TEXT("Call s&ession"), "phone"_L1, "Ctrl+Shift+F7"_L1},
        {action::kReminders, View, 1, TEXT("&Reminders that are due"), "clock"_L1, "Ctrl+Shift+R"_L1},
        {action::kPeek, View, 2, TEXT("Peek at t&he customer"), "info"_L1, "Alt+Return"_L1, Owner::Page},
        {action::kPreviewPane, View, 2, TEXT("Previe&w pane"), "info"_L1, {}, Owner::Page, true},
        {action::kShowList, View, 2, TEXT("&List beside the card"), "rows"_L1, "Ctrl+Shift+2"_L1, Owner::Page},
        {action::kNextPane, View, 2, TEXT("&Next pane"), {}, "F6"_L1, Owner::Window, false, SubMenu::Panes},
        {action::kPreviousPane, View, 2, TEXT("&Previous pane"), {}, "Shift+F6"_L1, Owner::Window, false, SubMenu::Panes},
        {action::kMoveBorders, View, 2, TEXT("&Change the width of panes"), {}, "Ctrl+F6"_L1, Owner::Window, false,
         SubMenu::Panes},
        {action::kCompactRows, View, 3, TEXT("Co&mpact rows"), "rows"_L1, {}, Owner::Window, true},
        {action::kNarrowNavigation, View, 3, TEXT("&Narrow navigation"), {}, {}, Owner::Window, true},
        {action::kThemeSystem, View, 4, TEXT("Colours of the &system"), {}, {}, Owner::Window, true, SubMenu::Colours},
        {action::kThemeLight, View, 4, TEXT("&Light colours"), "today"_L1, {}, Owner::Window, true, SubMenu::Colours},
        {action::kThemeDark, View, 4, TEXT("&Dark colours"), "moon"_L1, {}, Owner::Window, true, SubMenu::Colours},
        {action::kLargerText, View, 4, TEXT("&Larger text"), "plus"_L1, "Ctrl++ Ctrl+="_L1, Owner::Window, false,
         SubMenu::TextSize},
        {action::kSmallerText, View, 4, TEXT("&Smaller text"), "minus"_L1, "Ctrl+-"_L1, Owner::Window, false, SubMenu::TextSize},
        {action::kNormalText, View, 4, TEXT("&Normal text size"), {}, "Ctrl+0"_L1, Owner::Window, false, SubMenu::TextSize},
        {action::kFullScreen, View, 5, TEXT("&Full screen"), {}, "F11"_L1, Owner::Window, true},

        {action::kNewCustomer, Customer, 0, TEXT("&New customer…"), "plus"_L1, "Ctrl+N"_L1},
        {action::kOpenCustomer, Customer, 0, TEXT("&Open"), "person"_L1, {}, Owner::Page},
        {action::kPreviousCustomer, Customer, 1, TEXT("Pre&vious customer"), {}, "Ctrl+PgUp"_L1, Owner::Page},
        {action::kNextCustomer, Customer, 1, TEXT("Ne&xt customer"), {}, "Ctrl+PgDown"_L1, Owner::Page},
        {action::kLogCall, Customer, 2, TEXT("Log a &call"), "phone"_L1, "F7"_L1, Owner::Page},
        {action::kDial, Customer, 2, TEXT("&Dial"), "phone"_L1, "Shift+F7"_L1, Owner::Page},
        {action::kCallSession, Customer, 2, TEXT("Call these customers &in a session…"), "phone"_L1, "Ctrl+F7"_L1, Owner::Page},
        {action::kLogNote, Customer, 2, TEXT("Write a no&te"), "note"_L1, "F8"_L1, Owner::Page},
        {action::kLogMeeting, Customer, 2, TEXT("Log a meetin&g"), "people"_L1, "Shift+F8"_L1, Owner::Page},
        {action::kWriteEmail, Customer, 2, TEXT("Write an &e-mail"), "mail"_L1, "Ctrl+F8"_L1, Owner::Page},
        {action::kWriteEntry, Customer, 2, TEXT("Write an ent&ry"), "edit"_L1, "Ctrl+L"_L1, Owner::Page},
        {action::kNewTask, Customer, 3, TEXT("New tas&k…"), "task"_L1, "Ctrl+T"_L1, Owner::Page},
        {action::kPostponeLate, Customer, 3, TEXT("Postpone &all late tasks to tomorrow"), "clock"_L1, {}, Owner::Page},
        {action::kNewPurchase, Customer, 3, TEXT("Record a p&urchase…"), "purchase"_L1, "Ctrl+B"_L1, Owner::Page},
        {action::kTags, Customer, 3, TEXT("Tag&s…"), "tag"_L1, "Ctrl+G"_L1, Owner::Page},
        {action::kOwnWindow, Customer, 4, TEXT("Open in a ne&w window"), {}, "Ctrl+Return Ctrl+Enter"_L1},
        {action::kCustomerHistory, Customer, 4, TEXT("&History of this customer"), "history"_L1, "Ctrl+H"_L1},
        {action::kEditCell, Customer, 4, TEXT("Change ty&pe, tags or next step"), "edit"_L1, "F2"_L1, Owner::Page},
        {action::kChangeCustomers, Customer, 4, TEXT("Change a &field…"), "edit"_L1, {}, Owner::Page},
        {action::kFillDown, Customer, 4, TEXT("Fill down to those &below…"), {}, "Ctrl+D"_L1, Owner::Page},
        {action::kEmailList, Customer, 4, TEXT("E-mail &list…"), "mail"_L1, {}, Owner::Page},
        {action::kExplain, Customer, 4, TEXT("Wh&y is this customer here?"), "info"_L1, "Ctrl+I"_L1, Owner::Page},
        {action::kTrashCustomer, Customer, 9, TEXT("&Move to trash"), "trash"_L1, "Del"_L1, Owner::Page},

        {action::kSaveFilter, Segment, 0, TEXT("&Save the filter as a segment…"), "segments"_L1, "Ctrl+S"_L1, Owner::Page},

        {action::kKeySheet, Help, 0, TEXT("&Keys"), "keyboard"_L1, "F1"_L1},
        {action::kAbout, Help, 1, TEXT("&About Kontor"), "info"_L1},
    };
    return table;
}

const char *menuText(MenuPlace place) {
    switch (place) {
    case MenuPlace::File: return TEXT("&File");
    case MenuPlace::Edit: return TEXT("&Edit");
    case MenuPlace::View: return TEXT("&View");
    case MenuPlace::Customer: return TEXT("&Customer");
    case MenuPlace::Segment: return TEXT("&Segment");
    case MenuPlace::Help: break;
    }
    return TEXT("&Help");
}

const char *subMenuText(SubMenu sub) {
    switch (sub) {
    case SubMenu::None: return "";
    case SubMenu::Panes: return TEXT("&Panes");
    case SubMenu::Colours: return TEXT("&Colours");
    case SubMenu::TextSize: break;
    }
    return TEXT("&Text size");
}

QList<MenuPlace> menuPlaces() {
    return {MenuPlace::File, MenuPlace::Edit, MenuPlace::View, MenuPlace::Customer, MenuPlace::Segment, MenuPlace::Help};
}

#undef TEXT

} // namespace kontor::ui
