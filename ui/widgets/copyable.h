// Labels whose text can be selected and copied. What is copied carries none of the marks that keep directions on the screen.
#pragma once

class QLabel;

namespace kontor::ui {

void makeCopyable(QLabel *label);

} // namespace kontor::ui
