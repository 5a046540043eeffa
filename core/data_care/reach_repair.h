// What a phone number or an e-mail address that cannot be one was meant to be.
#pragma once

#include <QString>

#include <optional>

namespace kontor::data_care {

struct ReachRepair {
    QString value;
    QString label; // what stood beside the number and is none: "after 6 pm"; empty: nothing
    bool isCertain = true;
};

// `country`: of the base; `ownCountry`: of the customer, empty where it is not known. Both ISO 3166 alpha-2.
bool isSoundPhone(const QString &value, const QString &country);
// Nothing: only a person can tell.
std::optional<ReachRepair> repairedPhone(const QString &value, const QString &country, const QString &ownCountry);

// Also false for addresses at names that nobody has, such as gmial.com.
bool isSoundEmail(const QString &value);
std::optional<ReachRepair> repairedEmail(const QString &value);

} // namespace kontor::data_care
