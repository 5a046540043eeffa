// Records of a table that are given back in another order than they came in: sorted in memory up to a size, and beyond it merged out of sorted pieces
// of a temporary file, which goes with this object.
#pragma once

#include "exchange/table.h"

#include <QTemporaryFile>

#include <array>
#include <memory>
#include <vector>

namespace kontor::exchange {

class RecordSpool {
public:
    // `bytesInMemory`: of records, besides which each takes a few bytes.
    explicit RecordSpool(QString folder, qsizetype bytesInMemory = 32 << 20)
        : m_folder(std::move(folder)), m_bytesInMemory(bytesInMemory) {}

    // For an order by a number that is not negative.
    static QByteArray orderOf(qint64 number);

    // A record with its number. Errors: Full.
    Result<void> add(const QByteArray &order, const TableRecord &record);
    qint64 count() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }

    // After the last add(): to before the first in the order of the bytes of `order`, and of adding where they are equal.
    Result<void> rewind();
    // The record is valid until the next call. Errors: Gone.
    Result<bool> next(TableRecord &record);

private:
    // A record in memory: how long `order` is, `order`, the rest.
    struct Place {
        std::array<quint64, 2> prefix{}; // the first bytes of `order`
        qsizetype offset = 0;
    };
    // A sorted piece of the file, read in blocks.
    struct Piece {
        qint64 begin = 0, end = 0;
        qint64 read = 0; // up to where of the file
        QByteArray block;
        qsizetype place = 0; // of the record in the block
    };

    QByteArrayView orderAt(const QByteArray &bytes, qsizetype offset) const;
    void sortMemory();
    Result<void> spill();
    Result<bool> fill(Piece &piece); // false: it has come to its end
    bool isAfter(size_t a, size_t b) const;
    Result<bool> nextOfPieces(TableRecord &record);
    void unpack(const char *bytes, TableRecord &record);

    QString m_folder;
    qsizetype m_bytesInMemory;
    qint64 m_count = 0;
    QByteArray m_memory;
    std::vector<Place> m_places;
    size_t m_next = 0; // of m_places, where nothing was spilled
    std::unique_ptr<QTemporaryFile> m_file;
    std::vector<Piece> m_pieces;
    std::vector<size_t> m_heap; // pieces that have a record, the smallest on top
    QString m_text;             // what its cells lie in
};

} // namespace kontor::exchange
