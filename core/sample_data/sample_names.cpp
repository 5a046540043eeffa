#include "sample_data/sample_names.h"

namespace kontor::sample_data {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kSeeds = 997; // so many different starts; a prime, as is the step
constexpr qint64 kStep = 7919;

} // namespace

Person personName(const Words &words, quint32 seed, int number) {
    const bool isWoman = (number + seed) % 2 == 0;
    const QList<Name> &givens = isWoman ? words.female : words.male;
    const QList<Name> &families = isWoman ? words.familyOfWomen : words.family;
    const qint64 count = givens.size() * families.size();
    const qint64 turn = number / 2;
    const qint64 apart = isWoman ? count / 2 : 0; // or neighbours would share a family name
    const qint64 place = (turn * kStep + qint64(seed % kSeeds) * 31 + apart) % count;
    const Name &given = givens[place % givens.size()];
    const Name &family = families[place / givens.size()];
    const qint64 round = turn / count;
    Person person{words.namePattern.arg(given.text, family.text), given.text, family.text, given.latin + u'.' + family.latin,
                  isWoman};
    if (round > 0)
        person.mailbox += QString::number(round + 1);
    return person;
}

Organisation organisationName(const Words &words, quint32 seed, int number) {
    const qint64 place = number + qint64(seed % kSeeds);
    const Name &name = words.organisations[place % words.organisations.size()];
    const qint64 round = place / words.organisations.size();
    const QString trade = words.trades[(place + round) % words.trades.size()];
    const QString hostName = round > 0 ? name.latin + QString::number(round + 1) : name.latin;
    return {words.organisationPattern.arg(name.text, trade), hostName + u".example"_s};
}

} // namespace kontor::sample_data
