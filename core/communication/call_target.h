// How a call is begun: by a link that the system has a program for, by a web address, or by a program of the user's. Never by a shell.
#pragma once

#include "base/result.h"

#include <QStringList>

namespace kontor::communication {

struct CallTarget {
    QByteArray link; // empty: a program
    QString program;
    QStringList arguments;
};

// `method`: tel, sip, callto or template. `callTemplate`: a web address or a command line with {number} in it; quotes keep words together,
// nothing else has a meaning. `normalised` and `country` as for telLink(). Errors: Invalid (no digits; the template has no {number}).
Result<CallTarget> callTarget(const QString &method, const QString &callTemplate, const QString &normalised,
                              const QString &country);

// A chat with the number or name in the messenger that the label names (WhatsApp, Telegram, Signal, Viber), or the link that `value` is.
// Errors: Invalid (no digits where the messenger wants them), NotFound (no such messenger: it has no links).
Result<QByteArray> messengerLink(const QString &label, const QString &value, const QString &country);

// A web address as it is typed, with https:// where it has no scheme. Errors: Invalid (no address of the web: nothing else is opened).
Result<QByteArray> webLink(const QString &typed);

} // namespace kontor::communication
