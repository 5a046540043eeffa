// "How did the call go?" below a task that was ticked: the outcomes with their numbers.
#pragma once

#include <QWidget>

namespace kontor::ui {

class Formats;
class OutcomeBar;
class PaletteLabel;

class OutcomeStrip : public QWidget {
    Q_OBJECT

public:
    explicit OutcomeStrip(const Formats &formats, QWidget *parent = nullptr);
    OutcomeBar *bar() const { return m_bar; }
    int heightFor(int width) const;

private:
    PaletteLabel *m_question;
    OutcomeBar *m_bar;
};

} // namespace kontor::ui
