// Text of foreign direction inside sentences. Only for display: never store isolates, never put them on the clipboard.
#pragma once

#include <QString>

namespace kontor::ui {

// Phone numbers, e-mail addresses, codes, paths: always left to right.
QString isolatedLtr(QStringView text);
// Names in any script: by their own first strong letter.
QString isolated(QStringView text);

} // namespace kontor::ui
