// The one table of commands. A line here puts a command into its menu, into Ctrl+K, onto the key sheet and into the tests for clashes.
#pragma once

#include <QLatin1StringView>
#include <QList>

namespace kontor::ui {

enum class MenuPlace { File, Edit, View, Customer, Segment, Help };

// Parts of a menu that open beside it.
enum class SubMenu { None, Panes, Colours, TextSize };

// Who can carry a command out decides when it is enabled.
enum class Owner { Window, Page };

struct ActionSpec {
    QLatin1StringView id;
    MenuPlace menu;
    int group;                   // a separator stands between groups of one menu
    const char *text;            // English, with its access key; translated in the context kontor::ui::Actions
    QLatin1StringView icon = {}; // empty: none
    QLatin1StringView keys = {}; // portable, several separated by a space: the first is shown
    Owner owner = Owner::Window;
    bool checkable = false;
    SubMenu sub = SubMenu::None; // lines of one stand beside each other
};

const QList<ActionSpec> &actionTable();
const char *menuText(MenuPlace place); // English, with its access key
const char *subMenuText(SubMenu sub);   // likewise
QList<MenuPlace> menuPlaces();         // in the order of the menu bar

namespace action {

using namespace Qt::StringLiterals;

inline constexpr auto kNewFile = "file.new"_L1;
inline constexpr auto kOpenFile = "file.open"_L1;
inline constexpr auto kSampleFile = "file.sample"_L1;
inline constexpr auto kImport = "file.import"_L1;
inline constexpr auto kExport = "file.export"_L1;
inline constexpr auto kBringBack = "file.bring_back"_L1;
inline constexpr auto kExportAll = "file.export_all"_L1;
inline constexpr auto kFileOfExport = "file.of_export"_L1;
inline constexpr auto kCheckFile = "file.check"_L1;
inline constexpr auto kQuit = "file.quit"_L1;

inline constexpr auto kUndo = "edit.undo"_L1;
inline constexpr auto kRedo = "edit.redo"_L1;
inline constexpr auto kCopy = "edit.copy"_L1;
inline constexpr auto kPaste = "edit.paste"_L1;
inline constexpr auto kSelectAll = "edit.select_all"_L1;
inline constexpr auto kGoDataCare = "edit.data_care"_L1;
inline constexpr auto kGoDuplicates = "edit.duplicates"_L1;
inline constexpr auto kGoHistory = "edit.history"_L1;
inline constexpr auto kRestoreVersion = "edit.restore_version"_L1;
inline constexpr auto kGoTrash = "edit.trash"_L1;
inline constexpr auto kSettings = "edit.settings"_L1;

inline constexpr auto kFind = "view.find"_L1;
inline constexpr auto kCommands = "view.commands"_L1;
inline constexpr auto kFilter = "view.filter"_L1;
inline constexpr auto kClearFilter = "view.clear_filter"_L1;
inline constexpr auto kPeek = "view.peek"_L1;
inline constexpr auto kPreviewPane = "view.preview_pane"_L1;
inline constexpr auto kSaveFilter = "segment.save_filter"_L1;
inline constexpr auto kBack = "view.back"_L1;
inline constexpr auto kForward = "view.forward"_L1;
inline constexpr auto kGoToday = "view.today"_L1;
inline constexpr auto kGoCustomers = "view.customers"_L1;
inline constexpr auto kGoSegments = "view.segments"_L1;
inline constexpr auto kGoCallSession = "view.call_session"_L1;
inline constexpr auto kReminders = "view.reminders"_L1;
inline constexpr auto kShowList = "view.list_beside_card"_L1;
inline constexpr auto kMoveBorders = "view.move_borders"_L1;
inline constexpr auto kNextPane = "view.next_pane"_L1;
inline constexpr auto kPreviousPane = "view.previous_pane"_L1;
inline constexpr auto kCompactRows = "view.compact_rows"_L1;
inline constexpr auto kNarrowNavigation = "view.narrow_navigation"_L1;
inline constexpr auto kThemeSystem = "view.theme_system"_L1;
inline constexpr auto kThemeLight = "view.theme_light"_L1;
inline constexpr auto kThemeDark = "view.theme_dark"_L1;
inline constexpr auto kLargerText = "view.larger_text"_L1;
inline constexpr auto kSmallerText = "view.smaller_text"_L1;
inline constexpr auto kNormalText = "view.normal_text"_L1;
inline constexpr auto kFullScreen = "view.full_screen"_L1;

inline constexpr auto kNewCustomer = "customer.new"_L1;
inline constexpr auto kOpenCustomer = "customer.open"_L1;
inline constexpr auto kPreviousCustomer = "customer.previous"_L1;
inline constexpr auto kNextCustomer = "customer.next"_L1;
inline constexpr auto kLogCall = "customer.log_call"_L1;
inline constexpr auto kDial = "customer.dial"_L1;
inline constexpr auto kLogNote = "customer.log_note"_L1;
inline constexpr auto kLogMeeting = "customer.log_meeting"_L1;
inline constexpr auto kWriteEmail = "customer.write_email"_L1;
inline constexpr auto kWriteEntry = "customer.write_entry"_L1;
inline constexpr auto kNewTask = "customer.task"_L1;
inline constexpr auto kCallSession = "customer.call_session"_L1;
inline constexpr auto kPostponeLate = "customer.postpone_late"_L1;
inline constexpr auto kNewPurchase = "customer.purchase"_L1;
inline constexpr auto kTags = "customer.tags"_L1;
inline constexpr auto kOwnWindow = "customer.own_window"_L1;
inline constexpr auto kCustomerHistory = "customer.history"_L1;
inline constexpr auto kEditCell = "customer.edit_cell"_L1;
inline constexpr auto kChangeCustomers = "customer.change"_L1;
inline constexpr auto kFillDown = "customer.fill_down"_L1;
inline constexpr auto kEmailList = "customer.email_list"_L1;
inline constexpr auto kExplain = "customer.explain"_L1;
inline constexpr auto kTrashCustomer = "customer.trash"_L1;

inline constexpr auto kKeySheet = "help.keys"_L1;
inline constexpr auto kAbout = "help.about"_L1;

} // namespace action

} // namespace kontor::ui
