// Whether two customers are likely one, why, and how sure that is: one rule for the whole base, for a draft, and for two cards side by side.
#pragma once

#include "duplicates/profile.h"

#include <QSet>

#include <optional>

namespace kontor::duplicates {

constexpr qsizetype kCrowd = 3; // more cards with one number than one person has

enum class Certainty { Certain, Likely, Possible };

enum class Reason {
    SamePhone,
    SameEmail,
    SameExternalId,
    SameCustomerNumber,
    NameAndBirthday,
    NameAndCompany,
    NameAndCity,
    SameName // of a draft that says no more
};

struct Judgement {
    Certainty certainty = Certainty::Possible;
    Reason reason = Reason::NameAndCity;
};

// Stable words for scripts: "certain", "same phone" ...
QString certaintyWord(Certainty certainty);
QString reasonWord(Reason reason);
// For people, translated.
QString certaintyText(Certainty certainty);
QString reasonText(Reason reason);

quint64 wordHash(const QString &word);

// What the base as a whole says: a number that many share tells nobody apart, a name that stands there once or twice is weightier, and a word
// that stands in several names is a name, not a slip.
class Surroundings {
public:
    void addCrowded(quint64 pointKey) { m_crowded.insert(pointKey); } // phoneKey(), emailKey()
    void setNames(std::vector<quint64> hashes);                       // of all customers
    void setWords(std::vector<quint64> hashes);                       // wordHash() of all words of their names
    bool isCrowded(quint64 pointKey) const { return m_crowded.contains(pointKey); }
    qint64 cardsNamed(const ComparableName &name) const;
    qint64 cardsWith(const QString &word) const;

private:
    QSet<quint64> m_crowded;
    std::vector<quint64> m_names;
    std::vector<quint64> m_words;
};

std::optional<Judgement> judge(const Profile &a, const Profile &b, const Surroundings &surroundings);
// Nothing speaks against their being one: what all members of a group must be to each other.
bool mayBeOne(const Profile &a, const Profile &b);
// So much of what is known of both differs that a third card's likeness to each of them does not make them one.
bool isContradicted(const Profile &a, const Profile &b);

} // namespace kontor::duplicates
