// What an appointment or task of a calendar says, as the cells of a row: of entries for what was, of tasks for what is to be done or to come.
#pragma once

#include "base/clock.h"
#include "exchange/calendar_reader.h"
#include "exchange/vcard_text.h"

namespace kontor::exchange {

struct CalendarRow {
    bool isTask = false; // an appointment that is still to come is one too
    QStringList cells;   // with the titles of calendarTitles()
    qint64 line = 0;
    QString problem;
};

// One entry for a person who looks at a customer's card: what was, or the next step.
struct CalendarProposal {
    bool isTask = false;
    bool isMeeting = false; // else something to be done
    QString title;
    QString note;
    QDate day; // in the base's zone; invalid: some day
    std::optional<QTime> time;
    int minutes = 0;
};

QStringList calendarTitles(bool isOfTasks);

// `clock`: of the base. What stands without a time zone is local to it.
CalendarRow rowOf(const CalendarEntry &entry, bool isCancellation, TextDecoder &decoder, const Clock &clock);

CalendarProposal proposalOf(const CalendarEntry &entry, TextDecoder &decoder, const Clock &clock);

} // namespace kontor::exchange
