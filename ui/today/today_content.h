// What Today shows, as it is read: tasks, what is worth a look, and whom one worked with lately.
#pragma once

#include "segments/context.h"
#include "tasks/agenda.h"

#include <QByteArray>

namespace kontor::ui {

// A number of customers that a rule finds; opening it shows them as a list.
struct TodayHint {
    enum class Kind { Birthdays, NoNextStep, Pinned };
    Kind kind = Kind::Pinned;
    QString name; // of a pinned segment
    QByteArray rule;
    qint64 count = 0;
    Id segment = {}; // of a pinned one
};

struct RecentCustomer {
    Id id;
    QString name;
    QString under; // company
};

struct TodayContent {
    Agenda agenda;
    QList<TodayHint> hints;
    QList<RecentCustomer> recent;
    bool isWeek = false;
};

// All but the pinned segments, which are counted once for the whole window. Those that find nobody are left out.
Result<QList<TodayHint>> loadTodayHints(db::Database &database, const segments::Context &context);
// The customers whom the author's newest acts were about.
Result<QList<RecentCustomer>> loadRecentCustomers(db::Database &database, const QString &author);

} // namespace kontor::ui
