#include "exchange/export_layout.h"

#include <algorithm>
#include <array>

namespace kontor::exchange {

namespace {

constexpr LayoutColumn kSalesforce[] = {{"Contact ID", "id@salesforce:"},
                                        {"Salutation", "salutation"},
                                        {"First Name", "given_name"},
                                        {"Last Name", "family_name"},
                                        {"Account Name", "company"},
                                        {"Title", "job_title"},
                                        {"Email", "email"},
                                        {"Phone", "phone.work"},
                                        {"Mobile", "phone.mobile"},
                                        {"Home Phone", "phone.home"},
                                        {"Other Phone", "phone.other"},
                                        {"Fax", "phone.fax"},
                                        {"Mailing Street", "street"},
                                        {"Mailing City", "city"},
                                        {"Mailing State/Province", "region"},
                                        {"Mailing Zip/Postal Code", "postal_code"},
                                        {"Mailing Country", "country"},
                                        {"Other Street", "street.other"},
                                        {"Other City", "city.other"},
                                        {"Other State/Province", "region.other"},
                                        {"Other Zip/Postal Code", "postal_code.other"},
                                        {"Other Country", "country.other"},
                                        {"Lead Source", "source"},
                                        {"Birthdate", "birthday"},
                                        {"Department", "custom.Department"},
                                        {"Description", "note"}};

constexpr LayoutColumn kHubspot[] = {{"Record ID", "id@hubspot:contact:"},
                                     {"First Name", "given_name"},
                                     {"Last Name", "family_name"},
                                     {"Email", "email"},
                                     {"Phone Number", "phone"},
                                     {"Mobile Phone Number", "phone.mobile"},
                                     {"Contact owner", "owner"},
                                     {"Lead Status", "status"},
                                     {"Lifecycle Stage", "lifecycle"},
                                     {"Job Title", "job_title"},
                                     {"Company Name", "company"},
                                     {"Website URL", "website"},
                                     {"Street Address", "street"},
                                     {"City", "city"},
                                     {"State/Region", "region"},
                                     {"Postal Code", "postal_code"},
                                     {"Country/Region", "country"}};

constexpr LayoutColumn kGoogle[] = {{"First Name", "given_name"},
                                    {"Middle Name", ""},
                                    {"Last Name", "family_name"},
                                    {"Name Prefix", "salutation"},
                                    {"Nickname", "custom.Nickname"},
                                    {"File As", ""},
                                    {"Organization Name", "company"},
                                    {"Organization Title", "job_title"},
                                    {"Organization Department", "custom.Department"},
                                    {"Birthday", "birthday"},
                                    {"Notes", "note"},
                                    {"Labels", "tags"},
                                    {"E-mail # - Label", "email#_label"},
                                    {"E-mail # - Value", "email#"},
                                    {"Phone # - Label", "phone#_label"},
                                    {"Phone # - Value", "phone#"},
                                    {"Address 1 - Street", "street"},
                                    {"Address 1 - City", "city"},
                                    {"Address 1 - Region", "region"},
                                    {"Address 1 - Postal Code", "postal_code"},
                                    {"Address 1 - Country", "country"},
                                    {"Website # - Label", "website#_label"},
                                    {"Website # - Value", "website#"},
                                    {"Event 1 - Label", "=anniversary"},
                                    {"Event 1 - Value", "important_date.anniversary"},
                                    {"Relation 1 - Label", "=spouse"},
                                    {"Relation 1 - Value", "relation.spouse"}};

constexpr LayoutColumn kOutlook[] = {{"Title", "salutation"},
                                     {"First Name", "given_name"},
                                     {"Last Name", "family_name"},
                                     {"Company", "company"},
                                     {"Department", "custom.Department"},
                                     {"Job Title", "job_title"},
                                     {"Business Street", "street"},
                                     {"Business City", "city"},
                                     {"Business State", "region"},
                                     {"Business Postal Code", "postal_code"},
                                     {"Business Country/Region", "country"},
                                     {"Home Street", "street.home"},
                                     {"Home City", "city.home"},
                                     {"Home State", "region.home"},
                                     {"Home Postal Code", "postal_code.home"},
                                     {"Home Country/Region", "country.home"},
                                     {"Other Street", "street.other"},
                                     {"Other City", "city.other"},
                                     {"Other State", "region.other"},
                                     {"Other Postal Code", "postal_code.other"},
                                     {"Other Country/Region", "country.other"},
                                     {"Business Fax", "phone.fax"},
                                     {"Business Phone", "phone.work"},
                                     {"Business Phone 2", "phone.work"},
                                     {"Home Phone", "phone.home"},
                                     {"Home Phone 2", "phone.home"},
                                     {"Mobile Phone", "phone.mobile"},
                                     {"Primary Phone", "phone"},
                                     {"Other Phone", "phone.other"},
                                     {"Account", "customer_number"},
                                     {"Anniversary", "important_date.anniversary"},
                                     {"Birthday", "birthday"},
                                     {"Categories", "tags"},
                                     {"Children", "relation.child"},
                                     {"E-mail Address", "email"},
                                     {"E-mail 2 Address", "email"},
                                     {"E-mail 3 Address", "email"},
                                     {"Gender", "gender"},
                                     {"Hobby", "hobby"},
                                     {"Language", "language"},
                                     {"Notes", "note"},
                                     {"Profession", "occupation"},
                                     {"Referred By", "source"},
                                     {"Spouse", "relation.spouse"},
                                     {"Web Page", "website"}};

constexpr LayoutColumn kMailchimp[] = {{"Email Address", "email"},
                                       {"First Name", "given_name"},
                                       {"Last Name", "family_name"},
                                       {"Phone Number", "phone"},
                                       {"Birthday", "birthday"},
                                       {"LEID", "id@mailchimp:"},
                                       {"EUID", ""},
                                       {"NOTES", "note"},
                                       {"TAGS", "tags"}};

constexpr std::array kLayouts{ExportLayout{"salesforce", kSalesforce, ";"}, ExportLayout{"hubspot", kHubspot, ";"},
                              ExportLayout{"google", kGoogle, " ::: "}, ExportLayout{"outlook", kOutlook, ";"},
                              ExportLayout{"mailchimp", kMailchimp, ",", true, true}};

} // namespace

const ExportLayout *exportLayoutNamed(const QString &name) {
    const auto found = std::find_if(kLayouts.cbegin(), kLayouts.cend(),
                                    [&name](const ExportLayout &layout) { return name == QLatin1StringView(layout.name); });
    return found == kLayouts.cend() ? nullptr : &*found;
}

QStringList exportLayoutNames() {
    QStringList names;
    for (const ExportLayout &layout : kLayouts)
        names << QString::fromLatin1(layout.name);
    return names;
}

} // namespace kontor::exchange
