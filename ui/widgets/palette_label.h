// Labels in a text role and a colour of the theme, which follow later changes of both.
#pragma once

#include "theme/text_role.h"

#include <QLabel>

namespace kontor::ui {

enum class TextColour { Normal, Second, Third, Good, Warn, Bad };

class PaletteLabel : public QLabel {
    Q_OBJECT

public:
    explicit PaletteLabel(TextRole role, TextColour colour = TextColour::Normal, QWidget *parent = nullptr);
    void setColour(TextColour colour);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColour();
    void alignToStart();

    TextColour m_colour;
};

} // namespace kontor::ui
