// The readers of what is no table: a whole base as JSON, and what is pasted or dropped.
#include "target.h"

#include "customers/signature.h"
#include "exchange/base_json_reader.h"

#include <QFile>
#include <QTemporaryDir>

namespace kontor::fuzz {

using namespace Qt::StringLiterals;
using namespace kontor::exchange;

namespace {

constexpr qsizetype kLongestPaste = 20'000; // of what a person copies

} // namespace

// References are looked up as they are when a file is only checked.
Outcome readBaseJson(const QByteArray &bytes) {
    static const QTemporaryDir folder;
    QFile file(folder.filePath(u"input.json"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    file.close();
    Outcome outcome;
    const auto reader = BaseJsonReader::open(file.fileName());
    BaseJsonRecord record;
    BaseJsonKeys keys;
    while (reader) {
        const auto more = (*reader)->next(record, keys);
        if (!more && !more.error().message.endsWith(u'.'))
            outcome.broken = u"the refusal is no sentence: "_s + more.error().message;
        if (!more || !*more)
            break;
        ++outcome.records;
        outcome.cells += record.values.size();
        if (record.key > 0)
            keys.add(record.member, record.key, Id{record.key});
    }
    return outcome;
}

Outcome readSignature(const QByteArray &bytes) {
    const Signature signature = parseSignature(QString::fromUtf8(bytes).left(kLongestPaste));
    Outcome outcome;
    outcome.records = signature.hasSeveralParts();
    outcome.cells = signature.phones.size() + signature.emails.size();
    for (const QString &text : signature.phones + signature.emails +
                                   QStringList{signature.name, signature.company, signature.jobTitle, signature.website}) {
        if (text.contains(u'\n'))
            outcome.broken = u"a field of one line has several"_s;
    }
    for (const QString &email : signature.emails) {
        if (!email.contains(u'@'))
            outcome.broken = u"what is no address stands for one"_s;
    }
    return outcome;
}

} // namespace kontor::fuzz
