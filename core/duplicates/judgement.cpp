#include "duplicates/judgement.h"

#include "duplicates/block_keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongName = 10;         // letters: one of them may be a slip
constexpr int kRareName = 3;          // cards: two of them in one city are likely one person
constexpr int kCommonName = 10;       // cards: two of them in one city say nothing
constexpr int kContradicted = 2;      // facts that differ: two people
constexpr int kMostSlips = 1;         // cards: so many have one wrong spelling
constexpr int kSlipsAmongCards = 100; // one of so many cards of a frequent name

struct Words {
    QLatin1StringView word;
    const char *text;
};

constexpr Words kCertainties[] = {{"certain"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Certain")},
                                  {"likely"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Likely")},
                                  {"possible"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Possible")}};

constexpr Words kReasons[] = {
    {"same phone"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Same phone")},
    {"same e-mail"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Same e-mail")},
    {"same external id"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Same number in another system")},
    {"same customer number"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Same customer number")},
    {"similar name + birthday"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Similar name and birthday")},
    {"same name + company"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Same name and company")},
    {"similar name + city"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Similar name and city")},
    {"same name"_L1, QT_TRANSLATE_NOOP("kontor::duplicates", "Same name")}};

QString translate(const char *text) { return QCoreApplication::translate("kontor::duplicates", text); }

bool differ(const QString &a, const QString &b) { return !a.isEmpty() && !b.isEmpty() && a != b; }

bool differ(const ComparablePlace &a, const ComparablePlace &b) { return !a.isEmpty() && !b.isEmpty() && !(a == b); }

QString sharedPhone(const Profile &a, const Profile &b) {
    for (const QString &mine : a.phones)
        for (const QString &theirs : b.phones)
            if (isSamePhone(mine, theirs))
                return mine;
    return {};
}

QString sharedEmail(const Profile &a, const Profile &b) {
    for (const QString &mine : a.emails)
        if (b.emails.contains(mine))
            return mine;
    return {};
}

int contradictions(const Profile &a, const Profile &b) {
    const bool phones = !a.phones.isEmpty() && !b.phones.isEmpty() && sharedPhone(a, b).isEmpty();
    const bool emails = !a.emails.isEmpty() && !b.emails.isEmpty() && sharedEmail(a, b).isEmpty();
    return phones + emails + differ(a.street, b.street) + differ(a.company, b.company) + differ(a.city, b.city);
}

// A father and his son of one name have two birthdays; Andrea and Andrea two genders.
bool isOtherPerson(const Profile &a, const Profile &b) {
    return differ(a.birthdayOn, b.birthdayOn) || differ(a.gender, b.gender);
}

bool isUnnamed(const Profile &a, const Profile &b) { return a.name.isEmpty() || b.name.isEmpty(); }

// The same number or address. A firm shares it with its people, a switchboard with everybody.
std::optional<Judgement> judgeShared(const Profile &a, const Profile &b, Likeness likeness, Reason reason, bool isCrowded) {
    if (isUnnamed(a, b))
        return isCrowded ? std::nullopt : std::optional(Judgement{Certainty::Certain, reason});
    if (likeness == Likeness::None || (a.isOrganisation != b.isOrganisation && likeness != Likeness::Same))
        return {};
    if (isCrowded && likeness == Likeness::Partly)
        return {};
    const bool isSure = likeness == Likeness::Same && a.isOrganisation == b.isOrganisation;
    return Judgement{isSure ? Certainty::Certain : Certainty::Likely, reason};
}

std::optional<Judgement> judgeKeys(const Profile &a, const Profile &b, Likeness likeness) {
    if (likeness == Likeness::None)
        return {};
    const Certainty certainty = likeness == Likeness::Same ? Certainty::Certain : Certainty::Likely;
    const bool isOneSystem = a.externalSystem == b.externalSystem || a.externalSystem.isEmpty() || b.externalSystem.isEmpty();
    if (isOneSystem && !a.externalId.isEmpty() && a.externalId == b.externalId)
        return Judgement{certainty, Reason::SameExternalId};
    if (!a.customerNumber.isEmpty() && a.customerNumber == b.customerNumber)
        return Judgement{certainty, Reason::SameCustomerNumber};
    return {};
}

qint64 timesOf(const std::vector<quint64> &sorted, quint64 hash) {
    const auto [first, last] = std::equal_range(sorted.begin(), sorted.end(), hash);
    return last - first;
}

// Hansen and Jansen are two names that many bear; what is written once, beside a name that it resembles, is a slip.
bool isSlip(const Profile &a, const Profile &b, const Surroundings &surroundings) {
    const auto [mine, theirs] = wordsWithSlip(a.name, b.name);
    const qint64 first = surroundings.cardsWith(mine), second = surroundings.cardsWith(theirs);
    const qint64 rarer = qMin(first, second);
    return rarer <= kMostSlips || rarer * kSlipsAmongCards <= qMax(first, second);
}

// How many cards may carry the name before two of them in one city are taken for two people, by what else speaks against it.
constexpr int kMostCards[] = {kCommonName, kCommonName, 2};

// A name and a city, which many others have too: what else is known must not speak against it.
std::optional<Judgement> judgeInCity(const Profile &a, const Profile &b, Likeness likeness, const Surroundings &surroundings) {
    const auto against = size_t(contradictions(a, b));
    const qint64 cards = qMax(surroundings.cardsNamed(a.name), surroundings.cardsNamed(b.name));
    if (likeness == Likeness::Same) {
        if (against >= std::size(kMostCards) || cards > kMostCards[against])
            return {};
        return Judgement{against == 0 && cards <= kRareName ? Certainty::Likely : Certainty::Possible, Reason::NameAndCity};
    }
    const bool isLong = qMin(a.name.letters(), b.name.letters()) >= kLongName;
    const bool isDoubtful = against > 1 || (against == 1 && (likeness == Likeness::Typo || cards > kRareName));
    if (!isLong || isDoubtful || cards > kCommonName)
        return {};
    return Judgement{Certainty::Possible, Reason::NameAndCity};
}

// Two people of one name in one firm are rare, two of nearly one name are not.
std::optional<Judgement> judgeInCompany(const Profile &a, const Profile &b, Likeness likeness) {
    const bool isDoubtful = isContradicted(a, b);
    if (isDoubtful && likeness == Likeness::Typo)
        return {};
    return Judgement{likeness == Likeness::Same && !isDoubtful ? Certainty::Likely : Certainty::Possible, Reason::NameAndCompany};
}

} // namespace

QString certaintyWord(Certainty certainty) { return kCertainties[int(certainty)].word; }
QString reasonWord(Reason reason) { return kReasons[int(reason)].word; }
QString certaintyText(Certainty certainty) { return translate(kCertainties[int(certainty)].text); }
QString reasonText(Reason reason) { return translate(kReasons[int(reason)].text); }

quint64 wordHash(const QString &word) { return qHash(word, size_t(1)); }

void Surroundings::setNames(std::vector<quint64> hashes) {
    m_names = std::move(hashes);
    std::sort(m_names.begin(), m_names.end());
}

void Surroundings::setWords(std::vector<quint64> hashes) {
    m_words = std::move(hashes);
    std::sort(m_words.begin(), m_words.end());
}

qint64 Surroundings::cardsNamed(const ComparableName &name) const { return timesOf(m_names, name.hash()); }
qint64 Surroundings::cardsWith(const QString &word) const { return timesOf(m_words, wordHash(word)); }

bool mayBeOne(const Profile &a, const Profile &b) {
    if (isOtherPerson(a, b))
        return false;
    if (isUnnamed(a, b))
        return true;
    const Likeness names = likeness(a.name, b.name);
    return a.isOrganisation == b.isOrganisation ? names != Likeness::None : names == Likeness::Same;
}

bool isContradicted(const Profile &a, const Profile &b) { return contradictions(a, b) >= kContradicted; }

std::optional<Judgement> judge(const Profile &a, const Profile &b, const Surroundings &surroundings) {
    if (isOtherPerson(a, b))
        return {};
    const Likeness names = likeness(a.name, b.name);
    QList<Judgement> found;
    const auto add = [&found](const std::optional<Judgement> &judgement) {
        if (judgement)
            found << *judgement;
    };
    if (const QString phone = sharedPhone(a, b); !phone.isEmpty())
        add(judgeShared(a, b, names, Reason::SamePhone, surroundings.isCrowded(phoneKey(phone))));
    if (const QString email = sharedEmail(a, b); !email.isEmpty())
        add(judgeShared(a, b, names, Reason::SameEmail, isRoleAddress(email) || surroundings.isCrowded(emailKey(email))));
    add(judgeKeys(a, b, names));
    if (names >= Likeness::Contained && a.isOrganisation == b.isOrganisation) {
        if (!a.birthdayOn.isEmpty() && a.birthdayOn == b.birthdayOn)
            add(Judgement{Certainty::Likely, Reason::NameAndBirthday});
        const bool isOneName = names != Likeness::Typo || isSlip(a, b, surroundings);
        if (isOneName && !a.company.isEmpty() && a.company == b.company)
            add(judgeInCompany(a, b, names));
        if (isOneName && !a.city.isEmpty() && a.city == b.city)
            add(judgeInCity(a, b, names, surroundings));
    }
    const auto best = std::min_element(found.cbegin(), found.cend(), [](const Judgement &x, const Judgement &y) {
        return std::pair(x.certainty, x.reason) < std::pair(y.certainty, y.reason);
    });
    return best == found.cend() ? std::nullopt : std::optional(*best);
}

} // namespace kontor::duplicates
