#include "exchange/ldif_meaning.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

enum class Role { Value, Birthday, Several, Phone, Email, Work, Home, Url, Note, Member, Photo, Skipped, Secret };

struct Attribute {
    Role role;
    const char *target; // title, label, or part of an address
};

const QHash<QByteArray, Attribute> &attributes() {
    static const QHash<QByteArray, Attribute> known{
        {"cn", {Role::Value, "name"}},
        {"commonname", {Role::Value, "name"}},
        {"givenname", {Role::Value, "given_name"}},
        {"sn", {Role::Value, "family_name"}},
        {"surname", {Role::Value, "family_name"}},
        {"mozillanickname", {Role::Value, "custom.Nickname"}},
        {"xmozillanickname", {Role::Value, "custom.Nickname"}},
        {"nickname", {Role::Value, "custom.Nickname"}},
        {"personaltitle", {Role::Value, "name_prefix"}},
        {"generationqualifier", {Role::Value, "name_suffix"}},
        {"o", {Role::Value, "company"}},
        {"company", {Role::Value, "company"}},
        {"organizationname", {Role::Value, "company"}},
        {"ou", {Role::Value, "custom.Department"}},
        {"orgunit", {Role::Value, "custom.Department"}},
        {"department", {Role::Value, "custom.Department"}},
        {"departmentnumber", {Role::Value, "custom.Department"}},
        {"title", {Role::Value, "job_title"}},
        {"preferredlanguage", {Role::Value, "language"}},
        {"gender", {Role::Value, "gender"}},
        {"birthyear", {Role::Birthday, ""}},
        {"birthmonth", {Role::Birthday, ""}},
        {"birthday", {Role::Birthday, ""}},
        {"spouse", {Role::Several, "relation.spouse"}},
        {"mail", {Role::Email, ""}},
        {"rfc822mailbox", {Role::Email, ""}},
        {"mozillasecondemail", {Role::Email, ""}},
        {"xmozillasecondemail", {Role::Email, ""}},
        {"mailalternateaddress", {Role::Email, ""}},
        {"telephonenumber", {Role::Phone, "work"}},
        {"homephone", {Role::Phone, "home"}},
        {"hometelephonenumber", {Role::Phone, "home"}},
        {"mobile", {Role::Phone, "mobile"}},
        {"mobiletelephonenumber", {Role::Phone, "mobile"}},
        {"cellphone", {Role::Phone, "mobile"}},
        {"carphone", {Role::Phone, "other"}},
        {"facsimiletelephonenumber", {Role::Phone, "fax"}},
        {"fax", {Role::Phone, "fax"}},
        {"pager", {Role::Phone, "pager"}},
        {"pagerphone", {Role::Phone, "pager"}},
        {"pagertelephonenumber", {Role::Phone, "pager"}},
        {"street", {Role::Work, "street"}},
        {"streetaddress", {Role::Work, "street"}},
        {"postaladdress", {Role::Work, "lines"}},
        {"registeredaddress", {Role::Work, "lines"}},
        {"mozillaworkstreet2", {Role::Work, "extended"}},
        {"postofficebox", {Role::Work, "box"}},
        {"l", {Role::Work, "city"}},
        {"locality", {Role::Work, "city"}},
        {"localityname", {Role::Work, "city"}},
        {"st", {Role::Work, "region"}},
        {"region", {Role::Work, "region"}},
        {"stateorprovincename", {Role::Work, "region"}},
        {"postalcode", {Role::Work, "code"}},
        {"zip", {Role::Work, "code"}},
        {"c", {Role::Work, "country"}},
        {"co", {Role::Work, "country"}},
        {"countryname", {Role::Work, "country"}},
        {"friendlycountryname", {Role::Work, "country"}},
        {"mozillahomestreet", {Role::Home, "street"}},
        {"homestreet", {Role::Home, "street"}},
        {"homepostaladdress", {Role::Home, "lines"}},
        {"mozillahomestreet2", {Role::Home, "extended"}},
        {"mozillahomelocalityname", {Role::Home, "city"}},
        {"mozillahomestate", {Role::Home, "region"}},
        {"mozillahomepostalcode", {Role::Home, "code"}},
        {"mozillahomecountryname", {Role::Home, "country"}},
        {"labeleduri", {Role::Url, ""}},
        {"url", {Role::Url, ""}},
        {"wwwhomepage", {Role::Url, ""}},
        {"workurl", {Role::Url, "work"}},
        {"mozillaworkurl", {Role::Url, "work"}},
        {"homeurl", {Role::Url, "home"}},
        {"mozillahomeurl", {Role::Url, "home"}},
        {"description", {Role::Note, ""}},
        {"info", {Role::Note, ""}},
        {"notes", {Role::Note, ""}},
        {"nsaimid", {Role::Several, "messenger.aim"}},
        {"nscpaimscreenname", {Role::Several, "messenger.aim"}},
        {"mozillaaimscreenname", {Role::Several, "messenger.aim"}},
        {"member", {Role::Member, ""}},
        {"uniquemember", {Role::Member, ""}},
        {"objectclass", {Role::Skipped, ""}},
        {"displayname", {Role::Skipped, ""}}, // the name where there is no other
        {"entryuuid", {Role::Skipped, ""}},
        {"modifytimestamp", {Role::Skipped, ""}},
        {"createtimestamp", {Role::Skipped, ""}},
        {"mozillausehtmlmail", {Role::Skipped, ""}},
        {"xmozillausehtmlmail", {Role::Skipped, ""}},
        {"xmozillaanyphone", {Role::Skipped, ""}},
        {"userpassword", {Role::Secret, ""}},
        {"jpegphoto", {Role::Photo, ""}},
        {"thumbnailphoto", {Role::Photo, ""}},
        {"photo", {Role::Photo, ""}},
        {"usercertificate", {Role::Secret, ""}},
        {"usersmimecertificate", {Role::Secret, ""}},
    };
    return known;
}

