#include <QFile>
#include <QString>

#include <gtest/gtest.h>

namespace {

QByteArray programBytes() {
    QFile program(QString::fromUtf8(KONTOR_CLI_PROGRAM));
    return program.open(QIODevice::ReadOnly) ? program.readAll() : QByteArray();
}

} // namespace

// The names of the libraries that a program needs stand in its file as they are.
TEST(CommandLineProgram, NeedsQtCore) { EXPECT_TRUE(programBytes().contains("Qt6Core")); }

TEST(CommandLineProgram, NeedsNoGraphicsLibrary) {
    const QByteArray bytes = programBytes();
    ASSERT_FALSE(bytes.isEmpty());
    for (const char *library : {"Qt6Gui", "Qt6Widgets", "Qt6Svg", "Qt6OpenGL"})
        EXPECT_FALSE(bytes.contains(library)) << library;
}
