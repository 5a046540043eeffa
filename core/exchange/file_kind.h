// What a file is that is no text table: known by its first bytes, so that the person is told instead of shown rubbish.
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace kontor::exchange {

// Invalid with a sentence for workbooks, encrypted files, archives, pictures and the like; nothing for what may be a table.
Result<void> refuseOtherKinds(const QByteArray &head, const QString &fileName);
// Invalid where so many characters of the text are control characters that nobody wrote it.
Result<void> refuseNoise(QStringView text, const QString &fileName);

} // namespace kontor::exchange
