// Broken copies of a file, the same ones in every run: bytes changed, taken out, put in twice, cut off.
#pragma once

#include <QByteArray>

namespace kontor::exchange {

class Mutations {
public:
    explicit Mutations(quint32 seed) : m_random(seed) {}

    QByteArray of(QByteArray bytes) {
        for (quint32 left = 1 + next(3); left > 0 && !bytes.isEmpty(); --left) {
            const auto at = qsizetype(next(quint32(bytes.size())));
            switch (next(8)) {
            case 0: bytes.truncate(at + 1); break;
            case 1: bytes.remove(at, next(40)); break;
            case 2: bytes.insert(at, bytes.mid(qsizetype(next(quint32(bytes.size()))), next(60))); break;
            default: bytes[at] = char(next(256)); break;
            }
        }
        return bytes;
    }

private:
    quint32 next(quint32 limit) {
        m_random = m_random * 1664525 + 1013904223;
        return (m_random >> 8) % limit;
    }

    quint32 m_random;
};

} // namespace kontor::exchange
