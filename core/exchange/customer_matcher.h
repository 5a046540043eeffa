// Which customer of the base a row is about: by external id (alone, but for the ids of an address book), else by e-mail, phone, or name and company together, never by name alone.
#pragma once

#include "db/database.h"
#include "exchange/customer_draft.h"

#include <functional>

namespace kontor::exchange {

enum class MatchKey { ExternalId, Email, Phone, NameAndCompany, Name, CustomerNumber };

struct MatchRule {
    QList<MatchKey> keys{MatchKey::ExternalId, MatchKey::Email, MatchKey::Phone, MatchKey::NameAndCompany};
    bool isChosen = false; // by the person: then the keys are taken at their word
    bool idIsEnough = true; // a row with an id that nobody has is somebody new
};

// "email,phone". Error Invalid names the unknown key.
Result<MatchRule> parseMatchKeys(const QString &text);
QString matchKeyWord(MatchKey key);

class CustomerMatcher {
public:
    static Result<std::unique_ptr<CustomerMatcher>> create(db::Database &database, MatchRule rule);

    // Invalid: nobody yet. A customer that was merged into another is that other one; one in the trash is found by external id only.
    // `isOfThisFile`: customers that earlier rows of the file made. Rows that share a number or address but not the name are two customers there.
    Result<Id> find(const CustomerDraft &draft, const CustomerFields &fields, const std::function<bool(Id)> &isOfThisFile);
    // By what the last find() found somebody.
    struct Common {
        MatchKey key = MatchKey::ExternalId;
        QString value;
    };
    const Common &common() const { return m_common; }
    Result<Id> findExternal(const QString &externalId);
    // For rows of other files that name their customer by e-mail or phone.
    Result<Id> findContact(const QString &kind, const QString &normalised);
    // The row has no key that could tell it from another customer of that name.
    bool isWeak(const CustomerDraft &draft, const CustomerFields &fields) const;

private:
    CustomerMatcher(MatchRule rule, db::BulkStatement external, db::BulkStatement contact, db::BulkStatement name,
                    db::BulkStatement number);
    using IsOfThisFile = std::function<bool(Id)>;
    Result<Id> findByPoints(const CustomerDraft &draft, const CustomerFields &fields, const QString &kind,
                            const IsOfThisFile &isOfThisFile);
    Result<Id> findByName(const CustomerDraft &draft, const CustomerFields &fields, bool withCompany,
                          const IsOfThisFile &isOfThisFile);
    bool isAnotherContact(const CustomerDraft &draft, Id id, const IsOfThisFile &isOfThisFile) const;
    bool isOther(const CustomerDraft &draft, const CustomerFields &fields, const QString &number) const;
    Result<Id> findByNumber(const QString &number);

    MatchRule m_rule;
    db::BulkStatement m_external, m_contact, m_name, m_number;
    Common m_common;
};

// Two folded names that may be one person's or firm's. `strictly`: all words of the shorter one are in the longer one, initials counting ("a. berg",
// "anna maria berg"); else one word in common is enough. An empty name agrees with all.
bool namesAgree(const QString &a, const QString &b, bool strictly);

} // namespace kontor::exchange
