#include "architecture/file_fences.h"

#include <QHash>
#include <QRegularExpression>

namespace kontor::architecture {
using namespace Qt::StringLiterals;

namespace {

bool isSource(const SourceFile &file) {
    return file.isCpp() && (file.isIn(u"app"_s) || file.isIn(u"core"_s) || file.isIn(u"ui"_s) || file.isIn(u"tests"_s));
}

// This folder names on purpose what it forbids.
bool isNotFence(const SourceFile &file) { return !file.isIn(u"tests/architecture"_s); }

bool names(const SourceFile &cmake, const QString &path) {
    const QString word = QRegularExpression::escape(path);
    const QRegularExpression expression(u"(^|[\\s/(\"])"_s + word + u"($|[\\s)\"])"_s);
    return std::any_of(cmake.lines.begin(), cmake.lines.end(),
                       [&](const QString &line) { return expression.match(line.section(u'#', 0, 0)).hasMatch(); });
}

// Named by the CMakeLists.txt of its own folder or of a folder above it, by its path from there.
bool isNamedAbove(const QHash<QString, SourceFile> &cmakeByFolder, const QString &path) {
    for (int depth = path.count(u'/'); depth > 0; --depth) {
        const auto cmake = cmakeByFolder.constFind(path.section(u'/', 0, depth - 1));
        if (cmake != cmakeByFolder.constEnd() && names(*cmake, path.section(u'/', depth)))
            return true;
    }
    return false;
}

QHash<QString, SourceFile> cmakeByFolder(const SourceTree &tree) {
    QHash<QString, SourceFile> found;
    for (const SourceFile &file : tree.files())
        if (file.isCMakeLists())
            found.insert(file.folder(), file);
    return found;
}

} // namespace

QStringList tooLongFiles(const SourceTree &tree) {
    QStringList found;
    for (const SourceFile &file : tree.filesWhere(isSource))
        if (file.lines.size() > kLongestFile)
            found << u"%1:%2: longer than %3 lines"_s.arg(file.path).arg(file.lines.size()).arg(kLongestFile);
    return found;
}

QStringList tooManyLongFiles(const SourceTree &tree) {
    const QList<SourceFile> files = tree.filesWhere(isSource);
    QStringList longFiles;
    for (const SourceFile &file : files)
        if (file.lines.size() >= kLongFile)
            longFiles << u"%1:%2: among the files of %3 lines and more"_s.arg(file.path).arg(file.lines.size()).arg(kLongFile);
    const double share = files.isEmpty() ? 1.0 : 1.0 - double(longFiles.size()) / double(files.size());
    return share < kShortShare ? longFiles : QStringList();
}

QStringList unlistedSources(const SourceTree &tree) {
    const auto cmake = cmakeByFolder(tree);
    QStringList found;
    for (const SourceFile &file : tree.filesWhere(isSource))
        if (file.path.endsWith(u".cpp"_s) || !file.isIn(u"tests"_s))
            if (!isNamedAbove(cmake, file.path))
                found << u"%1:1: no CMakeLists.txt names it"_s.arg(file.path);
    return found;
}

QStringList unlistedFolders(const SourceTree &tree) {
    const auto cmake = cmakeByFolder(tree);
    QStringList found;
    for (const SourceFile &file : tree.filesWhere([](const SourceFile &file) { return file.isCMakeLists(); })) {
        QString above = file.folder();
        bool named = above.isEmpty();
        while (!named && above.contains(u'/')) {
            above = above.section(u'/', 0, -2);
            const auto parent = cmake.constFind(above);
            named = parent != cmake.constEnd() && names(*parent, file.folder().mid(above.size() + 1));
        }
        if (!named && cmake.contains(QString()))
            named = names(cmake.value(QString()), file.folder());
        if (!named)
            found << u"%1:1: no CMakeLists.txt above names its folder"_s.arg(file.path);
    }
    return found;
}

QStringList repeatedFileNames(const SourceTree &tree) {
    QHash<QString, QString> first;
    QStringList found;
    for (const SourceFile &file : tree.files()) {
        if (!file.isCpp() || !(file.isIn(u"core"_s) || file.isIn(u"ui"_s)))
            continue;
        if (first.contains(file.name()))
            found << u"%1:1: the name is already that of %2"_s.arg(file.path, first.value(file.name()));
        else
            first.insert(file.name(), file.path);
    }
    return found;
}

QStringList unfinishedMarks(const SourceTree &tree) { return lineMatches(tree, isNotFence, u"\\b(TODO|FIXME|XXX|HACK)\\b"_s); }

QStringList machinePaths(const SourceTree &tree) {
    return lineMatches(tree, isNotFence, u"(^|[\\s\"'=:(])/(work|home|root|Users)/"_s);
}

} // namespace kontor::architecture
