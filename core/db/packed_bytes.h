// Numbers, texts and rows as short bytes, for files that only this program reads (the journal). Made for many rows that are mostly empty.
#pragma once

#include "db/value.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace kontor::db {

void packNumber(QByteArray &bytes, qint64 number);
void packBytes(QByteArray &bytes, QByteArrayView content);
void packText(QByteArray &bytes, const QString &text);
void packValue(QByteArray &bytes, const Value &value);

// Packs values one after another; those that hold nothing (NULL, 0, "") take one byte for up to 32 of a kind.
class ValuePacker {
public:
    explicit ValuePacker(QByteArray &bytes) : m_bytes(bytes) {}
    ~ValuePacker();
    ValuePacker(const ValuePacker &) = delete;
    ValuePacker &operator=(const ValuePacker &) = delete;

    void null() { empty(0); }
    void integer(qint64 number);
    void real(double number);
    void text(QByteArrayView utf8);
    void blob(QByteArrayView content);

private:
    void empty(int kind);
    void endRun();
    void begin(int kind);
    void put(const char *bytes, qsizetype size);
    void putNumber(qint64 number);
    void flush();

    QByteArray &m_bytes;
    std::array<char, 512> m_block; // appended at once: a byte array is slow byte by byte
    qsizetype m_size = 0;
    int m_kind = -1; // of the empty values that wait
    int m_count = 0;
};

// Reads what was packed, in the same order. After bytes that cannot be true everything reads as nothing, and isBroken().
class PackedReader {
public:
    explicit PackedReader(QByteArrayView bytes) : m_rest(bytes) {}

    qint64 number();
    QByteArrayView view(); // of the bytes that are read
    QByteArray bytes() { return view().toByteArray(); }
    QString text() { return QString::fromUtf8(view()); }
    Value value() { return values(1).value(0); }
    Values values(qsizetype count); // of one ValuePacker

    bool isAtEnd() const { return m_rest.isEmpty(); }
    bool isBroken() const { return m_isBroken; }

private:
    QByteArrayView take(qint64 size);

    QByteArrayView m_rest;
    bool m_isBroken = false;
};

} // namespace kontor::db
