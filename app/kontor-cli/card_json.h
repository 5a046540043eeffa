// Records as JSON. Instants are ISO 8601 in the base's time zone, amounts are in main units of its currency.
#pragma once

#include "customers/card.h"
#include "workspace/base.h"

#include <QJsonObject>

// Of each field, and of each way to reach the customer, where its value came from.
kontor::Result<QJsonObject> originsJson(kontor::workspace::Base &base, kontor::Id customer);

// The whole card with everything that happened, unpaged, texts verbatim.
kontor::Result<QJsonObject> cardJson(kontor::workspace::Base &base, kontor::Id customer);

// The id, version and every field of a record but its derived ones.
QJsonObject rowJson(const kontor::workspace::Base &base, const kontor::db::RecordType &type, kontor::Id id, qint64 version,
                    const kontor::db::Values &values);

template <class R>
QJsonObject recordJson(const kontor::workspace::Base &base, const R &record) {
    return rowJson(base, kontor::db::recordType<R>(), record.id, record.version, kontor::db::valuesOf(record));
}

double mainUnits(const kontor::workspace::Base &base, qint64 minor);
