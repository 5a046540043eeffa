#include "duplicates/blocking.h"

#include <algorithm>

namespace kontor::duplicates {

namespace {

constexpr size_t kMostInBlock = 40;
constexpr size_t kNeighbours = 6;
constexpr size_t kPairsBetweenSorts = 4'000'000;

} // namespace

void Blocks::addPairs(std::vector<quint32> &members, const std::vector<quint64> &names) {
    size_t reach = members.size();
    if (members.size() > kMostInBlock) {
        reach = kNeighbours;
        std::sort(members.begin(), members.end(),
                  [&names](quint32 a, quint32 b) { return std::pair(names[a], a) < std::pair(names[b], b); });
    }
    for (size_t i = 0; i < members.size(); ++i)
        for (size_t j = i + 1; j < std::min(members.size(), i + 1 + reach); ++j)
            m_pairs.push_back({std::min(members[i], members[j]), std::max(members[i], members[j])});
    if (m_pairs.size() - m_sorted > kPairsBetweenSorts) { // doubles do not pile up
        sortPairs();
        m_sorted = m_pairs.size();
    }
}

void Blocks::close(const std::vector<quint64> &names, qsizetype crowdedFrom, const std::function<void(quint64)> &crowded) {
    std::sort(m_keys.begin(), m_keys.end(),
              [](const Key &a, const Key &b) { return std::pair(a.value(), a.customer) < std::pair(b.value(), b.customer); });
    std::vector<quint32> members;
    for (size_t first = 0; first < m_keys.size();) {
        members.clear();
        size_t end = first;
        for (; end < m_keys.size() && m_keys[end].value() == m_keys[first].value(); ++end)
            if (members.empty() || members.back() != m_keys[end].customer)
                members.push_back(m_keys[end].customer);
        if (qsizetype(members.size()) > crowdedFrom)
            crowded(m_keys[first].value());
        if (members.size() > 1)
            addPairs(members, names);
        first = end;
    }
    m_keys.clear();
    m_keys.shrink_to_fit();
}

void Blocks::sortPairs() {
    std::sort(m_pairs.begin(), m_pairs.end());
    m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
}

std::vector<Blocks::Pair> Blocks::takePairs() {
    sortPairs();
    return std::move(m_pairs);
}

} // namespace kontor::duplicates
