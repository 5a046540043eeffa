// What speaks against a call or a letter just now, though it is allowed: the hour, the channel, a promise. The person decides.
#pragma once

#include "base/clock.h"
#include "communication/contact_link.h"
#include "tasks/task.h"

namespace kontor::communication {

struct CourtesyQuestion {
    const Card &card;
    const ContactPoint &point;
    Channel channel = Channel::Call;
    QList<Task> openTasks = {};
    Clock clock = {};
    QString country; // of the base, whose time zone is the clock's
};

// Whole translated sentences, the weightiest first; empty: nothing speaks against it.
QStringList courtesyReasons(const CourtesyQuestion &question);

// The time of day where the phone rings: in the base's own country its clock, else the middle one of the country's time zones. Nothing where
// the country of the number is not known.
std::optional<QDateTime> timeThere(const ContactPoint &point, const QString &customerCountry, const QString &baseCountry,
                                   const Clock &clock);

} // namespace kontor::communication
