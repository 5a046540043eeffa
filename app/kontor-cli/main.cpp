// kontor-cli: a base from a shell. Links core only.
#include "command.h"
#include "print.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

enum ExitCode { Done = 0, Refused = 1, WrongUsage = 2 };

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

QList<Command> allCommands() {
    return baseCommands() + backupCommands() + exchangeCommands() + feedCommands() + cardCommands() + logCommands() +
           segmentCommands() + historyCommands() + duplicateCommands() + benchCommands() + selftestCommands();
}

struct Line {
    bool json = false;
    bool help = false;
    QString now;
    QString command;
    QStringList words;
};

// --json, --now and --help may stand anywhere.
Result<Line> parseLine(QStringList words) {
    Line line;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (word == "--json"_L1)
            line.json = true;
        else if (word == "--help"_L1 || word == "-h"_L1)
            line.help = true;
        else if (word.startsWith("--now="_L1))
            line.now = word.mid(6);
        else if (word == "--now"_L1 && i + 1 < words.size())
            line.now = words[++i];
        else if (line.command.isEmpty() && !word.startsWith("--"_L1))
            line.command = word;
        else
            line.words << word;
    }
    return line;
}

Result<Answer> runCommand(const Command &command, const Line &line) {
    TRY(arguments, Arguments::parse(line.words, command.options));
    return command.run({arguments, line.now});
}

void print(const Answer &answer, bool json) {
    if (json)
        printJson(answer.json);
    else if (answer.text.isEmpty())
        printText(answer.json);
    else
        QTextStream(stdout) << answer.text << '\n';
}

int fail(const Error &error, bool json) {
    const bool isUsage = error.detail == QLatin1StringView(kUsage);
    if (json)
        printJson({{u"error"_s, QJsonObject{{u"code"_s, codeWord(error.code)},
                                            {u"message"_s, error.message},
                                            {u"field"_s, QString::fromUtf8(error.field)}}}});
    QTextStream(stderr) << "kontor-cli: " << error.message << (isUsage ? tr(" See kontor-cli --help.") : QString()) << '\n';
    return isUsage ? WrongUsage : Refused;
}

} // namespace

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"Kontor"_s);
    QCoreApplication::setApplicationName(u"Kontor"_s);
    const auto line = parseLine(QCoreApplication::arguments().mid(1));
    const QList<Command> commands = allCommands();
    if (line->help || line->command.isEmpty()) {
        printHelp(commands, line->command);
        return line->help ? Done : WrongUsage;
    }
    for (const Command &command : commands) {
        if (command.name != line->command)
            continue;
        const auto answer = runCommand(command, *line);
        if (!answer)
            return fail(answer.error(), line->json);
        print(*answer, line->json);
        return answer->exitCode;
    }
    return fail(usageError(tr("There is no command “%1”.").arg(line->command)), line->json);
}
