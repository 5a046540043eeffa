// Where the window is: what Back and Forward go through.
#pragma once

#include "base/id.h"

#include <QByteArray>
#include <QVariantMap>

namespace kontor::ui {

struct Place {
    QByteArray page;       // an id of the page table
    Id subject = {};       // the customer whose card is open, the segment ...; invalid: the page itself
    QVariantMap view = {}; // scroll position, selection, filter: the page's own, restored when the person comes back

    QString segment() const {
        return view.value(QStringLiteral("segment")).toString();
    } // whose members are listed; empty: everyone
    Id segmentId() const { return {view.value(QStringLiteral("segment_id")).toLongLong()}; } // a saved one that is opened as a list
    bool isSameAs(const Place &other) const {
        return page == other.page && subject == other.subject && segment() == other.segment();
    }
};

} // namespace kontor::ui
