#include "exchange/known_rows.h"

#include "exchange/file_access.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

Result<KnownRows> KnownRows::load(db::Database &database, const QString &fingerprint) {
    KnownRows known;
    TRY(batch,
        database.single(u"SELECT b.id FROM import_batch b JOIN operation o ON o.id = b.operation "
                        "WHERE o.state = 'done' AND json_extract(b.mapping, '$.fingerprint') = ? ORDER BY b.id DESC LIMIT 1"_s,
                        {fingerprint}));
    if (batch.isNull())
        return known;
    TRY(runs, database.query(
                  u"SELECT first_row, last_row, first_id, row_numbers FROM import_row WHERE batch_id = ? AND first_id <> 0"_s,
                  {batch}));
    while (true) {
        TRY(more, runs.next());
        if (!more)
            break;
        known.add({runs.integer(0), runs.integer(1), runs.integer(2)}, runs.value(3).blob());
    }
    std::sort(known.m_runs.begin(), known.m_runs.end(), [](const Run &a, const Run &b) { return a.firstRow < b.firstRow; });
    return known;
}

// Rows that were taken in in another order are runs of their own.
void KnownRows::add(const Run &run, const QByteArray &rowNumbers) {
    if (rowNumbers.isEmpty())
        m_runs.push_back(run);
    for (qsizetype i = 0; i + qsizetype(sizeof(quint32)) <= rowNumbers.size(); i += qsizetype(sizeof(quint32))) {
        const qint64 row = qFromLittleEndian<quint32>(rowNumbers.constData() + i);
        m_runs.push_back({row, row, run.firstId + i / qsizetype(sizeof(quint32))});
    }
}

Id KnownRows::recordOf(qint64 row) const {
    const auto above =
        std::upper_bound(m_runs.cbegin(), m_runs.cend(), row, [](qint64 value, const Run &run) { return value < run.firstRow; });
    if (above == m_runs.cbegin() || std::prev(above)->lastRow < row)
        return Id{};
    return Id{std::prev(above)->firstId + row - std::prev(above)->firstRow};
}

Result<QString> fingerprintOf(const QString &path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha1);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return unreadable(file);
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace kontor::exchange
