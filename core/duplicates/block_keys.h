// Keys under which likely duplicates meet: only customers with a key in common are compared, so a million of them are never compared in pairs.
#pragma once

#include "duplicates/profile.h"

namespace kontor::duplicates {

// One run over the base for each, so that the keys of one alone are in memory.
enum class KeyKind { Contact, City, Company, Birthday };
constexpr KeyKind kKeyKinds[] = {KeyKind::Contact, KeyKind::City, KeyKind::Company, KeyKind::Birthday};

// Two names of which one has a slip of a letter have a key in common, and so have names of two scripts and in two orders.
QList<quint64> blockKeys(const Profile &profile, KeyKind kind);

quint64 phoneKey(const QString &normalised);
quint64 emailKey(const QString &normalised);

} // namespace kontor::duplicates
