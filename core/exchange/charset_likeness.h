// The judgement between character sets that no mark and no rule tells apart: each is tried, and the text it gives is looked at.
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor::exchange {

QByteArray mostLikelyCharset(const QByteArray &sample, const QString &language);

// How much a text looks like one that people wrote: whole words of one script in usual case are for it, mixed scripts, control
// characters and symbols inside words against it. About -1 to 1.
double plausibility(const QString &text);

} // namespace kontor::exchange
