#include "architecture/habit_fences.h"

namespace kontor::architecture {
using namespace Qt::StringLiterals;

namespace {

bool isProgram(const SourceFile &file) {
    return file.isCpp() && (file.isIn(u"core"_s) || file.isIn(u"ui"_s) || file.isIn(u"app"_s));
}

bool isCoreOrInterface(const SourceFile &file) { return isProgram(file) && !file.isIn(u"app"_s); }

} // namespace

QStringList singletons(const SourceTree &tree) {
    const auto isApp = [](const SourceFile &file) { return file.isCpp() && file.isIn(u"app"_s); };
    return codeMatches(tree, isCoreOrInterface, u"\\bQ_(APPLICATION|GLOBAL)_STATIC\\b|\\binstance\\s*\\(|\\bqApp\\b"_s) +
           codeMatches(tree, isApp, u"\\bQ_(APPLICATION|GLOBAL)_STATIC\\b|(?<!Application::)\\binstance\\s*\\("_s);
}

QStringList waiting(const SourceTree &tree) {
    return codeMatches(tree, isProgram, u"\\b(waitForFinished|waitForReadyRead|waitForBytesWritten|processEvents)\\b"_s);
}

QStringList nestedEventLoops(const SourceTree &tree) {
    const auto isOutsideDb = [](const SourceFile &file) { return isCoreOrInterface(file) && !file.isIn(u"core/db"_s); };
    return codeMatches(tree, isProgram,
                       u"\\bQEventLoop\\b|\\bQMessageBox::(question|warning|critical|information|about)\\s*\\(|"
                       "\\bQ(Input|File|Color|Font)Dialog::get\\w+\\s*\\("_s) +
           codeMatches(tree, isOutsideDb, u"(\\.|->)exec\\s*\\("_s);
}

QStringList stringBasedConnections(const SourceTree &tree) { return codeMatches(tree, isProgram, u"\\b(SIGNAL|SLOT)\\s*\\("_s); }

QStringList styleSheets(const SourceTree &tree) { return codeMatches(tree, isProgram, u"\\bsetStyleSheet\\b"_s); }

} // namespace kontor::architecture
