#include "exchange/customer_matcher.h"

#include "base/fold.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFewestPhoneDigits = 7; // shorter ones as typed are extensions and service numbers that many share

bool isKey(const DraftPoint &point) {
    if (point.kind == "email"_L1)
        return point.normalised.contains(u'@');
    if (point.kind != "phone"_L1 || point.label == "fax"_L1 || point.normalised.isEmpty())
        return false;
    return std::count_if(point.value.cbegin(), point.value.cend(), [](QChar c) { return c.isDigit(); }) >= kFewestPhoneDigits;
}

bool isInitialOf(QStringView initial, QStringView word) {
    const bool isShort = initial.size() == 1 || (initial.size() == 2 && initial.at(1) == u'.');
    return isShort && initial.front() == word.front();
}

bool hasWord(const QList<QStringView> &words, QStringView wanted, bool initials) {
    return std::any_of(words.cbegin(), words.cend(), [&](QStringView word) {
        return word == wanted || (initials && (isInitialOf(wanted, word) || isInitialOf(word, wanted)));
    });
}

// The first word of a key is its name.
const std::array<std::pair<QLatin1StringView, MatchKey>, 7> kWords{{{"id"_L1, MatchKey::ExternalId},
                                                                    {"external_id"_L1, MatchKey::ExternalId},
                                                                    {"email"_L1, MatchKey::Email},
                                                                    {"phone"_L1, MatchKey::Phone},
                                                                    {"name+company"_L1, MatchKey::NameAndCompany},
                                                                    {"name"_L1, MatchKey::Name},
                                                                    {"customer_number"_L1, MatchKey::CustomerNumber}}};

constexpr auto kAlive = "trashed_at IS NULL AND merged_into IS NULL"_L1;

} // namespace

QString matchKeyWord(MatchKey key) {
    const auto found = std::find_if(kWords.cbegin(), kWords.cend(), [key](const auto &word) { return word.second == key; });
    return found->first;
}

Result<MatchRule> parseMatchKeys(const QString &text) {
    MatchRule rule;
    if (text.trimmed().isEmpty())
        return rule;
    rule.keys.clear();
    rule.isChosen = true;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.trimmed().toLower();
        const auto found = std::find_if(kWords.cbegin(), kWords.cend(), [&](const auto &known) { return known.first == word; });
        if (found == kWords.cend())
            return Error{Code::Invalid,
                         QCoreApplication::translate("kontor::exchange",
                                                     "Customers cannot be recognised by “%1”. Choose among id, email, "
                                                     "phone, name+company, name and customer_number.")
                             .arg(part.trimmed()),
                         {},
                         "match-by"};
        rule.keys << found->second;
    }
    return rule;
}

CustomerMatcher::CustomerMatcher(MatchRule rule, db::BulkStatement external, db::BulkStatement contact, db::BulkStatement name,
                                 db::BulkStatement number)
    : m_rule(std::move(rule)),
      m_external(std::move(external)),
      m_contact(std::move(contact)),
      m_name(std::move(name)),
      m_number(std::move(number)) {}

Result<std::unique_ptr<CustomerMatcher>> CustomerMatcher::create(db::Database &database, MatchRule rule) {
    TRY(external, database.prepareBulk(u"SELECT coalesce(merged_into, id) FROM customer WHERE external_id = ?"_s));
    TRY(contact,
        database.prepareBulk(
            u"SELECT c.id, c.kind, c.name_folded, c.customer_number FROM contact_point p JOIN customer c ON c.id = p.customer_id "
            "WHERE p.normalised = ? AND p.normalised <> '' AND p.kind = ? AND p.label <> 'fax' AND c.trashed_at IS NULL AND c.merged_into IS NULL ORDER BY c.id LIMIT 50"_s));
    TRY(name, database.prepareBulk(
                  u"SELECT id, company, customer_number FROM customer WHERE name_folded = ? AND %1 ORDER BY id"_s.arg(kAlive)));
    TRY(number,
        database.prepareBulk(u"SELECT id FROM customer WHERE customer_number = ? AND %1 ORDER BY id LIMIT 1"_s.arg(kAlive)));
    return std::unique_ptr<CustomerMatcher>(
        new CustomerMatcher(std::move(rule), std::move(external), std::move(contact), std::move(name), std::move(number)));
}

bool namesAgree(const QString &a, const QString &b, bool strictly) {
    QList<QStringView> shorter = QStringView(a).split(u' ', Qt::SkipEmptyParts),
                       longer = QStringView(b).split(u' ', Qt::SkipEmptyParts);
    if (shorter.isEmpty() || longer.isEmpty())
        return true;
    if (shorter.size() > longer.size())
        std::swap(shorter, longer);
    const auto isFound = [&](QStringView word) { return hasWord(longer, word, strictly); };
    return strictly ? std::all_of(shorter.cbegin(), shorter.cend(), isFound)
                    : std::any_of(shorter.cbegin(), shorter.cend(), isFound);
}

Result<Id> CustomerMatcher::findExternal(const QString &externalId) {
    m_external.bind(0, QStringView(externalId));
    TRY(found, m_external.next());
    const Id id{found ? m_external.integer(0) : 0};
    m_external.reset();
    return id;
}

