// A date in the calendar of the interface, typed or taken from a sheet.
#pragma once

#include "widgets/formats.h"

#include <QDateEdit>

namespace kontor::ui {

class DateEdit : public QDateEdit {
    Q_OBJECT

public:
    DateEdit(const Formats &formats, QDate date, QWidget *parent = nullptr);
};

} // namespace kontor::ui
