// One command of kontor-cli: what it takes, what it says, what it does.
#pragma once

#include "arguments.h"

#include "records/all_records.h"

#include <QJsonObject>

struct Answer {
    QJsonObject json;
    int exitCode = 0;
    QString text = {}; // without --json; empty: the fields of `json`
};

struct Call {
    Arguments arguments;
    QString now; // --now: fixes the time, ISO 8601

    kontor::Result<std::unique_ptr<kontor::workspace::Base>> openBase(bool readOnly, bool takesOlder = false) const;
};

struct Command {
    QString name;
    QString usage; // after the name
    QString help;  // what it does and what its JSON holds
    QList<Option> options;
    kontor::Result<Answer> (*run)(const Call &call);
};

QList<Command> backupCommands();
QList<Command> baseCommands();
QList<Command> cardCommands();
QList<Command> logCommands();
QList<Command> segmentCommands();
QList<Command> historyCommands();
QList<Command> exchangeCommands();
QList<Command> feedCommands();
QList<Command> duplicateCommands();
QList<Command> benchCommands();
QList<Command> selftestCommands();

// Words of several commands.
kontor::Result<kontor::Id> idArgument(const Arguments &arguments, int index);
// The id of a card that was merged into another one leads to that one.
kontor::Result<kontor::Id> customerArgument(kontor::workspace::Base &base, const Arguments &arguments, int index);
