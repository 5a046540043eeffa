// kontor_bench GROUP BASE WORK: measures one group of everyday work on a base; bench.py runs it and the sqlite3 shell in turn.
#include "bench/groups.h"

#include "records/all_records.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonDocument>

#include <cstdio>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

using Group = Result<void> (*)(bench::Setting &);

const QHash<QString, Group> kGroups{{u"find"_s, &bench::benchFind},
                                    {u"card"_s, &bench::benchCard},
                                    {u"list"_s, &bench::benchList},
                                    {u"segment"_s, &bench::benchSegment},
                                    {u"care"_s, &bench::benchCare},
                                    {u"bulk"_s, &bench::benchBulk},
                                    {u"meanwhile"_s, &bench::benchMeanwhile}};

Result<void> run(const QString &group, const QString &path, const QJsonObject &work) {
    workspace::OpenOptions options = records::openOptions();
    options.readOnly = group != "bulk"_L1; // with the settings of the window's readers
    TRY(base, workspace::Base::open(path, options));
    Clock clock = base->clock();
    clock.fixedNow = clock.fromIso(work.value(u"today"_s).toString() + u"T12:00"_s);
    base->setClock(clock);
    bench::Setting setting{*base, work};
    return kGroups.value(group)(setting);
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Kontor"_s);
    const QStringList arguments = application.arguments();
    QFile work(arguments.value(3));
    if (arguments.size() != 4 || !kGroups.contains(arguments.at(1)) || !work.open(QIODevice::ReadOnly)) {
        std::fputs("kontor_bench find|card|list|segment|care|bulk|meanwhile BASE WORK\n", stderr);
        return 2;
    }
    const auto done = run(arguments.at(1), arguments.at(2), QJsonDocument::fromJson(work.readAll()).object());
    if (!done) {
        std::fprintf(stderr, "%s\n%s\n", qPrintable(done.error().message), qPrintable(done.error().detail));
        return 1;
    }
    return 0;
}
