#include "architecture/layer_fences.h"

#include "architecture/fence_expectations.h"

using namespace Qt::StringLiterals;
using namespace kontor::architecture;

TEST(LayerFences, CoreKnowsNoWidgets) { expectKept(guiInCore); }

TEST(LayerFences, AWidgetInCoreIsFound) {
    expectBites(guiInCore, u"core/customers/card.cpp"_s, u"#include <QString>\n#include <QWidget>\n"_s,
                u"core/customers/card.cpp:2"_s);
    expectBites(guiInCore, u"core/base/x.h"_s, u"#include <QtGui/qevent.h>\n"_s, u"core/base/x.h:1"_s);
    expectBites(guiInCore, u"app/kontor-cli/main.cpp"_s, u"int main() {\n    QApplication application;\n}\n"_s,
                u"app/kontor-cli/main.cpp:2"_s);
    expectPasses(guiInCore, u"ui/lists/list.h"_s, u"#include <QWidget>\n"_s);
    expectPasses(guiInCore, u"core/base/x.h"_s, u"// no QWidget here\nQCoreApplication a;\n"_s);
}

TEST(LayerFences, OnlyDbKnowsTheDriver) { expectKept(sqlClassesOutsideDb); }

TEST(LayerFences, TheDriverOutsideDbIsFound) {
    expectBites(sqlClassesOutsideDb, u"core/search/index.cpp"_s, u"\nQSqlQuery query;\n"_s, u"core/search/index.cpp:2"_s);
    expectBites(sqlClassesOutsideDb, u"ui/lists/list.cpp"_s, u"sqlite3_exec(handle);\n"_s, u"ui/lists/list.cpp:1"_s);
    expectBites(sqlClassesOutsideDb, u"app/kontor/main.cpp"_s, u"#include <QSqlDatabase>\n"_s, u"app/kontor/main.cpp:1"_s);
    expectPasses(sqlClassesOutsideDb, u"core/db/statement.cpp"_s, u"QSqlQuery query; sqlite3_step(s);\n"_s);
}

TEST(LayerFences, TheInterfaceHoldsNoStatements) { expectKept(sqlTextInInterface); }

TEST(LayerFences, AStatementInTheInterfaceIsFound) {
    expectBites(sqlTextInInterface, u"ui/today/today.cpp"_s, u"\n\nload(u\"SELECT id FROM task\"_s);\n"_s,
                u"ui/today/today.cpp:3"_s);
    expectBites(sqlTextInInterface, u"app/kontor-cli/set.cpp"_s, u"run(u\"UPDATE customer SET name = ?\"_s);\n"_s,
                u"app/kontor-cli/set.cpp:1"_s);
    expectBites(sqlTextInInterface, u"ui/today/x.cpp"_s, u"run(R\"(\nDELETE FROM task)\");\n"_s, u"ui/today/x.cpp:2"_s);
    expectPasses(sqlTextInInterface, u"ui/today/today.cpp"_s, u"// SELECT\ntr(\"Select a customer, insert or update one\");\n"_s);
    expectPasses(sqlTextInInterface, u"core/tasks/due.cpp"_s, u"run(u\"SELECT 1\"_s);\n"_s);
}

TEST(LayerFences, FoldersUseOnlyWhatLiesBelowThem) { expectKept(forbiddenFolderEdges); }

TEST(LayerFences, AnEdgeUpwardsIsFound) {
    const auto bites = [](const QString &path, const QString &included) {
        expectBites(forbiddenFolderEdges, path, u"\n#include \"%1\"\n"_s.arg(included), path + u":2"_s);
    };
    bites(u"core/base/fold.cpp"_s, u"db/value.h"_s);
    bites(u"core/db/record.cpp"_s, u"customers/customer.h"_s);
    bites(u"core/workspace/recorder.cpp"_s, u"customers/customer.h"_s);
    bites(u"core/customers/customer.cpp"_s, u"interactions/interaction.h"_s);
    bites(u"core/tasks/task.cpp"_s, u"segments/rule.h"_s);
    bites(u"core/search/find.cpp"_s, u"segments/rule.h"_s);
    bites(u"core/customers/customer.cpp"_s, u"theme/theme.h"_s);
    bites(u"core/customers/customer.cpp"_s, u"../ui/theme/theme.h"_s);
    bites(u"core/unheard_of/x.cpp"_s, u"base/id.h"_s);
    bites(u"ui/lists/list.cpp"_s, u"tests/support/x.h"_s);
}

TEST(LayerFences, AnEdgeDownwardsIsAllowed) {
    const auto passes = [](const QString &path, const QString &included) {
        expectPasses(forbiddenFolderEdges, path, u"#include \"%1\"\n"_s.arg(included));
    };
    passes(u"core/db/value.h"_s, u"base/id.h"_s);
    passes(u"core/interactions/interaction.h"_s, u"customers/customer.h"_s);
    passes(u"core/interactions/log.cpp"_s, u"tasks/task.h"_s);
    passes(u"core/exchange/export.cpp"_s, u"segments/rule.h"_s);
    passes(u"ui/lists/list.cpp"_s, u"customers/customer.h"_s);
    passes(u"ui/lists/list.cpp"_s, u"theme/theme.h"_s);
}
