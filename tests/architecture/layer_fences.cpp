#include "architecture/layer_fences.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace kontor::architecture {
using namespace Qt::StringLiterals;

namespace {

bool isWithoutGui(const SourceFile &file) { return file.isCpp() && (file.isIn(u"core"_s) || file.isIn(u"app/kontor-cli"_s)); }

// Within a group a folder may use those before it. The records stand in one order, so that they cannot know each other in a circle;
// core/records is the list of them all.
const QList<QStringList> &groups() {
    static const QList<QStringList> all{
        {u"base"_s, u"db"_s, u"schema"_s, u"sharing"_s, u"workspace"_s},
        {u"tags"_s, u"custom_fields"_s, u"products"_s, u"customers"_s, u"tasks"_s, u"interactions"_s, u"purchases"_s, u"offers"_s,
         u"deals"_s, u"cases"_s, u"attachments"_s, u"records"_s},
        {u"preferences"_s, u"segments"_s, u"search"_s, u"exchange"_s, u"communication"_s, u"reports"_s, u"sample_data"_s, u"history"_s, u"recovery"_s, u"duplicates"_s,
         u"data_care"_s}};
    return all;
}

// What is built on records does not know its neighbours, but for these. A feed asks the history which values it brought itself.
bool mayUseNeighbour(const QString &user, const QString &used) {
    static const QSet<QPair<QString, QString>> allowed{
        {u"exchange"_s, u"segments"_s}, {u"exchange"_s, u"history"_s}, {u"sample_data"_s, u"segments"_s}, {u"reports"_s, u"segments"_s}};
    return allowed.contains({user, used});
}

int groupOf(const QString &folder) {
    for (int i = 0; i < groups().size(); ++i)
        if (groups()[i].contains(folder))
            return i;
    return -1;
}

bool mayUse(const QString &user, const QString &used) {
    const int userGroup = groupOf(user);
    const int usedGroup = groupOf(used);
    if (user == used)
        return true;
    if (userGroup < 0 || usedGroup < 0 || usedGroup > userGroup)
        return false;
    if (usedGroup < userGroup)
        return true;
    if (userGroup == 2)
        return mayUseNeighbour(user, used);
    return groups()[userGroup].indexOf(used) < groups()[userGroup].indexOf(user);
}

bool isAllowedInclude(const SourceFile &file, const QString &included) {
    if (included.startsWith(u"../"_s))
        return false;
    if (!included.contains(u'/'))
        return true; // generated, or of the same folder
    const QString folder = included.section(u'/', 0, 0);
    if (included == u"segments/saved_segment.h"_s && file.isIn(u"core/records"_s))
        return true; // a record like the others, in the folder that its feature has
    if (file.isIn(u"core"_s))
        return mayUse(file.path.section(u'/', 1, 1), folder);
    return folder != u"app"_s && folder != u"tests"_s;
}

} // namespace

QStringList guiInCore(const SourceTree &tree) {
    return codeMatches(
        tree, isWithoutGui,
        u"#\\s*include\\s*<Qt(Gui|Widgets|Svg|PrintSupport)\\b|"
        "\\bQ(Widget|Dialog|MainWindow|Application|GuiApplication|Painter|Color|Icon|Pixmap|Image|Font|FontMetrics|Action|"
        "Clipboard|DesktopServices|Palette|Style|ProxyStyle|Label|PushButton|LineEdit|Menu|MessageBox|FileDialog|"
        "TextDocument|TextCursor|KeySequence|Shortcut|Brush|Pen|Cursor|Window|Screen|StandardItemModel|UndoStack|"
        "AbstractItemView|TableView|ListView|TreeView|LayoutItem|BoxLayout|[HV]BoxLayout|SystemTrayIcon|SvgRenderer)\\b"_s);
}

QStringList sqlClassesOutsideDb(const SourceTree &tree) {
    const auto wanted = [](const SourceFile &file) {
        return file.isCpp() && !file.isIn(u"core/db"_s) && (file.isIn(u"core"_s) || file.isIn(u"ui"_s) || file.isIn(u"app"_s));
    };
    return codeMatches(tree, wanted, u"\\bQSql[A-Z]\\w*|\\bsqlite3_\\w+|<QtSql\\b|<sqlite3\\.h>"_s);
}

QStringList sqlTextInInterface(const SourceTree &tree) {
    const auto wanted = [](const SourceFile &file) { return file.isCpp() && (file.isIn(u"ui"_s) || file.isIn(u"app"_s)); };
    return literalMatches(tree, wanted,
                          u"\\bSELECT\\s|\\bINSERT\\s+(OR\\s+\\w+\\s+)?INTO\\b|\\bUPDATE\\s+\\w+\\s+SET\\b|\\bDELETE\\s+FROM\\b|"
                          "\\bPRAGMA\\s|\\b(CREATE|DROP|ALTER)\\s+TABLE\\b"_s);
}

QStringList forbiddenFolderEdges(const SourceTree &tree) {
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s);
    QStringList found;
    for (const SourceFile &file : tree.files()) {
        if (!file.isCpp() || !(file.isIn(u"core"_s) || file.isIn(u"ui"_s)))
            continue;
        for (qsizetype i = 0; i < file.lines.size(); ++i) {
            const QRegularExpressionMatch match = include.match(file.code[i]);
            if (match.hasMatch() && !isAllowedInclude(file, match.captured(1)))
                found << u"%1:%2: %3"_s.arg(file.path).arg(i + 1).arg(file.lines[i].trimmed());
        }
    }
    return found;
}

} // namespace kontor::architecture
