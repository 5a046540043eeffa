// The hours at which a customer likes to be reached, as people write them: "after 15", "9-12 and 14:00-16:30", "mornings".
#pragma once

#include <QList>
#include <QStringView>
#include <QTime>

namespace kontor::communication {

struct Hours {
    QTime from;
    QTime until; // not included; 23:59:59.999 is the end of the day

    friend bool operator==(const Hours &, const Hours &) = default;
};

// Empty where the text does not say any hours: then nobody is warned of them.
QList<Hours> preferredHours(QStringView text);
bool isInside(const QList<Hours> &hours, QTime time);

} // namespace kontor::communication
