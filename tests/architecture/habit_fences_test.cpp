#include "architecture/habit_fences.h"

#include "architecture/fence_expectations.h"

using namespace Qt::StringLiterals;
using namespace kontor::architecture;

TEST(HabitFences, NothingIsGlobal) { expectKept(singletons); }

TEST(HabitFences, ASingletonIsFound) {
    expectBites(singletons, u"core/preferences/settings.h"_s, u"\nstatic Settings &instance();\n"_s,
                u"core/preferences/settings.h:2"_s);
    expectBites(singletons, u"ui/theme/theme.cpp"_s, u"Q_GLOBAL_STATIC(Theme, theTheme)\n"_s, u"ui/theme/theme.cpp:1"_s);
    expectBites(singletons, u"ui/theme/theme.cpp"_s, u"qApp->setPalette(p);\n"_s, u"ui/theme/theme.cpp:1"_s);
    expectBites(singletons, u"app/kontor/main.cpp"_s, u"Theme::instance().apply();\n"_s, u"app/kontor/main.cpp:1"_s);
    expectPasses(singletons, u"app/kontor/main.cpp"_s, u"QCoreApplication::instance()->quit();\n"_s);
}

TEST(HabitFences, NothingWaitsInTheMiddleOfSomething) { expectKept(waiting); }

TEST(HabitFences, AWaitIsFound) {
    expectBites(waiting, u"ui/find/find.cpp"_s, u"\nfuture.waitForFinished();\n"_s, u"ui/find/find.cpp:2"_s);
    expectBites(waiting, u"core/exchange/import.cpp"_s, u"QCoreApplication::processEvents();\n"_s,
                u"core/exchange/import.cpp:1"_s);
}

TEST(HabitFences, ThereIsOneEventLoop) { expectKept(nestedEventLoops); }

TEST(HabitFences, ANestedEventLoopIsFound) {
    expectBites(nestedEventLoops, u"ui/dialogs/ask.cpp"_s, u"\n\nif (dialog.exec() == 1)\n"_s, u"ui/dialogs/ask.cpp:3"_s);
    expectBites(nestedEventLoops, u"ui/lists/list.cpp"_s, u"menu->exec(point);\n"_s, u"ui/lists/list.cpp:1"_s);
    expectBites(nestedEventLoops, u"core/exchange/x.cpp"_s, u"QEventLoop loop;\n"_s, u"core/exchange/x.cpp:1"_s);
    expectBites(nestedEventLoops, u"app/kontor/main.cpp"_s, u"QMessageBox::warning(nullptr, a, b);\n"_s,
                u"app/kontor/main.cpp:1"_s);
    expectBites(nestedEventLoops, u"ui/exchange/x.cpp"_s, u"QFileDialog::getOpenFileName(this);\n"_s, u"ui/exchange/x.cpp:1"_s);
    expectPasses(nestedEventLoops, u"app/kontor/main.cpp"_s, u"return application.exec();\n"_s);
    expectPasses(nestedEventLoops, u"core/db/statement.cpp"_s, u"query.exec(text);\n"_s);
    expectPasses(nestedEventLoops, u"ui/dialogs/ask.cpp"_s, u"dialog->open();\n"_s);
}

TEST(HabitFences, ConnectionsAreCheckedByTheCompiler) { expectKept(stringBasedConnections); }

TEST(HabitFences, AStringBasedConnectionIsFound) {
    expectBites(stringBasedConnections, u"ui/x/y.cpp"_s, u"connect(a, SIGNAL(b()), c, SLOT(d()));\n"_s, u"ui/x/y.cpp:1"_s);
    expectPasses(stringBasedConnections, u"ui/x/y.cpp"_s, u"Q_SIGNAL void b();\n"_s);
}

TEST(HabitFences, ThereAreNoStyleSheets) { expectKept(styleSheets); }

TEST(HabitFences, AStyleSheetIsFound) {
    expectBites(styleSheets, u"ui/x/y.cpp"_s, u"label->setStyleSheet(red);\n"_s, u"ui/x/y.cpp:1"_s);
}
