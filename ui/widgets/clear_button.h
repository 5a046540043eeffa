// The cross in a line that is searched by: Qt gives it no name.
#pragma once

class QLineEdit;

namespace kontor::ui {

// For a line with setClearButtonEnabled(true), when it is built and when the language changes.
void nameClearButton(const QLineEdit &line);

} // namespace kontor::ui
