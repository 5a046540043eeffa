#include "workspace/removed_rows.h"

namespace kontor::workspace {

namespace {

constexpr int kQuickly = 1; // of zlib: the rows of one block are much alike, so more effort saves little

} // namespace

// One row of JSON a line: compact JSON has no line ends of its own.
QByteArray packRows(const db::RecordType &type, const QList<db::Row> &rows) {
    QString lines;
    for (const db::Row &row : rows) {
        if (!lines.isEmpty())
            lines += u'\n';
        lines += db::rowToJson(type, row);
    }
    return qCompress(lines.toUtf8(), kQuickly);
}

Result<QList<db::Row>> unpackRows(const db::RecordType &type, const QByteArray &packed) {
    QList<db::Row> rows;
    const QString lines = QString::fromUtf8(qUncompress(packed));
    for (const QStringView line : QStringView(lines).split(u'\n')) {
        TRY(row, db::rowFromJson(type, line.toString()));
        rows << row;
    }
    return rows;
}

} // namespace kontor::workspace
