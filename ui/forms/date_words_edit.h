// A line for a day, with or without a time, in words: "tue 10:00", "+3", "in 2 weeks". Leaving it writes out what was understood. A month to
// take the day from opens by the mark at its end, or Alt+Down.
#pragma once

#include "base/instant.h"
#include "interactions/date_words.h"

#include <QLineEdit>

class QToolButton;

namespace kontor::ui {

class Formats;

class DateWordsEdit : public QLineEdit {
    Q_OBJECT

public:
    DateWordsEdit(const Formats &formats, DateLean lean, QWidget *parent = nullptr);

    void setValue(const std::optional<DateWords> &value);
    // Of the text as it stands; nothing where it is empty or not understood.
    std::optional<DateWords> value() const;
    bool isUnderstood() const { return text().trimmed().isEmpty() || value().has_value(); }
    DateReading reading() const; // how this line understands words
    static QString problem();    // a sentence for a text that is not understood

    // "Tue 10 Mar 10:00", with the year where it is another one. value() reads it back.
    static QString wording(const DateWords &value, const Formats &formats);
    static QString wording(QDate day, const std::optional<Instant> &at, const Formats &formats); // with the time that `at` has

    QSize sizeHint() const override;

signals:
    void valueEdited(); // by typing, or out of the sheet

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void writeOut();
    void openSheet();
    void take(QDate day);

    const Formats &m_formats;
    DateLean m_lean;
    QToolButton *m_sheetButton;
};

} // namespace kontor::ui