Result<Id> CustomerMatcher::findContact(const QString &kind, const QString &normalised) {
    m_contact.bind(0, QStringView(normalised));
    m_contact.bind(1, QStringView(kind));
    TRY(found, m_contact.next());
    const Id id{found ? m_contact.integer(0) : 0};
    m_contact.reset();
    return id;
}

// Two numbers that the firm itself gave tell two customers apart, whatever else they share.
bool CustomerMatcher::isOther(const CustomerDraft &draft, const CustomerFields &fields, const QString &number) const {
    const QString ours = draft.text(fields.customerNumber);
    return !m_rule.isChosen && !number.isEmpty() && !ours.isEmpty() && number != ours;
}

// Two contacts of one address book with ids of their own are two, however alike they are.
bool CustomerMatcher::isAnotherContact(const CustomerDraft &draft, Id id, const IsOfThisFile &isOfThisFile) const {
    return !m_rule.idIsEnough && !m_rule.isChosen && !draft.externalId.isEmpty() && isOfThisFile(id);
}

// Colleagues and families share numbers and addresses. Within one file, and between a firm and a person, the name has to agree too.
Result<Id> CustomerMatcher::findByPoints(const CustomerDraft &draft, const CustomerFields &fields, const QString &kind,
                                         const IsOfThisFile &isOfThisFile) {
    const QString name = draft.nameIsMade ? QString() : fold(draft.text(fields.name));
    for (const DraftPoint &point : draft.points) {
        if (point.kind != kind || !isKey(point))
            continue;
        m_contact.bind(0, QStringView(point.normalised));
        m_contact.bind(1, QStringView(kind));
        Id agreeing, first;
        while (true) {
            TRY(more, m_contact.next());
            if (!more)
                break;
            const Id id{m_contact.integer(0)};
            const QString known = m_contact.text(2);
            if (isAnotherContact(draft, id, isOfThisFile) || isOther(draft, fields, m_contact.text(3)))
                continue;
            const bool agrees = namesAgree(name, known, kind == "phone"_L1) || known == fold(point.value);
            const bool isOtherKind = m_contact.text(1) != draft.text(fields.kind);
            if (agrees && (!agreeing.isValid() || known == name))
                agreeing = id;
            if (!first.isValid() && (m_rule.isChosen || !(isOtherKind || isOfThisFile(id))))
                first = id;
        }
        if (agreeing.isValid() || first.isValid()) {
            m_common.value = point.value;
            return agreeing.isValid() ? agreeing : first;
        }
    }
    return Id{};
}

Result<Id> CustomerMatcher::findByName(const CustomerDraft &draft, const CustomerFields &fields, bool withCompany,
                                       const IsOfThisFile &isOfThisFile) {
    const QString name = fold(draft.text(fields.name)), company = fold(draft.text(fields.company));
    if (name.isEmpty() || draft.nameIsMade || (withCompany && company.isEmpty()))
        return Id{};
    m_name.bind(0, QStringView(name));
    while (true) {
        TRY(more, m_name.next());
        if (!more)
            return Id{};
        const Id id{m_name.integer(0)};
        if ((!withCompany || fold(m_name.text(1)) == company) && !isOther(draft, fields, m_name.text(2)) &&
            !isAnotherContact(draft, id, isOfThisFile)) {
            m_name.reset();
            return id;
        }
    }
}

Result<Id> CustomerMatcher::findByNumber(const QString &number) {
    if (number.isEmpty())
        return Id{};
    m_number.bind(0, QStringView(number));
    TRY(found, m_number.next());
    const Id id{found ? m_number.integer(0) : 0};
    m_number.reset();
    return id;
}

Result<Id> CustomerMatcher::find(const CustomerDraft &draft, const CustomerFields &fields, const IsOfThisFile &isOfThisFile) {
    for (MatchKey key : m_rule.keys) {
        Id id;
        m_common.key = key;
        if (key == MatchKey::ExternalId) {
            if (draft.externalId.isEmpty())
                continue;
            m_common.value = draft.externalId;
            TRY(found, findExternal(draft.externalId));
            if (found.isValid() || (!m_rule.isChosen && m_rule.idIsEnough))
                return found; // by that id alone
        } else if (key == MatchKey::CustomerNumber) {
            TRY(found, findByNumber(draft.text(fields.customerNumber)));
            m_common.value = draft.text(fields.customerNumber);
            id = found;
        } else if (key == MatchKey::Email || key == MatchKey::Phone) {
            TRY(found, findByPoints(draft, fields, key == MatchKey::Email ? u"email"_s : u"phone"_s, isOfThisFile));
            id = found;
        } else {
            TRY(found, findByName(draft, fields, key == MatchKey::NameAndCompany, isOfThisFile));
            m_common.value = draft.text(fields.name);
            id = found;
        }
        if (id.isValid())
            return id;
    }
    return Id{};
}

bool CustomerMatcher::isWeak(const CustomerDraft &draft, const CustomerFields &fields) const {
    if (!draft.externalId.isEmpty() || !draft.text(fields.company).isEmpty() || m_rule.isChosen)
        return false;
    return std::none_of(draft.points.cbegin(), draft.points.cend(), isKey);
}

} // namespace kontor::exchange