QString *partOf(ContactAddress &address, QByteArrayView part) {
    if (part == "street" || part == "lines")
        return &address.street;
    if (part == "extended")
        return &address.extended;
    if (part == "box")
        return &address.poBox;
    if (part == "city")
        return &address.city;
    if (part == "region")
        return &address.region;
    return part == "code" ? &address.postalCode : &address.country;
}

bool hasClass(const LdifEntry &entry, std::initializer_list<QByteArrayView> names) {
    return std::any_of(entry.attributes.cbegin(), entry.attributes.cend(), [&](const LdifAttribute &attribute) {
        const QByteArray lower = attribute.value.toLower();
        return attribute.name == "objectclass" && std::find(names.begin(), names.end(), lower) != names.end();
    });
}

bool isGroup(const LdifEntry &entry) {
    return hasClass(entry, {"groupofnames", "groupofuniquenames", "group", "mozillagroup", "posixgroup"});
}

bool isContact(const LdifEntry &entry) {
    return hasClass(entry, {"person", "organizationalperson", "inetorgperson", "mozillaabpersonalpha", "contact", "user"}) ||
           !entry.value("mail").isEmpty() || !entry.value("sn").isEmpty() || !entry.value("telephonenumber").isEmpty() ||
           entry.value("objectclass").isEmpty();
}

class Meaning {
public:
    Meaning(const LdifEntry &entry, TextDecoder &decoder) : m_entry(entry), m_decoder(decoder) {}
    ContactCard read();

private:
    void readAttribute(const LdifAttribute &attribute);
    void readAddress(ContactAddress &address, const char *part, const LdifAttribute &attribute);
    void readBirthday();
    void keep(const LdifAttribute &attribute);
    QString problem() const;
    QString text(const LdifAttribute &attribute) const { return m_decoder.text(attribute.value).trimmed(); }

    const LdifEntry &m_entry;
    TextDecoder &m_decoder;
    ContactCardBuilder m_builder{kLdifTitle};
    ContactAddress m_work, m_home;
    QStringList m_members, m_emails;
    QString m_problem; // of an attribute
};

void Meaning::keep(const LdifAttribute &attribute) {
    if (!attribute.value.isEmpty())
        m_builder.keep(QString::fromLatin1(attribute.name) + u": "_s + text(attribute).replace(u'\n', u' '));
}

// "Street 1$22350 Lund": an address whose lines are parted by dollar signs.
void Meaning::readAddress(ContactAddress &address, const char *part, const LdifAttribute &attribute) {
    QString *place = partOf(address, part);
    QString value = text(attribute);
    if (QByteArrayView(part) == "lines")
        value.replace(u'$', u'\n');
    if (place->isEmpty())
        *place = value;
    else if (*place != value)
        keep(attribute);
}

