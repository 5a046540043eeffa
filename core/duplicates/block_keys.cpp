#include "duplicates/block_keys.h"

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostWords = 3;
constexpr size_t kSeed = 0x6b6f6e74;

quint64 hashOf(const QString &text) { return qHash(text, kSeed); }

void addKey(QList<quint64> &keys, const QString &context, const QString &first, const QString &second = {}) {
    keys << hashOf(context + u'\n' + first + u'\n' + second);
}

// A slip is in one word, and the other word agrees: that one and what both words are without the wrong letter are a key.
void addPair(QList<quint64> &keys, const QString &context, const QString &a, const QString &b) {
    addKey(keys, context, a, b);
    for (const QString &shorter : withoutEachLetter(a))
        addKey(keys, context, shorter, b);
    for (const QString &shorter : withoutEachLetter(b))
        addKey(keys, context, a, shorter);
}

void addNameKeys(QList<quint64> &keys, const QString &context, const ComparableName &name) {
    QStringList words = name.words;
    if (words.size() > kMostWords) { // the longest tell most
        std::stable_sort(words.begin(), words.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
        words.resize(kMostWords);
        std::sort(words.begin(), words.end());
    }
    if (words.size() == 1) {
        const QString &word = words.first();
        addKey(keys, context, word);
        for (const QString &shorter : withoutEachLetter(word))
            addKey(keys, context, shorter);
    }
    for (qsizetype i = 0; i < words.size(); ++i)
        for (qsizetype j = i + 1; j < words.size(); ++j)
            if (words.size() == 2)
                addPair(keys, context, words.at(i), words.at(j));
            else
                addKey(keys, context, words.at(i), words.at(j));
    if (name.sounds.size() >= 2)
        addKey(keys, context, u"~"_s + name.sounds.join(u' '));
}

QString placeKey(const ComparablePlace &place) { return place.sound.isEmpty() ? place.plain : place.sound; }

QList<quint64> contactKeys(const Profile &profile) {
    QList<quint64> keys;
    for (const QString &phone : profile.phones)
        keys << phoneKey(phone);
    for (const QString &email : profile.emails)
        keys << emailKey(email);
    if (!profile.externalId.isEmpty())
        keys << hashOf(u"external\n"_s + profile.externalId);
    if (!profile.customerNumber.isEmpty())
        keys << hashOf(u"number\n"_s + profile.customerNumber);
    return keys;
}

} // namespace

quint64 phoneKey(const QString &normalised) { return hashOf(u"phone\n"_s + phoneTail(normalised)); }
quint64 emailKey(const QString &normalised) { return hashOf(u"email\n"_s + normalised); }

QList<quint64> blockKeys(const Profile &profile, KeyKind kind) {
    if (kind == KeyKind::Contact)
        return contactKeys(profile);
    QList<quint64> keys;
    const QString context = kind == KeyKind::City      ? placeKey(profile.city)
                            : kind == KeyKind::Company ? placeKey(profile.company)
                                                       : profile.birthdayOn;
    if (!context.isEmpty() && !profile.name.isEmpty())
        addNameKeys(keys, context, profile.name);
    return keys;
}

} // namespace kontor::duplicates
