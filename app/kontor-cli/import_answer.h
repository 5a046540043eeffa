// What the command line says of an import.
#pragma once

#include "command.h"

#include "exchange/importer.h"

Answer importAnswer(const kontor::exchange::ImportReport &report);

// The choices of import and of feeds --save.
kontor::Result<kontor::exchange::ImportOptions> importOptionsOf(const Arguments &arguments);
QList<Option> importChoices();
