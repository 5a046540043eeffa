#include "command.h"
#include "selftest_writer.h"

#include "records/check.h"
#include "records/selftest.h"
#include "sharing/self_test.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

QString inWords(const sharing::SelfTest &test) {
    QStringList lines{tr("%1 (%2, mounted at %3)").arg(placeWord(test.place.kind), test.place.fileSystem, test.place.mountPoint)};
    for (const sharing::SelfTestStep &step : test.steps)
        lines << (step.ok ? u"  yes  "_s : u"  NO   "_s) + step.name;
    if (!test.problem.isEmpty())
        lines << test.problem;
    if (!test.place.mayWrite())
        lines << test.place.reason << test.place.remedy;
    lines << (test.ok() ? tr("A base in this folder can be shared.") : tr("A base in this folder is opened for reading only."));
    return lines.join(u'\n');
}

Result<Answer> runSelfTest(const Call &call) {
    TRY(folder, call.arguments.required(0, u"FOLDER"_s));
    QElapsedTimer timer;
    timer.start();
    const sharing::SelfTest test = sharing::testFolder(folder);
    QJsonArray steps;
    for (const sharing::SelfTestStep &step : test.steps)
        steps << QJsonObject{{u"name"_s, step.name}, {u"ok"_s, step.ok}};
    Answer answer{{{u"folder"_s, QDir(folder).absolutePath()},
                   {u"place"_s, placeWord(test.place.kind)},
                   {u"file_system"_s, test.place.fileSystem},
                   {u"mount_point"_s, test.place.mountPoint},
                   {u"may_write"_s, test.ok()},
                   {u"reason"_s, test.place.mayWrite() ? test.problem : test.place.reason},
                   {u"remedy"_s, test.place.remedy},
                   {u"steps"_s, steps},
                   {u"ms"_s, timer.elapsed()}}};
    answer.text = inWords(test);
    answer.exitCode = test.ok() ? 0 : 1;
    return answer;
}

Result<Answer> runWriter(const Call &call) {
    const Arguments &arguments = call.arguments;
    TRY(base, arguments.required(0, u"BASE"_s));
    TRY(ackFile, arguments.required(1, u"ACKFILE"_s));
    TRY(writer, arguments.number(u"writer"_s, -1));
    TRY(seconds, arguments.number(u"seconds"_s, 60));
    TRY(hold, arguments.number(u"hold"_s, 0));
    if (writer < 0)
        return usageError(tr("--writer is a number from 0."));
    SelftestWriter selftest({base, ackFile, writer, int(seconds), int(hold)});
    TRY(tally, selftest.run());
    Answer answer{{{u"commits"_s, tally.commits},
                   {u"reads"_s, tally.reads},
                   {u"busy"_s, tally.busy},
                   {u"errors"_s, tally.errors},
                   {u"bad"_s, tally.bad},
                   {u"corrupt"_s, tally.corrupt}}};
    answer.text = tally.line();
    answer.exitCode = tally.bad || tally.corrupt ? 1 : 0;
    return answer;
}

// A last line without its end was cut short by a kill: its step was not acknowledged.
Result<QSet<QString>> acknowledged(const QStringList &files) {
    QSet<QString> lines;
    for (const QString &path : files) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{Code::NotFound, tr("“%1” cannot be read.").arg(path), QString(), QByteArrayLiteral("ackfile")};
        while (!file.atEnd())
            if (const QByteArray line = file.readLine(); line.endsWith('\n') && line.size() > 1)
                lines.insert(QString::fromUtf8(line.chopped(1)));
    }
    return lines;
}

Result<Answer> runVerify(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(acked, acknowledged(call.arguments.positional().mid(1)));
    TRY(notes, records::selftestNotes(base->database()));
    TRY(counter, records::selftestCounter(base->database()));
    TRY(problems, records::problems(*base, true));
    QHash<std::pair<qint64, qint64>, int> times;
    QSet<QString> texts;
    for (const records::SelftestNote &note : std::as_const(notes)) {
        ++times[{note.writer, note.seq}];
        texts.insert(note.text());
    }
    const qint64 lost = std::count_if(acked.cbegin(), acked.cend(), [&](const QString &line) { return !texts.contains(line); });
    const qint64 twice = std::count_if(times.cbegin(), times.cend(), [](int count) { return count > 1; });
    const bool ok = lost == 0 && twice == 0 && counter == notes.size() && problems.isEmpty();
    return Answer{{{u"acked"_s, acked.size()},
                   {u"present"_s, notes.size()},
                   {u"lost"_s, lost},
                   {u"twice"_s, twice},
                   {u"counter"_s, counter},
                   {u"problems"_s, problems.size()},
                   {u"ok"_s, ok}},
                  ok ? 0 : 1};
}

} // namespace

QList<Command> selftestCommands() {
    return {
        {u"selftest"_s,
         u"FOLDER"_s,
         u"Whether a base in this folder can be shared: what kind of drive it is, and what two programs see of each other "
         u"there.\n"
         "-> {\"folder\", \"place\", \"file_system\", \"mount_point\", \"may_write\", \"reason\", \"remedy\", \"steps\", \"ms\"}"_s,
         {},
         &runSelfTest},
        {u"selftest-writer"_s,
         u"BASE ACKFILE --writer N [--seconds S] [--hold MS]"_s,
         u"Counts in the base and notes each step, as one operation, until the time is over, and after each commit adds the "
         u"line\n"
         "\"N SEQ VALUE\" to ACKFILE. Goes on after errors. --hold pauses before each COMMIT.\n"
         "-> {\"commits\", \"reads\", \"busy\", \"errors\", \"bad\", \"corrupt\"}"_s,
         {{u"writer"_s, u"N"_s}, {u"seconds"_s, u"S"_s}, {u"hold"_s, u"MS"_s}},
         &runWriter},
        {u"selftest-verify"_s,
         u"BASE ACKFILE..."_s,
         u"Whether every acknowledged step is there once, the counter equals the notes, and check --full is clean.\n"
         "-> {\"acked\", \"present\", \"lost\", \"twice\", \"counter\", \"problems\", \"ok\"}"_s,
         {},
         &runVerify}};
}
