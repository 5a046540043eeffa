// Text of foreign direction inside sentences. Only for display: never store isolates, never put them on the clipboard.
#pragma once

#include <QString>

namespace kontor::ui {

// Phone numbers, e-mail addresses, codes, paths: always left to right.
QString isolatedLtr(QStringView text);
// A phone number as it is shown: read in Latin digits in every language.
QString shownPhone(QStringView number);
// Names in any script: by their own first strong letter.
QString isolated(QStringView text);

// The text alone, for the clipboard.
QString withoutIsolates(QString text);

} // namespace kontor::ui
