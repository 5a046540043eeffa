// Bytes as an address book, read to the end.
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor::fuzz {

struct Outcome {
    qint64 cards = 0;
    qint64 cells = 0;
    QString broken; // a promise of the readers that does not hold for these bytes; empty where all hold
};

Outcome readVCards(const QByteArray &bytes);
Outcome readLdif(const QByteArray &bytes);

} // namespace kontor::fuzz
