// The rule that a command names: --rule FILE ("-": stdin), or a saved segment by the option `nameOption`.
#pragma once

#include "command.h"

#include "segments/context.h"
#include "segments/rule.h"

kontor::Result<kontor::segments::Rule> ruleArgument(kontor::workspace::Base &base, const Arguments &arguments,
                                                    const QString &nameOption);
