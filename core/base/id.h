// The key of every record: made by the program, never reused, exact in JSON.
//
// Shape: writer number in the bits 32..41, that writer's counter in the low 32. The base gives each PC its number, so copies of a base
// can be merged without clashes; the first PC's ids are 1, 2, 3 ... One counter serves all record kinds.
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace kontor {

struct Id {
    qint64 value = 0; // 0: no record

    bool isValid() const { return value > 0; }
    friend auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

constexpr int kWriterBits = 10;
constexpr int kCounterBits = 32;

} // namespace kontor
