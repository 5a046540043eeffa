// What kontor-cli writes: JSON for programs, lines for people, and its help.
#pragma once

#include "command.h"

void printJson(const QJsonObject &object);
void printText(const QJsonObject &object);
// All commands, or only the named one where there is such a command.
void printHelp(const QList<Command> &commands, const QString &name);
