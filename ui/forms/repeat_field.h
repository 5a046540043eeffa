// How often a task comes again: a choice of units, how many of them, and below both in words.
#pragma once

#include "tasks/repeat.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace kontor::ui {

class Formats;
class PaletteLabel;

class RepeatField : public QWidget {
    Q_OBJECT

public:
    explicit RepeatField(const Formats &formats, QWidget *parent = nullptr);

    void setRepeat(const std::optional<Repeat> &repeat); // nothing: it does not repeat
    const std::optional<Repeat> &repeat() const { return m_repeat; }
    // The day that the series begins with; what repeats does it on that day of the week, month or year from then on.
    void setFirst(QDate day);
    QComboBox *unit() const { return m_unit; }
    QSpinBox *every() const { return m_every; }

signals:
    void edited(); // by the person
    void sizeChanged();

private:
    void take();
    void showWords();

    const Formats &m_formats;
    QComboBox *m_unit;
    QSpinBox *m_every;
    PaletteLabel *m_words;
    std::optional<Repeat> m_repeat;
    QDate m_first;
};

// "Every 2 weeks on Monday"
QString repeatSentence(const Repeat &repeat, const Formats &formats);

} // namespace kontor::ui
