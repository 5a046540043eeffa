// Fences about the files themselves: their length, their names, their place in the build, what must not be left in them.
#pragma once

#include "architecture/source_tree.h"

namespace kontor::architecture {

constexpr int kLongestFile = 500;
constexpr int kLongFile = 300;
constexpr double kShortShare = 0.95; // of the files have to be shorter than kLongFile

QStringList tooLongFiles(const SourceTree &tree);
QStringList tooManyLongFiles(const SourceTree &tree);
// A source that no CMakeLists.txt names is compiled by nobody and noticed by nobody.
QStringList unlistedSources(const SourceTree &tree);
QStringList unlistedFolders(const SourceTree &tree);
// Include paths and generated files stay unambiguous when a name exists once in core and ui together.
QStringList repeatedFileNames(const SourceTree &tree);
QStringList unfinishedMarks(const SourceTree &tree);
QStringList machinePaths(const SourceTree &tree);

} // namespace kontor::architecture