void Meaning::readAttribute(const LdifAttribute &attribute) {
    const auto known = attributes().constFind(attribute.name);
    const Role role = known == attributes().cend() ? Role::Skipped : known->role;
    const QString target = known == attributes().cend() ? QString() : QString::fromLatin1(known->target);
    if (role == Role::Secret)
        return m_builder.leaveOut(QString::fromLatin1(attribute.name), tr("not for a table"));
    if (role == Role::Photo && !attribute.isLink) {
        return m_builder.addPhoto(
            attribute.isCut ? QByteArray() : attribute.value,
            attribute.isCut ? tr("The photo was left out: it is larger than %1 kB.").arg(LdifReader::kLongestValue / 4 * 3 / 1024)
                            : QString());
    }
    if (attribute.isCut) {
        m_problem = tr("“%1” is longer than %2 MB. Shorten it.")
                        .arg(QString::fromLatin1(attribute.name))
                        .arg(LdifReader::kLongestValue >> 20);
        return;
    }
    if (attribute.isLink)
        return m_builder.leaveOut(QString::fromLatin1(attribute.name) + u" (link)"_s, text(attribute).left(60));
    switch (role) {
    case Role::Value:
        if (!m_builder.set(target, text(attribute).simplified()))
            keep(attribute);
        break;
    case Role::Several: m_builder.add(target, text(attribute)); break;
    case Role::Phone: m_builder.addPhone(text(attribute), target); break;
    case Role::Email:
        m_emails << u"mailto:"_s + text(attribute).toLower();
        m_builder.addEmail(text(attribute), {});
        break;
    case Role::Work: readAddress(m_work, known->target, attribute); break;
    case Role::Home: readAddress(m_home, known->target, attribute); break;
    case Role::Url: {
        const QString address = text(attribute).section(u' ', 0, 0), label = text(attribute).section(u' ', 1).simplified();
        m_builder.add(!target.isEmpty()  ? u"website."_s + target
                      : !label.isEmpty() ? u"website."_s + label
                                         : u"website"_s,
                      address);
        break;
    }
    case Role::Note: m_builder.addNote(text(attribute)); break;
    case Role::Member: m_members << u"dn:"_s + text(attribute).toLower(); break;
    case Role::Birthday: break; // the three together
    default:
        if (known == attributes().cend())
            keep(attribute);
    }
}

// Thunderbird's year, month and day; the year may be missing.
void Meaning::readBirthday() {
    const QByteArray year = m_entry.value("birthyear"), month = m_entry.value("birthmonth"), day = m_entry.value("birthday");
    const QByteArray written = (year.isEmpty() ? "--" : year.rightJustified(4, '0') + '-') + month.rightJustified(2, '0') + '-' +
                               day.rightJustified(2, '0');
    const QString date = plainDate(QString::fromLatin1(written));
    if (date.isEmpty() && !(year + month + day).isEmpty())
        m_builder.keep(u"birthday: "_s + m_decoder.text(year + '-' + month + '-' + day));
    m_builder.set(u"birthday"_s, date);
}

QString Meaning::problem() const {
    if (m_entry.isChange)
        return tr("The entry tells what to change in a directory, not what is there. Export the entries themselves.");
    if (m_entry.dn.isEmpty())
        return tr("The entry has no dn line.");
    if (m_entry.isTooLarge)
        return tr("The entry has more than %1 attributes or %2 MB of text. Split it.")
            .arg(LdifReader::kMostAttributes)
            .arg(LdifReader::kLargestEntry >> 20);
    if (!m_problem.isEmpty())
        return m_problem;
    return isGroup(m_entry) || isContact(m_entry) ? QString() : tr("The entry is neither a contact nor a group.");
}

ContactCard Meaning::read() {
    ContactCard contact;
    contact.line = m_entry.line;
    for (const LdifAttribute &attribute : m_entry.attributes)
        readAttribute(attribute);
    contact.problem = problem();
    readBirthday();
    if (!m_builder.has(u"name"_s))
        m_builder.set(u"name"_s, m_decoder.text(m_entry.value("displayname")).simplified());
    m_home.label = u"home"_s;
    m_work.label = u"work"_s;
    m_builder.addAddress(m_work);
    m_builder.addAddress(m_home);
    const QString dn = m_decoder.text(m_entry.dn).trimmed(), uuid = m_decoder.text(m_entry.value("entryuuid")).trimmed();
    m_builder.set(u"id"_s, uuid.isEmpty() ? dn : uuid);
    contact.keys = m_emails;
    if (!dn.isEmpty())
        contact.keys << u"dn:"_s + dn.toLower();
    if (contact.problem.isEmpty() && isGroup(m_entry))
        contact.group = ContactCard::Group{m_decoder.text(m_entry.value("cn")).simplified(), m_members};
    contact.cells = m_builder.cells();
    contact.files = m_builder.files();
    return contact;
}

} // namespace

ContactCard contactOf(const LdifEntry &entry, TextDecoder &decoder) { return Meaning(entry, decoder).read(); }

} // namespace kontor::exchange
