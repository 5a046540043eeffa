#include "sample_data/sample_random.h"

namespace kontor::sample_data {

namespace {

// SplitMix64: the next state, and the number made of it.
constexpr quint64 kStep = 0x9E3779B97F4A7C15u;

quint64 mix(quint64 state) {
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9u;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EBu;
    return state ^ (state >> 31);
}

} // namespace

Random::Random(quint32 seed, int stream) : m_state(mix((quint64(seed) << 32) + quint32(stream))) {}

quint64 Random::next() {
    m_state += kStep;
    return mix(m_state);
}

int Random::below(int limit) { return limit > 0 ? int(next() % quint64(limit)) : 0; }

double Random::fraction() { return double(next() >> 11) / double(quint64(1) << 53); }

QString Random::fill(const QString &pattern) {
    QString text = pattern;
    for (QChar &letter : text)
        if (letter == u'#')
            letter = QChar(u'0' + below(10));
    return text;
}

} // namespace kontor::sample_data
