#include "exchange/record_spool.h"

#include "db/packed_bytes.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBlock = 1 << 20;
constexpr qsizetype kHead = 2 * sizeof(quint32); // bytes of the whole record, bytes of its order

quint32 numberAt(const char *bytes) {
    quint32 number;
    std::memcpy(&number, bytes, sizeof number);
    return number;
}

void appendNumber(QByteArray &bytes, quint32 number) { bytes.append(reinterpret_cast<const char *>(&number), sizeof number); }

quint64 eightBytes(QByteArrayView order, qsizetype from) {
    quint64 bytes = 0;
    for (qsizetype i = from; i < from + qsizetype(sizeof bytes); ++i)
        bytes = bytes << 8 | (i < order.size() ? quint8(order[i]) : 0);
    return bytes;
}

bool isBefore(QByteArrayView a, QByteArrayView b) {
    const int difference = std::memcmp(a.data(), b.data(), size_t(std::min(a.size(), b.size())));
    return difference != 0 ? difference < 0 : a.size() < b.size();
}

void pack(QByteArray &bytes, const TableRecord &record) {
    db::packNumber(bytes, record.row);
    db::packNumber(bytes, record.line);
    db::packNumber(bytes, (record.broken ? 1 : 0) + (record.isSettled ? 2 : 0));
    db::packText(bytes, record.problem);
    db::packNumber(bytes, qint64(record.cells.size()));
    for (QStringView cell : record.cells)
        db::packBytes(bytes, cell.toUtf8());
    db::packNumber(bytes, record.files.size());
    for (const RowFile &file : record.files) {
        db::packText(bytes, file.name);
        db::packBytes(bytes, file.content);
        db::packText(bytes, file.problem);
    }
}

Error noRoom(const QFileDevice &file) {
    return {Code::Full,
            QCoreApplication::translate(
                "kontor::exchange", "There is no room for a temporary copy of the file, which a large import needs. Nothing was "
                                    "changed. Make room on this computer's drive."),
            file.errorString(),
            {}};
}

} // namespace

QByteArrayView RecordSpool::orderAt(const QByteArray &bytes, qsizetype offset) const {
    const char *record = bytes.constData() + offset;
    return {record + kHead, qsizetype(numberAt(record + sizeof(quint32)))};
}

