// Where the find box gets its answers. All of them come later, on the GUI thread.
#pragma once

#include "base/result.h"
#include "customers/customer_list.h"
#include "search/hit.h"

#include <QObject>

#include <functional>

namespace kontor::ui {

struct FindAnswer {
    QList<search::Hit> hits;
    int indexedPercent = 100; // below 100 some may be missing
    bool isComplete = true;   // false: there are more than these
};

// Who a hit is, before the card is opened.
struct FindPreview {
    CustomerRow row;
    qint64 owed = 0; // minor units
};

class FindProvider {
public:
    virtual ~FindProvider() = default;

    using Done = std::function<void(Result<FindAnswer>)>;
    virtual void find(const QString &text, QObject *context, Done done) = 0;
    virtual void recent(QObject *context, Done done) = 0; // cards looked at lately, newest first
    // Nothing: the customer is not there any more.
    virtual void preview(Id customer, QObject *context, std::function<void(Result<std::optional<FindPreview>>)> done) = 0;
};

} // namespace kontor::ui
