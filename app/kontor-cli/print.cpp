#include "print.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

QString plain(const QJsonValue &value) {
    if (value.isDouble()) {
        const double number = value.toDouble();
        return number == double(value.toInteger()) ? QString::number(value.toInteger()) : QString::number(number, 'g', 12);
    }
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    return value.isNull() ? u"-"_s : value.toString();
}

void print(QTextStream &out, const QString &name, const QJsonValue &value, int depth);

void printFields(QTextStream &out, const QJsonObject &object, int depth) {
    for (auto field = object.begin(); field != object.end(); ++field)
        print(out, field.key(), field.value(), depth);
}

void printItems(QTextStream &out, const QJsonArray &items, int depth) {
    for (const QJsonValue &item : items) {
        if (item.isObject()) {
            out << QString(depth * 2, u' ') << "-\n";
            printFields(out, item.toObject(), depth + 1);
        } else {
            out << QString(depth * 2, u' ') << plain(item) << '\n';
        }
    }
}

void print(QTextStream &out, const QString &name, const QJsonValue &value, int depth) {
    const bool isEmpty = (value.isString() && value.toString().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
    if (isEmpty)
        return;
    out << QString(depth * 2, u' ') << name << ':';
    if (value.isObject() || value.isArray()) {
        out << '\n';
        value.isObject() ? printFields(out, value.toObject(), depth + 1) : printItems(out, value.toArray(), depth + 1);
    } else {
        out << ' ' << plain(value) << '\n';
    }
}

} // namespace

void printJson(const QJsonObject &object) { QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << '\n'; }

void printText(const QJsonObject &object) {
    QTextStream out(stdout);
    printFields(out, object, 0);
}

void printHelp(const QList<Command> &commands, const QString &name) {
    QTextStream out(stdout);
    out << "kontor-cli [--json] [--now ISO] COMMAND ...\n"
           "  A Kontor base from a shell. --json prints one JSON object, on failure {\"error\": {\"code\", \"message\", "
           "\"field\"}} too.\n"
           "  --now fixes the time. Exit code: 0 done, 1 refused or failed (a sentence on stderr), 2 wrong usage.\n"
           "  Environment: KONTOR_USER (author), KONTOR_PC (this computer's id), KONTOR_CACHE (folder of the search index),\n"
           "  KONTOR_DATA (folder of journals and backups).\n\n";
    const bool isKnown =
        std::any_of(commands.begin(), commands.end(), [&](const Command &command) { return command.name == name; });
    for (const Command &command : commands)
        if (!isKnown || command.name == name)
            out << command.name << ' ' << command.usage << "\n    " << QString(command.help).replace(u'\n', u"\n    "_s)
                << "\n\n";
}
