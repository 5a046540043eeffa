#include "single_instance.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using kontor::SingleInstance;

namespace {

QString fileIn(const QTemporaryDir &folder, const QString &name) {
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    return file.fileName();
}

} // namespace

TEST(SingleInstance, TheFirstProgramOfAFileIsCalledToTheFront) {
    const QTemporaryDir folder;
    const QString file = fileIn(folder, u"a.kontor"_s);
    EXPECT_FALSE(SingleInstance::wakeOther(file));
    SingleInstance first;
    QSignalSpy wanted(&first, &SingleInstance::wanted);
    first.hold(file);
    EXPECT_TRUE(SingleInstance::wakeOther(file));
    EXPECT_TRUE(!wanted.isEmpty() || wanted.wait(10'000));
    EXPECT_FALSE(SingleInstance::wakeOther(fileIn(folder, u"b.kontor"_s))) << "another file is another matter";
}

TEST(SingleInstance, AFileThatWasLeftCanBeOpenedAgain) {
    const QTemporaryDir folder;
    const QString file = fileIn(folder, u"a.kontor"_s);
    {
        SingleInstance first;
        first.hold(file);
        first.hold(fileIn(folder, u"b.kontor"_s));
        EXPECT_FALSE(SingleInstance::wakeOther(file));
    }
    EXPECT_FALSE(SingleInstance::wakeOther(folder.filePath(u"b.kontor"_s)));
    EXPECT_FALSE(SingleInstance::wakeOther(QString()));
}
