#include "architecture/file_fences.h"

#include "architecture/fence_expectations.h"

using namespace Qt::StringLiterals;
using namespace kontor::architecture;

namespace {

QString linesOf(int count) { return u"int a;\n"_s.repeated(count); }

} // namespace

TEST(FileFences, NoFileIsTooLong) { expectKept(tooLongFiles); }

TEST(FileFences, ATooLongFileIsFound) {
    expectBites(tooLongFiles, u"core/base/x.cpp"_s, linesOf(501), u"core/base/x.cpp:501"_s);
    expectPasses(tooLongFiles, u"core/base/x.cpp"_s, linesOf(500));
}

TEST(FileFences, NearlyAllFilesAreShort) { expectKept(tooManyLongFiles); }

TEST(FileFences, TooManyLongFilesAreFound) {
    QList<QPair<QString, QString>> files;
    for (int i = 0; i < 19; ++i)
        files.append({u"core/base/short%1.cpp"_s.arg(i), linesOf(299)});
    files.append({u"core/base/long.cpp"_s, linesOf(300)});
    EXPECT_TRUE(tooManyLongFiles(SourceTree::of(files)).isEmpty());
    files.append({u"core/base/long_too.cpp"_s, linesOf(300)});
    EXPECT_EQ(tooManyLongFiles(SourceTree::of(files)).size(), 2);
}

TEST(FileFences, EverySourceIsBuilt) { expectKept(unlistedSources); }

TEST(FileFences, ASourceThatNobodyBuildsIsFound) {
    const QStringList found =
        unlistedSources(SourceTree::of({{u"core/base/CMakeLists.txt"_s, u"a(SOURCES one.cpp HEADERS one.h)\n"_s},
                                        {u"core/base/one.cpp"_s, u"\n"_s},
                                        {u"core/base/one.h"_s, u"\n"_s},
                                        {u"core/base/ne.cpp"_s, u"\n"_s}}));
    EXPECT_EQ(found, QStringList{u"core/base/ne.cpp:1: no CMakeLists.txt names it"_s});
}

TEST(FileFences, ASourceMayBeNamedByAFolderAbove) {
    EXPECT_TRUE(unlistedSources(SourceTree::of({{u"tests/CMakeLists.txt"_s, u"a(${ROOT}/support/main.cpp)\n"_s},
                                                {u"tests/support/main.cpp"_s, u"\n"_s}}))
                    .isEmpty());
}

TEST(FileFences, EveryFolderIsBuilt) { expectKept(unlistedFolders); }

TEST(FileFences, AFolderThatNobodyBuildsIsFound) {
    const QStringList found = unlistedFolders(SourceTree::of({{u"CMakeLists.txt"_s, u"add_subdirectory(core)\n"_s},
                                                              {u"core/CMakeLists.txt"_s, u"foreach(folder base)\n"_s},
                                                              {u"core/base/CMakeLists.txt"_s, u"\n"_s},
                                                              {u"core/lost/CMakeLists.txt"_s, u"\n"_s}}));
    EXPECT_EQ(found, QStringList{u"core/lost/CMakeLists.txt:1: no CMakeLists.txt above names its folder"_s});
}

TEST(FileFences, FileNamesAreUnique) { expectKept(repeatedFileNames); }

TEST(FileFences, ARepeatedFileNameIsFound) {
    const QStringList found =
        repeatedFileNames(SourceTree::of({{u"core/base/list.h"_s, u"\n"_s}, {u"ui/lists/list.h"_s, u"\n"_s}}));
    EXPECT_EQ(found, QStringList{u"ui/lists/list.h:1: the name is already that of core/base/list.h"_s});
}

TEST(FileFences, NothingIsMarkedUnfinished) { expectKept(unfinishedMarks); }

TEST(FileFences, AnUnfinishedMarkIsFound) {
    expectBites(unfinishedMarks, u"packaging/x.sh"_s, u"\n# TODO: later\n"_s, u"packaging/x.sh:2"_s);
}

TEST(FileFences, NoPathOfOneMachineIsLeft) { expectKept(machinePaths); }

TEST(FileFences, APathOfOneMachineIsFound) {
    expectBites(machinePaths, u"tests/core/x.cpp"_s, u"open(\"/home/anna/x.csv\");\n"_s, u"tests/core/x.cpp:1"_s);
    expectPasses(machinePaths, u"tests/core/x.cpp"_s, u"open(root + \"/share/homepage/\");\n"_s);
}