QByteArray RecordSpool::orderOf(qint64 number) {
    const quint64 bigEndian = qToBigEndian(quint64(number));
    return QByteArray(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

Result<void> RecordSpool::add(const QByteArray &order, const TableRecord &record) {
    if (m_memory.size() >= m_bytesInMemory)
        TRY_VOID(spill());
    m_memory.reserve(m_bytesInMemory);
    const qsizetype offset = m_memory.size();
    appendNumber(m_memory, 0); // the size, when it is known
    appendNumber(m_memory, quint32(order.size()));
    m_memory += order;
    pack(m_memory, record);
    const quint32 size = quint32(m_memory.size() - offset);
    std::memcpy(m_memory.data() + offset, &size, sizeof size);
    m_places.push_back({{eightBytes(order, 0), eightBytes(order, sizeof(quint64))}, offset});
    ++m_count;
    return {};
}

void RecordSpool::sortMemory() {
    std::stable_sort(m_places.begin(), m_places.end(), [this](const Place &a, const Place &b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : isBefore(orderAt(m_memory, a.offset), orderAt(m_memory, b.offset));
    });
}

Result<void> RecordSpool::spill() {
    if (!m_file) {
        QDir().mkpath(m_folder);
        m_file = std::make_unique<QTemporaryFile>(QDir(m_folder).filePath(u"import-XXXXXX"_s));
        if (!m_file->open())
            return noRoom(*m_file);
    }
    sortMemory();
    Piece piece;
    piece.begin = m_file->size();
    QByteArray block;
    for (const Place &place : m_places) {
        block.append(m_memory.constData() + place.offset, numberAt(m_memory.constData() + place.offset));
        if (block.size() >= kBlock) {
            if (m_file->write(block) != block.size())
                return noRoom(*m_file);
            block.clear();
        }
    }
    if (m_file->write(block) != block.size() || !m_file->flush())
        return noRoom(*m_file);
    piece.end = m_file->size();
    m_pieces.push_back(std::move(piece));
    m_memory.resize(0);
    m_places.clear();
    return {};
}

Result<void> RecordSpool::rewind() {
    m_next = 0;
    if (m_pieces.empty()) {
        sortMemory();
        return {};
    }
    if (!m_places.empty())
        TRY_VOID(spill());
    m_memory = {};
    m_heap.clear();
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        Piece &piece = m_pieces[i];
        piece.read = piece.begin;
        piece.block.clear();
        piece.place = 0;
        TRY(more, fill(piece));
        if (more)
            m_heap.push_back(i);
    }
    const auto comesAfter = [this](size_t a, size_t b) { return isAfter(a, b); };
    std::make_heap(m_heap.begin(), m_heap.end(), comesAfter);
    return {};
}

// So that the block holds a whole record at its place.
Result<bool> RecordSpool::fill(Piece &piece) {
    const auto hasRecord = [&piece] {
        const qsizetype rest = piece.block.size() - piece.place;
        return rest >= kHead && rest >= qsizetype(numberAt(piece.block.constData() + piece.place));
    };
    while (!hasRecord()) {
        if (piece.read == piece.end)
            return false;
        piece.block.remove(0, piece.place);
        piece.place = 0;
        const qint64 wanted = std::min<qint64>(kBlock, piece.end - piece.read);
        const QByteArray bytes = m_file->seek(piece.read) ? m_file->read(wanted) : QByteArray();
        if (bytes.size() != wanted)
            return Error{
                Code::Gone,
                QCoreApplication::translate("kontor::exchange",
                                            "A temporary copy of the file could not be read any more. Everything that was taken "
                                            "in was taken back. Import the file again."),
                m_file->errorString(),
                {}};
        piece.block += bytes;
        piece.read += wanted;
    }
    return true;
}

// A heap has the last on top, so it is asked the other way round.
bool RecordSpool::isAfter(size_t a, size_t b) const {
    const QByteArrayView left = orderAt(m_pieces[a].block, m_pieces[a].place),
                         right = orderAt(m_pieces[b].block, m_pieces[b].place);
    return isBefore(right, left) || (!isBefore(left, right) && a > b);
}

Result<bool> RecordSpool::nextOfPieces(TableRecord &record) {
    if (m_heap.empty())
        return false;
    const auto comesAfter = [this](size_t a, size_t b) { return isAfter(a, b); };
    std::pop_heap(m_heap.begin(), m_heap.end(), comesAfter);
    Piece &piece = m_pieces[m_heap.back()];
    const char *bytes = piece.block.constData() + piece.place;
    unpack(bytes, record);
    piece.place += numberAt(bytes);
    TRY(more, fill(piece));
    if (more)
        std::push_heap(m_heap.begin(), m_heap.end(), comesAfter);
    else
        m_heap.pop_back();
    return true;
}

Result<bool> RecordSpool::next(TableRecord &record) {
    if (!m_pieces.empty())
        return nextOfPieces(record);
    if (m_next == m_places.size())
        return false;
    unpack(m_memory.constData() + m_places[m_next++].offset, record);
    return true;
}

void RecordSpool::unpack(const char *bytes, TableRecord &record) {
    const qsizetype head = kHead + qsizetype(numberAt(bytes + sizeof(quint32)));
    db::PackedReader reader(QByteArrayView(bytes + head, qsizetype(numberAt(bytes)) - head));
    record.row = reader.number();
    record.line = reader.number();
    const qint64 flags = reader.number();
    record.broken = (flags & 1) != 0;
    record.isSettled = (flags & 2) != 0;
    record.problem = reader.text();
    const qint64 count = reader.number();
    m_text.resize(qsizetype(numberAt(bytes))); // no text has more letters than bytes
    record.cells.clear();
    QChar *letters = m_text.data();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    for (qint64 i = 0; i < count; ++i) {
        QChar *end = decoder.appendToBuffer(letters, reader.view());
        record.cells.emplace_back(letters, end);
        letters = end;
    }
    record.files.clear();
    for (qint64 files = reader.number(); files > 0 && !reader.isBroken(); --files) {
        const QString name = reader.text();
        const QByteArray content = reader.bytes();
        record.files.append({name, content, reader.text()});
    }
}

} // namespace kontor::exchange
