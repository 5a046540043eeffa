// Asks for a day in words.
#pragma once

#include "forms/popover.h"

#include <QDate>

namespace kontor::ui {

class DateWordsEdit;
class Formats;

class DayForm : public Popover {
    Q_OBJECT

public:
    DayForm(const Formats &formats, QWidget *page);
    void open(const QRect &anchor, QDate day);

signals:
    void dayReady(QDate day);

private:
    DateWordsEdit *m_day;
};

} // namespace kontor::ui
