// Which character set a file is written in. A ladder: byte order mark, NUL bytes at every second or fourth place (UTF-16 and UTF-32 without
// a mark), strict UTF-8, and only then a judgement between the old 8-bit and Asian sets, where the language of the base breaks ties.
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor::exchange {

struct Charset {
    QByteArray name = "UTF-8"; // as ICU knows it
    int markLength = 0;        // bytes of the byte order mark, to be passed over
    bool certain = true;       // false: judged by likeness, the person should look at the preview
};

// `sample`: bytes from the file's beginning; `whole`: nothing follows them; `language`: that of the base ("ru", "de" ...).
Charset detectCharset(const QByteArray &sample, bool whole, const QString &language);

} // namespace kontor::exchange
