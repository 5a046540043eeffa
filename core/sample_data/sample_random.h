// Numbers that look random and are the same on every machine for the same seed.
#pragma once

#include <QList>
#include <QString>

namespace kontor::sample_data {

class Random {
public:
    Random(quint32 seed, int stream); // streams of one seed are independent of each other

    int below(int limit); // 0 .. limit - 1; 0 for a limit of 0
    bool chance(int percent) { return below(100) < percent; }
    double fraction(); // 0 <= x < 1

    template <class T>
    T pick(const QList<T> &list) {
        return list.value(below(int(list.size())));
    }
    QString fill(const QString &pattern); // every # becomes a digit

private:
    quint64 next();

    quint64 m_state;
};

} // namespace kontor::sample_data
