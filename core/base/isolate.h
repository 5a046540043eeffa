// Text of foreign direction inside sentences. Only for display: never store isolates, never put them on the clipboard.
#pragma once

#include <QString>

namespace kontor {

// Phone numbers, e-mail addresses, codes, paths: always left to right.
QString isolatedLtr(QStringView text);
// Names in any script: by their own first strong letter.
QString isolated(QStringView text);

// The text alone, for the clipboard and for files.
QString withoutIsolates(QString text);

} // namespace kontor
