// The window of a base that logs notes with keys, one after another, until it is killed: window_writer BASE CUSTOMER TEXT
// After each note that the window called saved it prints "saved TEXT N" and flushes.
#include "records/all_records.h"
#include "support/window_driver.h"

#include <QTemporaryDir>

#include <cstdio>

using namespace kontor;
using namespace Qt::StringLiterals;

int main(int argc, char **argv) {
    testing::InitGoogleTest(&argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() != 4)
        return 2;
    QTemporaryDir folder; // of this process alone: it is left behind by the kill, in the system's temporary folder
    tests::WindowDriver driver(records::openOptions(), folder.path());
    if (!tests::openBase(driver.window(), words[1]))
        return 1;
    driver.window().go({"customers", Id{words[2].toLongLong()}, {}});
    if (!driver.waitFor(
            [&] { return driver.card() && driver.card()->isVisible() && driver.card()->content().card.customer.id.isValid(); }))
        return 1;
    int saved = 0;
    QObject::connect(driver.window().workspace(), &workspace::Workspace::changed, &application,
                     [&saved](const workspace::ChangeSet &changes) { saved += changes.isOwn && changes.touches("interaction"); });
    for (int number = 0;; ++number) {
        const QString text = u"%1 %2"_s.arg(words[3]).arg(number);
        driver.press(Qt::Key_F8);
        driver.type(text);
        driver.press(Qt::Key_Return, Qt::ControlModifier);
        if (!driver.waitFor([&] { return saved == number + 1; }))
            return 1;
        std::printf("saved %s\n", qPrintable(text));
        std::fflush(stdout);
    }
}
