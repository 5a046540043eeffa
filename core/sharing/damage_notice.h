// The word to all computers that a base is damaged, in the presence file beside it, behind the slots: nothing is written to the base any more until it
// was repaired. Stays when everybody has gone.
#pragma once

#include <QString>

#include <optional>

namespace kontor::sharing {

struct DamageNotice {
    qint64 at = 0; // UTC milliseconds, by the clock of whoever found it
    QString host;
    QString user;
};

// Nothing where nobody raised one.
std::optional<DamageNotice> damageNotice(const QString &basePath);
// The first stays. False: the folder cannot be written.
bool raiseDamageNotice(const QString &basePath, const DamageNotice &notice);
void clearDamageNotice(const QString &basePath);

} // namespace kontor::sharing
