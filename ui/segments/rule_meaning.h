// What a rule means in this window: money and country of the file, months and years of the person's calendar.
#pragma once

#include "segments/context.h"
#include "widgets/formats.h"
#include "workspace/workspace.h"

namespace kontor::ui {

inline segments::Context ruleMeaning(const workspace::Workspace &workspace, const Formats &formats) {
    const workspace::BaseSettings &settings = workspace.settings();
    return {workspace.clock(), settings.currency, settings.country, settings.language, false, formats.calendar()};
}

// The same for sentences that are read in the window.
inline segments::Context ruleOnScreen(const workspace::Workspace &workspace, const Formats &formats) {
    segments::Context context = ruleMeaning(workspace, formats);
    context.language = formats.locale().name();
    context.isOnScreen = true;
    return context;
}

} // namespace kontor::ui
