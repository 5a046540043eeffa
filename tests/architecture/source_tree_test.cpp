#include "architecture/source_tree.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor::architecture;

TEST(SourceTree, ReadsTheRealRepository) {
    const SourceTree tree = realTree();
    const auto has = [&](const QString &path) {
        return !tree.filesWhere([&](const SourceFile &file) { return file.path == path; }).isEmpty();
    };
    EXPECT_TRUE(has(u"core/base/result.h"_s));
    EXPECT_TRUE(has(u"tests/architecture/source_tree_test.cpp"_s));
    EXPECT_TRUE(has(u"CMakeLists.txt"_s));
}

TEST(SourceTree, TakesCommentsOutOfTheCode) {
    const SourceFile file = sourceFile(u"core/x.cpp"_s, u"int a; // QWidget\n/* QDialog\n QMenu */ int b;\n"_s);
    EXPECT_EQ(file.code.value(0), u"int a; "_s);
    EXPECT_EQ(file.code.value(1), QString());
    EXPECT_EQ(file.code.value(2), u" int b;"_s);
}

TEST(SourceTree, KeepsLiteralsApartFromTheCode) {
    const SourceFile file = sourceFile(u"core/x.cpp"_s, u"say(u\"a \\\" // b\"_s, 'c', 1'000);\n"_s);
    EXPECT_EQ(file.code.value(0), u"say(u\"\"_s, '', 1'000);"_s);
    EXPECT_EQ(file.literals.value(0), u"a \" // b c "_s);
}

TEST(SourceTree, ReadsRawLiteralsLineByLine) {
    const SourceFile file = sourceFile(u"core/x.cpp"_s, u"run(R\"sql(\nSELECT 1 )\" \n)sql\");\nint last;\n"_s);
    EXPECT_EQ(file.literals.value(1), u"SELECT 1 )\" "_s);
    EXPECT_EQ(file.code.value(2), u");"_s);
    EXPECT_EQ(file.code.value(3), u"int last;"_s);
}

TEST(SourceTree, KeepsThePathOfAnInclude) {
    const SourceFile file = sourceFile(u"core/x.cpp"_s, u"#include \"db/value.h\" // why\n"_s);
    EXPECT_EQ(file.code.value(0).trimmed(), u"#include \"db/value.h\""_s);
}
