// The layouts of Salesforce: the tables of its Data Export by the names of its API, and its reports by their labels.
#include "exchange/preset_tables.h"

#include <QtGlobal>

namespace kontor::exchange {

namespace {

// What every table of Salesforce has and nobody reads here.
#define SALESFORCE_COMMON                                                                                                      \
    {"id", "Id"}, {"deleted", "IsDeleted"}, {"created_on", "CreatedDate"}, {                                                   \
        "ignore", "MasterRecordId|RecordTypeId|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastActivityDate|" \
                  "LastCURequestDate|LastCUUpdateDate|Jigsaw|JigsawContactId|JigsawCompanyId|PhotoUrl|LastViewedDate|"         \
                  "LastReferencedDate|IsEmailBounced|OwnerId"                                                                  \
    }

constexpr PresetColumn kSalesforceContacts[] = {
    {"company_id", "AccountId"},
    {"salutation", "Salutation"},
    {"given_name", "FirstName"},
    {"middle_name", "MiddleName"},
    {"family_name", "LastName"},
    {"name_suffix", "Suffix"},
    {"street", "MailingStreet"},
    {"city", "MailingCity"},
    {"region", "MailingState"},
    {"postal_code", "MailingPostalCode"},
    {"country", "MailingCountry"},
    {"street.other", "OtherStreet"},
    {"city.other", "OtherCity"},
    {"region.other", "OtherState"},
    {"postal_code.other", "OtherPostalCode"},
    {"country.other", "OtherCountry"},
    {"phone.work", "Phone"},
    {"phone.mobile", "MobilePhone"},
    {"phone.home", "HomePhone"},
    {"phone.other", "OtherPhone"},
    {"phone.fax", "Fax"},
    {"phone.assistant", "AssistantPhone"},
    {"relation.assistant", "AssistantName"},
    {"email", "Email"},
    {"job_title", "Title"},
    {"custom.Department", "Department"},
    {"source", "LeadSource"},
    {"birthday", "Birthdate"},
    {"note", "Description"},
    {"opt_out.email", "HasOptedOutOfEmail"},
    {"opt_out.phone", "DoNotCall"},
    {"bounced", "EmailBouncedReason"},
    {"ignore",
     "ReportsToId|HasOptedOutOfFax|EmailBouncedDate|MailingLatitude|MailingLongitude|MailingGeocodeAccuracy|OtherLatitude|"
     "OtherLongitude|OtherGeocodeAccuracy|Name"},
    SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceAccounts[] = {
    {"name", "Name"},
    {"lifecycle", "Type"},
    {"customer_number", "AccountNumber"},
    {"street", "BillingStreet"},
    {"city", "BillingCity"},
    {"region", "BillingState"},
    {"postal_code", "BillingPostalCode"},
    {"country", "BillingCountry"},
    {"street.shipping", "ShippingStreet"},
    {"city.shipping", "ShippingCity"},
    {"region.shipping", "ShippingState"},
    {"postal_code.shipping", "ShippingPostalCode"},
    {"country.shipping", "ShippingCountry"},
    {"phone.work", "Phone"},
    {"phone.fax", "Fax"},
    {"website", "Website"},
    {"industry", "Industry"},
    {"company_size", "NumberOfEmployees"},
    {"custom.Annual revenue", "AnnualRevenue"},
    {"source", "AccountSource"},
    {"note", "Description"},
    {"ignore",
     "ParentId|BillingLatitude|BillingLongitude|BillingGeocodeAccuracy|BillingAddress|ShippingLatitude|ShippingLongitude|"
     "ShippingGeocodeAccuracy|ShippingAddress"},
    SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceLeads[] = {
    {"deleted.converted", "IsConverted"},
    {"salutation", "Salutation"},
    {"given_name", "FirstName"},
    {"family_name", "LastName"},
    {"company", "Company"},
    {"job_title", "Title"},
    {"street", "Street"},
    {"city", "City"},
    {"region", "State"},
    {"postal_code", "PostalCode"},
    {"country", "Country"},
    {"phone.work", "Phone"},
    {"phone.mobile", "MobilePhone"},
    {"phone.fax", "Fax"},
    {"email", "Email"},
    {"website", "Website"},
    {"status", "Status"},
    {"source", "LeadSource"},
    {"industry", "Industry"},
    {"company_size", "NumberOfEmployees"},
    {"custom.Annual revenue", "AnnualRevenue"},
    {"custom.Rating", "Rating"},
    {"note", "Description"},
    {"opt_out.email", "HasOptedOutOfEmail"},
    {"opt_out.phone", "DoNotCall"},
    {"bounced", "EmailBouncedReason"},
    {"ignore", "Latitude|Longitude|GeocodeAccuracy|ConvertedDate|ConvertedAccountId|ConvertedContactId|ConvertedOpportunityId|"
               "IsUnreadByOwner|EmailBouncedDate|Name"},
    SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceDeals[] = {
    {"customer_id", "ContactId|AccountId"},
    {"title", "Name"},
    {"stage", "StageName"},
    {"amount", "Amount"},
    {"probability", "Probability"},
    {"expected_on", "CloseDate"},
    {"currency", "CurrencyIsoCode"},
    {"state", "IsWon"},
    {"state.closed", "IsClosed"},
    {"note", "Description|NextStep"},
    SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceTasks[] = {
    {"customer_id", "WhoId|AccountId|WhatId"},
    {"subject", "Subject"},
    {"due_on", "ActivityDate"},
    {"done", "Status|IsClosed|CompletedDateTime"},
    {"interaction_kind", "TaskSubtype|Type"},
    {"text", "Description"},
    SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceEvents[] = {
    {"customer_id", "WhoId|AccountId|WhatId"},
    {"subject", "Subject"},
    {"at", "StartDateTime|ActivityDateTime"},
    {"duration_min", "DurationInMinutes"},
    {"text", "Description"},
    {"ignore", "EndDateTime|ActivityDate|Location"},
    SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceCases[] = {
    {"customer_id", "ContactId|AccountId"},
    {"subject", "Subject"},
    {"text", "Description"},
    {"interaction_kind", "Type"},
    {"severity", "Priority"},
    {"case_state", "Status"},
    {"at", "CreatedDate"},
    {"solved_at", "ClosedDate"},
    SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceNotes[] = {
    {"customer_id", "ParentId|AccountId"}, {"subject", "Title"}, {"text", "Body"}, {"at", "CreatedDate"}, SALESFORCE_COMMON,
};

constexpr PresetColumn kSalesforceContactReport[] = {
    {"id", "Contact ID"},
    {"company_id", "Account ID"},
    {"company", "Account Name"},
    {"job_title", "Title"},
    {"street", "Mailing Street"},
    {"city", "Mailing City"},
    {"region", "Mailing State/Province"},
    {"postal_code", "Mailing Zip/Postal Code"},
    {"country", "Mailing Country"},
    {"street.other", "Other Street"},
    {"city.other", "Other City"},
    {"region.other", "Other State/Province"},
    {"postal_code.other", "Other Zip/Postal Code"},
    {"country.other", "Other Country"},
    {"phone.work", "Phone"},
    {"phone.mobile", "Mobile"},
    {"custom.Department", "Department"},
    {"source", "Lead Source"},
    {"note", "Description"},
};

constexpr PresetColumn kSalesforceAccountReport[] = {
    {"id", "Account ID"},
    {"name", "Account Name"},
    {"lifecycle", "Type"},
    {"street", "Billing Street"},
    {"city", "Billing City"},
    {"region", "Billing State/Province"},
    {"postal_code", "Billing Zip/Postal Code"},
    {"country", "Billing Country"},
    {"street.shipping", "Shipping Street"},
    {"city.shipping", "Shipping City"},
    {"region.shipping", "Shipping State/Province"},
    {"postal_code.shipping", "Shipping Zip/Postal Code"},
    {"country.shipping", "Shipping Country"},
    {"custom.Annual revenue", "Annual Revenue"},
    {"company_size", "Employees"},
    {"note", "Description"},
};

#undef SALESFORCE_COMMON

constexpr PresetConstant kOrganisation[] = {{"kind", "organisation"}};
constexpr PresetConstant kLead[] = {{"lifecycle", "lead"}};
constexpr PresetConstant kMeeting[] = {{"interaction_kind", "meeting"}};
constexpr PresetConstant kNote[] = {{"interaction_kind", "note"}};

#define RECORDS(text) QT_TRANSLATE_NOOP("kontor::presets", text)

constexpr Preset kPresets[] = {
    {"salesforce",
     "Salesforce",
     RECORDS("contacts"),
     FileKind::Customers,
     "salesforce:",
     "IsDeleted|SystemModstamp|Id|AccountId",
     "MailingStreet|MailingCity|HasOptedOutOfEmail|ReportsToId|Birthdate",
     1,
     true,
     kSalesforceContacts,
     {}},
    {"salesforce", "Salesforce", RECORDS("leads"), FileKind::Customers, "salesforce:", "IsDeleted|SystemModstamp|Id",
     "IsConverted|ConvertedContactId|ConvertedDate", 1, true, kSalesforceLeads, kLead},
    {"salesforce",
     "Salesforce",
     RECORDS("deals"),
     FileKind::Deals,
     "salesforce:",
     "IsDeleted|SystemModstamp|Id|StageName",
     "",
     0,
     true,
     kSalesforceDeals,
     {}},
    {"salesforce", "Salesforce", RECORDS("calendar entries"), FileKind::Interactions,
     "salesforce:", "IsDeleted|SystemModstamp|Id|WhoId", "StartDateTime|ActivityDateTime|DurationInMinutes|IsAllDayEvent", 1,
     true, kSalesforceEvents, kMeeting},
    {"salesforce",
     "Salesforce",
     RECORDS("tasks"),
     FileKind::Tasks,
     "salesforce:",
     "IsDeleted|SystemModstamp|Id|WhoId|Subject",
     "",
     0,
     true,
     kSalesforceTasks,
     {}},
    {"salesforce",
     "Salesforce",
     RECORDS("cases"),
     FileKind::Cases,
     "salesforce:",
     "IsDeleted|SystemModstamp|Id|CaseNumber",
     "",
     0,
     true,
     kSalesforceCases,
     {}},
    {"salesforce", "Salesforce", RECORDS("notes"), FileKind::Interactions,
     "salesforce:", "IsDeleted|SystemModstamp|Id|ParentId|Title|Body", "", 0, true, kSalesforceNotes, kNote},
    {"salesforce", "Salesforce", RECORDS("accounts"), FileKind::Customers, "salesforce:", "IsDeleted|SystemModstamp|Id|Name",
     "BillingStreet|BillingCity|ShippingCity|AccountNumber|NumberOfEmployees", 1, true, kSalesforceAccounts, kOrganisation},
};

// Plain words, as others have them too.
constexpr Preset kReports[] = {
    {"salesforce",
     "Salesforce",
     RECORDS("contacts"),
     FileKind::Customers,
     "salesforce:",
     "Account Name|Last Name",
     "Mailing City|Mailing Street|Lead Source",
     1,
     false,
     kSalesforceContactReport,
     {}},
    {"salesforce", "Salesforce", RECORDS("accounts"), FileKind::Customers, "salesforce:", "Account Name",
     "Billing City|Billing Street|Billing State/Province", 2, false, kSalesforceAccountReport, kOrganisation},
};
#undef RECORDS

} // namespace

std::span<const Preset> salesforcePresets() { return kPresets; }
std::span<const Preset> salesforceReports() { return kReports; }

} // namespace kontor::exchange
