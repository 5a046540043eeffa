#include "exchange/dynamics_titles.h"

#include <QUrl>

#include <array>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kDoNotModify = u"(Do Not Modify)";

struct SchemaName {
    QStringView name;
    QStringView title;       // a word of the aliases
    QStringView entity = {}; // only there; names for one entity stand before those for all
};

constexpr std::array kSchemaNames{
    SchemaName{u"name", u"Company", u"account"},
    SchemaName{u"name", u"Opportunity name", u"opportunity"},
    SchemaName{u"telephone1", u"Business phone", u"contact"},
    SchemaName{u"telephone1", u"Business phone", u"lead"},
    SchemaName{u"telephone2", u"Home phone", u"contact"},
    SchemaName{u"telephone2", u"Home phone", u"lead"},
    SchemaName{u"accountnumber", u"Customer number"},
    SchemaName{u"firstname", u"First name"},
    SchemaName{u"middlename", u"Middle name"},
    SchemaName{u"lastname", u"Last name"},
    SchemaName{u"fullname", u"Full name"},
    SchemaName{u"suffix", u"Name suffix"},
    SchemaName{u"salutation", u"Salutation"},
    SchemaName{u"jobtitle", u"Job title"},
    SchemaName{u"companyname", u"Company"},
    SchemaName{u"parentcustomerid", u"Company", u"contact"},
    SchemaName{u"emailaddress1", u"Email"},
    SchemaName{u"emailaddress2", u"Email 2"},
    SchemaName{u"emailaddress3", u"Email 3"},
    SchemaName{u"telephone1", u"Phone"},
    SchemaName{u"telephone2", u"Phone 2"},
    SchemaName{u"telephone3", u"Phone 3"},
    SchemaName{u"mobilephone", u"Mobile phone"},
    SchemaName{u"fax", u"Fax"},
    SchemaName{u"websiteurl", u"Website"},
    SchemaName{u"address1_line1", u"Street"},
    SchemaName{u"address1_line2", u"Street 2"},
    SchemaName{u"address1_line3", u"Street 3"},
    SchemaName{u"address1_city", u"City"},
    SchemaName{u"address1_stateorprovince", u"State"},
    SchemaName{u"address1_postalcode", u"Postal code"},
    SchemaName{u"address1_country", u"Country"},
    SchemaName{u"address2_line1", u"Address 2 - Street"},
    SchemaName{u"address2_city", u"Address 2 - City"},
    SchemaName{u"address2_stateorprovince", u"Address 2 - Region"},
    SchemaName{u"address2_postalcode", u"Address 2 - Postal code"},
    SchemaName{u"address2_country", u"Address 2 - Country"},
    SchemaName{u"birthdate", u"Birthday"},
    SchemaName{u"anniversary", u"Anniversary"},
    SchemaName{u"spousesname", u"Spouse"},
    SchemaName{u"gendercode", u"Gender"},
    SchemaName{u"familystatuscode", u"Marital status"},
    SchemaName{u"industrycode", u"Industry"},
    SchemaName{u"numberofemployees", u"Number of employees"},
    SchemaName{u"leadsourcecode", u"Lead source"},
    SchemaName{u"description", u"Note"},
    SchemaName{u"createdon", u"Created on"},
    SchemaName{u"estimatedvalue", u"Amount"},
    SchemaName{u"estimatedclosedate", u"Close date"},
    SchemaName{u"closeprobability", u"Probability"},
    SchemaName{u"stepname", u"Stage"},
    SchemaName{u"salesstagecode", u"Stage"},
    SchemaName{u"checksumlogicalname", u""},
    SchemaName{u"modifiedon", u""},
};

// Nothing where the name is not among them.
std::optional<QString> titleOf(const QString &entity, const QString &schemaName) {
    if (schemaName == entity + u"id"_s)
        return u"ID"_s;
    if (schemaName.contains(u'.')) // of a related record, whose values are not this one's
        return QString();
    for (const SchemaName &known : kSchemaNames) {
        if (known.name == schemaName && (known.entity.isEmpty() || known.entity == entity))
            return known.title.toString();
    }
    return {};
}

QString decoded(QStringView text) { return QUrl::fromPercentEncoding(text.toUtf8().replace('+', ' ')).simplified(); }

} // namespace

bool isDynamicsSheet(const SheetInfo &sheet) {
    return sheet.isHidden && sheet.name.compare(u"hiddenSheet"_s, Qt::CaseInsensitive) == 0;
}

Result<DynamicsTitles> DynamicsTitles::read(Workbook &workbook) {
    DynamicsTitles titles;
    for (int i = 0; i < workbook.sheets().size(); ++i) {
        if (!isDynamicsSheet(workbook.sheets().at(i)))
            continue;
        TRY(rows, workbook.rows(i));
        SheetRow row;
        TRY(more, rows->next(row));
        const QString cell = more ? row.cells.value(0) : QString();
        const QString entity = cell.section(u':', 0, 0).toLower();
        for (const QString &pair : cell.section(u':', 2).split(u'&')) {
            const qsizetype equals = pair.indexOf(u'=');
            if (const auto title = titleOf(entity, decoded(QStringView(pair).left(equals)).toLower()); title && equals > 0)
                titles.m_plain.insert(decoded(QStringView(pair).mid(equals + 1)), *title);
        }
    }
    return titles;
}

QString DynamicsTitles::plain(const QString &title) const {
    if (const auto known = m_plain.constFind(title); known != m_plain.cend())
        return *known;
    if (!title.startsWith(kDoNotModify))
        return title;
    const QString rest = title.mid(kDoNotModify.size()).simplified();
    return rest == u"Row Checksum"_s || rest == u"Modified On"_s ? QString() : u"ID"_s;
}

} // namespace kontor::exchange
