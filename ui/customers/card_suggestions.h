// What the lines of the card's forms offer while they are typed.
#pragma once

#include "forms/suggest_edit.h"
#include "workspace/workspace.h"

namespace kontor::ui {

SuggestEdit::Provider customerSuggestions(workspace::Workspace &workspace);
SuggestEdit::Provider productSuggestions(workspace::Workspace &workspace);

} // namespace kontor::ui
