// From keys to pairs: who has a key in common is compared. Bounded: 12 bytes a key of one kind, 8 bytes a pair; of a key that very many have,
// only neighbours by name are paired.
#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace kontor::duplicates {

class Blocks {
public:
    struct Pair {
        quint32 first = 0; // the smaller number
        quint32 second = 0;
        friend auto operator<=>(const Pair &, const Pair &) = default;
    };

    void add(quint64 key, quint32 customer) { m_keys.push_back({quint32(key >> 32), quint32(key), customer}); }
    // Turns the keys that were added into pairs and forgets them. `names`: what customers of one key are put in order by where there are very
    // many. `crowded`: is called with each key that more than `crowdedFrom` customers have.
    void close(const std::vector<quint64> &names, qsizetype crowdedFrom, const std::function<void(quint64)> &crowded);
    // In order, each once.
    std::vector<Pair> takePairs();

private:
    struct Key { // of halves, for a quarter less memory
        quint32 high;
        quint32 low;
        quint32 customer;
        quint64 value() const { return quint64(high) << 32 | low; }
    };
    void sortPairs(); // each once
    void addPairs(std::vector<quint32> &members, const std::vector<quint64> &names);

    std::vector<Key> m_keys;
    std::vector<Pair> m_pairs;
    size_t m_sorted = 0; // pairs that are in order and without doubles
};

} // namespace kontor::duplicates
