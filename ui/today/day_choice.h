// The days that a task is postponed to with one key: today, tomorrow, the next first day of a working week, or one that is picked.
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace kontor::ui {

class Formats;

struct DayChoice {
    QString text;
    QDate day; // invalid: asked for
};

QList<DayChoice> dayChoices(const Formats &formats);

} // namespace kontor::ui
