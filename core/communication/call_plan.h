// Whom to call out of a list, in which order, and who is left out.
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "db/database.h"

#include <QList>
#include <QString>

namespace kontor::communication {

enum class CallOrder { AsListed, BestHours, Biggest };

struct CallPlanQuery {
    QList<Id> customers; // as listed
    CallOrder order = CallOrder::AsListed;
    int quietHours = 24; // who was contacted within these is left out; 0: nobody
    Clock clock;
};

struct LeftOut {
    enum class Reason { DoNotCall, NoPhone, ContactedLately };
    Id id;
    QString name;
    Reason reason = Reason::DoNotCall;
};

struct CallPlan {
    QList<Id> queue;
    QList<LeftOut> leftOut; // in the order of the list
};

// Customers in the trash are in neither list.
Result<CallPlan> planCalls(db::Database &database, const CallPlanQuery &query);

} // namespace kontor::communication
