#include "exchange/vcard_meaning.h"

#include "exchange/vcard_labels.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// The same contact is urn:uuid:... for one program and the bare uuid for another.
QString plainUid(QString uid) {
    uid = uid.trimmed();
    if (uid.startsWith(u"urn:uuid:"_s, Qt::CaseInsensitive))
        uid.remove(0, 9);
    return uid;
}

class Meaning {
public:
    Meaning(const VCard &card, TextDecoder &decoder) : m_card(card), m_text(decoder, card.isVersion21) {}
    ContactCard read();

private:
    using Reader = void (Meaning::*)(const VCardProperty &);
    static const QHash<QByteArray, Reader> &readers();

    void gatherLabels();
    QString label(const VCardProperty &property) const;
    int rank(const VCardProperty &property) const { return rankOf(property, property.types()); }
    void readProperty(const VCardProperty &property);
    void keep(const VCardProperty &property) { m_builder.keep(m_text.line(property)); }
    void setOrKeep(const QString &title, const QString &text, const VCardProperty &property);
    void readGroup(ContactCard &contact) const;
    void finishAddresses();

    void readNothing(const VCardProperty &) {}
    void readFormattedName(const VCardProperty &property) { setOrKeep(u"name"_s, m_text.text(property).simplified(), property); }
    void readName(const VCardProperty &property);
    void readOrganisation(const VCardProperty &property);
    void readTitle(const VCardProperty &property) { setOrKeep(u"job_title"_s, m_text.text(property).simplified(), property); }
    void readRole(const VCardProperty &property);
    void readProfession(const VCardProperty &property) {
        setOrKeep(u"occupation"_s, m_text.text(property).simplified(), property);
    }
    void readPhone(const VCardProperty &property) { m_builder.addPhone(m_text.text(property), label(property), rank(property)); }
    void readEmail(const VCardProperty &property) { m_builder.addEmail(m_text.text(property), label(property), rank(property)); }
    void readAddress(const VCardProperty &property);
    void readAddressLabel(const VCardProperty &property) { m_addressLabels << &property; }
    void readBirthday(const VCardProperty &property);
    void readAnniversary(const VCardProperty &property) { readDay(property, u"anniversary"_s); }
    void readAppleDate(const VCardProperty &property) { readDay(property, label(property)); }
    void readDay(const VCardProperty &property, const QString &name);
    void readNote(const VCardProperty &property) { m_builder.addNote(m_text.text(property)); }
    void readCategories(const VCardProperty &property);
    void readUrl(const VCardProperty &property);
    void readBlog(const VCardProperty &property) { m_builder.add(u"website.blog"_s, m_text.text(property)); }
    void readVideo(const VCardProperty &property) { m_builder.add(u"video"_s, m_text.text(property)); }
    void readMessenger(const VCardProperty &property);
    void readSocialProfile(const VCardProperty &property);
    void readUid(const VCardProperty &property);
    void readKind(const VCardProperty &property);
    void readShowAs(const VCardProperty &property);
    void readGender(const VCardProperty &property);
    void readLanguage(const VCardProperty &property) { setOrKeep(u"language"_s, m_text.text(property), property); }
    void readNickname(const VCardProperty &property);
    void readDepartment(const VCardProperty &property) { setOrKeep(u"custom.Department"_s, m_text.text(property), property); }
    void readRelated(const VCardProperty &property);
    void readAppleRelation(const VCardProperty &property) { addRelation(label(property), property); }
    void readSpouse(const VCardProperty &property) { addRelation(u"spouse"_s, property); }
    void readChildren(const VCardProperty &property);
    void readAssistant(const VCardProperty &property) { addRelation(u"assistant"_s, property); }
    void readManager(const VCardProperty &property) { addRelation(u"manager"_s, property); }
    void addRelation(const QString &kind, const VCardProperty &property);
    void readMember(const VCardProperty &property) { m_members << m_text.text(property); }
    void readBinary(const VCardProperty &property);
    void readClass(const VCardProperty &property);
    void readAndroid(const VCardProperty &property);
    void readOwn(const VCardProperty &property);

    const VCard &m_card;
    VCardText m_text;
    ContactCardBuilder m_builder{kVCardTitle};
    QHash<QByteArray, QString> m_labels; // X-ABLABEL by group
    QList<const VCardProperty *> m_addressLabels;
    QStringList m_members, m_emails;
    QString m_uid, m_name;
    QByteArray m_previous; // name of the property before
    bool m_isGroup = false;
};

const QHash<QByteArray, Meaning::Reader> &Meaning::readers() {
    static const QHash<QByteArray, Reader> known{
        {"FN", &Meaning::readFormattedName},
        {"N", &Meaning::readName},
        {"ORG", &Meaning::readOrganisation},
        {"TITLE", &Meaning::readTitle},
        {"ROLE", &Meaning::readRole},
        {"X-PROFESSION", &Meaning::readProfession},
        {"X-KADDRESSBOOK-X-PROFESSION", &Meaning::readProfession},
        {"TEL", &Meaning::readPhone},
        {"EMAIL", &Meaning::readEmail},
        {"ADR", &Meaning::readAddress},
        {"LABEL", &Meaning::readAddressLabel},
        {"BDAY", &Meaning::readBirthday},
        {"ANNIVERSARY", &Meaning::readAnniversary},
        {"X-ANNIVERSARY", &Meaning::readAnniversary},
        {"X-EVOLUTION-ANNIVERSARY", &Meaning::readAnniversary},
        {"X-KADDRESSBOOK-X-ANNIVERSARY", &Meaning::readAnniversary},
        {"X-MS-ANNIVERSARY", &Meaning::readAnniversary},
        {"X-ABDATE", &Meaning::readAppleDate},
        {"NOTE", &Meaning::readNote},
        {"CATEGORIES", &Meaning::readCategories},
        {"URL", &Meaning::readUrl},
        {"X-EVOLUTION-BLOG-URL", &Meaning::readBlog},
        {"X-KADDRESSBOOK-BLOGFEED", &Meaning::readBlog},
        {"X-EVOLUTION-VIDEO-URL", &Meaning::readVideo},
        {"IMPP", &Meaning::readMessenger},
        {"X-IM", &Meaning::readMessenger},
        {"X-MS-IMADDRESS", &Meaning::readMessenger},
        {"X-KADDRESSBOOK-X-IMADDRESS", &Meaning::readMessenger},
        {"SOCIALPROFILE", &Meaning::readSocialProfile},
        {"X-SOCIALPROFILE", &Meaning::readSocialProfile},
        {"UID", &Meaning::readUid},
        {"KIND", &Meaning::readKind},
        {"X-ADDRESSBOOKSERVER-KIND", &Meaning::readKind},
        {"X-ABSHOWAS", &Meaning::readShowAs},
        {"GENDER", &Meaning::readGender},
        {"X-GENDER", &Meaning::readGender},
        {"LANG", &Meaning::readLanguage},
        {"NICKNAME", &Meaning::readNickname},
        {"X-NICKNAME", &Meaning::readNickname},
        {"X-KADDRESSBOOK-X-DEPARTMENT", &Meaning::readDepartment},
        {"RELATED", &Meaning::readRelated},
        {"X-ABRELATEDNAMES", &Meaning::readAppleRelation},
        {"X-SPOUSE", &Meaning::readSpouse},
        {"X-EVOLUTION-SPOUSE", &Meaning::readSpouse},
        {"X-MS-SPOUSE", &Meaning::readSpouse},
        {"X-KADDRESSBOOK-X-SPOUSESNAME", &Meaning::readSpouse},
        {"X-CHILDREN", &Meaning::readChildren},
        {"X-ASSISTANT", &Meaning::readAssistant},
        {"X-EVOLUTION-ASSISTANT", &Meaning::readAssistant},
        {"X-MS-ASSISTANT", &Meaning::readAssistant},
        {"X-KADDRESSBOOK-X-ASSISTANTSNAME", &Meaning::readAssistant},
        {"X-MANAGER", &Meaning::readManager},
        {"X-EVOLUTION-MANAGER", &Meaning::readManager},
        {"X-MS-MANAGER", &Meaning::readManager},
        {"X-KADDRESSBOOK-X-MANAGERSNAME", &Meaning::readManager},
        {"MEMBER", &Meaning::readMember},
        {"X-ADDRESSBOOKSERVER-MEMBER", &Meaning::readMember},
        {"PHOTO", &Meaning::readBinary},
        {"LOGO", &Meaning::readBinary},
        {"SOUND", &Meaning::readBinary},
        {"KEY", &Meaning::readBinary},
        {"CLASS", &Meaning::readClass},
        {"X-ANDROID-CUSTOM", &Meaning::readAndroid},
        {kOwnProperty, &Meaning::readOwn},
        {"VERSION", &Meaning::readNothing},
        {"PRODID", &Meaning::readNothing},
        {"REV", &Meaning::readNothing},
        {"PROFILE", &Meaning::readNothing},
        {"CLIENTPIDMAP", &Meaning::readNothing},
        {"X-ABUID", &Meaning::readNothing},
        {"X-ABLABEL", &Meaning::readNothing},
        {"X-ABADR", &Meaning::readNothing},
        {"X-EVOLUTION-FILE-AS", &Meaning::readNothing},
    };
    return known;
}

void Meaning::gatherLabels() {
    for (const VCardProperty &property : m_card.properties) {
        if (property.name == "X-ABLABEL" && !property.group.isEmpty())
            m_labels.insert(property.group.toUpper(), labelOfApple(m_text.text(property)));
        if (property.name == "EMAIL")
            m_emails << u"mailto:"_s + m_text.text(property).toLower();
        if (property.name == "X-ABUID" && m_uid.isEmpty())
            m_uid = plainUid(m_text.text(property));
        if (property.name == "FN" && m_name.isEmpty())
            m_name = m_text.text(property).simplified();
    }
}

QString Meaning::label(const VCardProperty &property) const {
    const QString own = property.group.isEmpty() ? QString() : m_labels.value(property.group.toUpper());
    return own.isEmpty() ? labelOfTypes(property.types()) : own;
}

void Meaning::setOrKeep(const QString &title, const QString &text, const VCardProperty &property) {
    if (!m_builder.set(title, text))
        keep(property);
}

void Meaning::readName(const VCardProperty &property) {
    if (m_builder.has(u"given_name"_s) || m_builder.has(u"family_name"_s))
        return keep(property);
    QStringList parts = m_text.components(property);
    for (QString &part : parts)
        part = part.simplified();
    const auto several = [&](int index) { return parts.value(index).replace(u',', u' ').simplified(); };
    m_builder.set(u"family_name"_s, parts.value(0));
    m_builder.set(u"given_name"_s, parts.value(1));
    m_builder.set(u"middle_name"_s, several(2));
    m_builder.set(u"name_prefix"_s, several(3));
    m_builder.set(u"name_suffix"_s, parts.value(4));
    if (!parts.value(4).isEmpty() && !m_name.isEmpty() && !m_name.contains(parts.value(4)))
        keep(property); // a name that is given whole has no other place for what stands behind it
}

void Meaning::readOrganisation(const VCardProperty &property) {
    const QStringList parts = m_text.components(property);
    if (!m_builder.set(u"company"_s, parts.value(0).simplified()))
        return keep(property);
    QStringList units;
    for (const QString &unit : parts.mid(1)) {
        if (!unit.isEmpty())
            units << unit.simplified();
    }
    m_builder.set(u"custom.Department"_s, units.join(u"; "_s));
}

void Meaning::readRole(const VCardProperty &property) {
    const VCardProperty *title = m_card.find("TITLE");
    setOrKeep(title && !title->value.isEmpty() ? u"occupation"_s : u"job_title"_s, m_text.text(property).simplified(), property);
}

void Meaning::readAddress(const VCardProperty &property) {
    const QStringList parts = m_text.components(property);
    ContactAddress address{label(property), parts.value(0), parts.value(1), parts.value(2),
                           parts.value(3),  parts.value(4), parts.value(5), parts.value(6)};
    if (address.isEmpty()) // nothing but a text for the envelope
        address.street = QString::fromUtf8(property.parameter("LABEL")).replace(u"\\n"_s, u"\n"_s);
    m_builder.addAddress(address, rank(property));
}

// What stands on envelopes says the same as the address, where there is one.
void Meaning::finishAddresses() {
    if (m_builder.addresses() >= m_addressLabels.size())
        return;
    for (const VCardProperty *property : std::as_const(m_addressLabels)) {
        if (m_builder.addresses() == 0 || m_addressLabels.size() == 1) {
            ContactAddress address;
            address.label = label(*property);
            address.street = m_text.text(*property);
            m_builder.addAddress(address, rank(*property));
        } else {
            keep(*property);
        }
    }
}

void Meaning::readBirthday(const VCardProperty &property) {
    const QString day = plainDate(m_text.text(property), property.parameter("X-APPLE-OMIT-YEAR").toInt());
    if (day.isEmpty() && !property.value.trimmed().isEmpty())
        keep(property);
    else
        setOrKeep(u"birthday"_s, day, property);
}

void Meaning::readDay(const VCardProperty &property, const QString &name) {
    const QString day = plainDate(m_text.text(property), property.parameter("X-APPLE-OMIT-YEAR").toInt());
    if (day.isEmpty() && !property.value.trimmed().isEmpty())
        return keep(property);
    setOrKeep(u"important_date."_s + (name.isEmpty() ? u"anniversary"_s : name), day, property);
}

void Meaning::readCategories(const VCardProperty &property) {
    for (const QString &name : m_text.components(property, u','))
        m_builder.addTag(name);
}

void Meaning::readUrl(const VCardProperty &property) {
    const QString name = label(property);
    m_builder.add(name.isEmpty() || name == "homepage"_L1 ? u"website"_s : u"website."_s + name, m_text.text(property));
}

void Meaning::readMessenger(const VCardProperty &property) {
    QByteArray service = property.parameter("X-SERVICE-TYPE");
    if (service.isEmpty())
        service = property.parameter("SERVICE-TYPE");
    const MessengerAddress address = messengerOf(m_text.text(property), QString::fromUtf8(service));
    m_builder.add(address.title, address.text);
}

void Meaning::readSocialProfile(const VCardProperty &property) {
    const QByteArray service = property.parameter("SERVICE-TYPE");
    const QString name = service.isEmpty() ? label(property) : QString::fromUtf8(service).toLower();
    QString text = m_text.text(property);
    if (text.startsWith(u"x-apple:"_s))
        text.remove(0, 8);
    m_builder.add(name.isEmpty() ? u"social"_s : u"social."_s + name, text);
}

void Meaning::readUid(const VCardProperty &property) {
    if (const QString uid = plainUid(m_text.text(property)); !uid.isEmpty())
        m_uid = uid;
}

void Meaning::readKind(const VCardProperty &property) {
    const QString kind = m_text.text(property).toLower();
    m_isGroup = m_isGroup || kind == "group"_L1;
    if (kind == "org"_L1 || kind == "organization"_L1)
        m_builder.set(u"kind"_s, u"organisation"_s);
    else if (kind == "individual"_L1)
        m_builder.set(u"kind"_s, u"person"_s);
    else if (kind != "group"_L1)
        keep(property);
}

void Meaning::readShowAs(const VCardProperty &property) {
    if (m_text.text(property).compare(u"COMPANY"_s, Qt::CaseInsensitive) == 0)
        m_builder.set(u"kind"_s, u"organisation"_s);
}

void Meaning::readGender(const VCardProperty &property) {
    const QStringList parts = m_text.components(property);
    const QString sex = parts.value(0).left(1).toUpper();
    const QString word = sex == "M"_L1 ? u"male"_s : sex == "F"_L1 ? u"female"_s : sex == "O"_L1 ? u"other"_s : parts.value(1);
    if (m_builder.has(u"gender"_s))
        return;
    m_builder.set(u"gender"_s, word);
    if (!parts.value(1).isEmpty() && parts.value(1).compare(word, Qt::CaseInsensitive) != 0)
        keep(property);
}

void Meaning::readNickname(const VCardProperty &property) {
    setOrKeep(u"custom.Nickname"_s, m_text.components(property, u',').join(u", "_s), property);
}

void Meaning::readRelated(const VCardProperty &property) {
    const QString text = m_text.text(property);
    const bool isLink = text.startsWith(u"urn:"_s) || text.contains(u"://"_s) || text.startsWith(u"data:"_s);
    if (isLink)
        return keep(property); // no name to show
    addRelation(label(property), property);
}

void Meaning::readChildren(const VCardProperty &property) {
    for (const QString &name : m_text.components(property, u','))
        m_builder.add(u"relation.child"_s, name.simplified());
}

void Meaning::addRelation(const QString &kind, const VCardProperty &property) {
    m_builder.add(u"relation."_s + (kind.isEmpty() ? u"other"_s : kind), m_text.text(property).simplified());
}

// Pictures have no place on a card yet, and their addresses are kept as they are.
void Meaning::readBinary(const VCardProperty &property) {
    const QByteArray start = property.value.trimmed().left(16);
    const bool isLink = start.contains(':') && !start.startsWith("data:");
    if (isLink && !property.isCut && !property.isBase64)
        keep(property);
    else
        m_builder.leaveOut(QString::fromLatin1(property.name.toLower()),
                           tr("embedded, %1 kB").arg((property.value.size() + 1023) / 1024));
}

void Meaning::readClass(const VCardProperty &property) {
    if (property.value.trimmed().toUpper() != "PUBLIC")
        keep(property);
}

// Android's own way of saying what version 2.1 has no property for.
void Meaning::readAndroid(const VCardProperty &property) {
    const QStringList parts = m_text.components(property);
    const QString kind = parts.value(0).section(u'/', -1), value = parts.value(1), type = parts.value(2);
    const QString day = plainDate(value);
    if (kind == "nickname"_L1)
        setOrKeep(u"custom.Nickname"_s, value, property);
    else if (kind == "contact_event"_L1 && !day.isEmpty() && type == "3"_L1)
        setOrKeep(u"birthday"_s, day, property);
    else if (kind == "contact_event"_L1 && !day.isEmpty())
        setOrKeep(u"important_date."_s + (parts.value(3).isEmpty() ? u"anniversary"_s : parts.value(3)), day, property);
    else
        keep(property);
}

void Meaning::readOwn(const VCardProperty &property) {
    const QString title = QString::fromUtf8(property.parameter(kOwnColumn)).simplified();
    if (title.isEmpty())
        keep(property);
    else if (title == kVCardTitle)
        m_builder.keep(m_text.text(property));
    else
        m_builder.add(title, m_text.text(property));
}

void Meaning::readProperty(const VCardProperty &property) {
    if (property.isCut && property.name != "PHOTO" && property.name != "LOGO" && property.name != "SOUND" &&
        property.name != "KEY")
        m_builder.leaveOut(QString::fromLatin1(property.name.toLower()), tr("too long"));
    else if (const Reader reader = readers().value(property.name))
        (this->*reader)(property);
    else if (const QString title = titleOfService(property.name); !title.isEmpty())
        m_builder.add(title, m_text.text(property));
    else if (property.name.isEmpty() && m_previous == "NOTE") // a note whose lines were not folded
        m_builder.addNote(m_text.text(property));
    else if (!property.value.trimmed().isEmpty())
        keep(property);
}

void Meaning::readGroup(ContactCard &contact) const {
    ContactCard::Group group{m_name, {}};
    for (const QString &member : m_members)
        group.members << (member.startsWith(u"mailto:"_s, Qt::CaseInsensitive) ? member.toLower() : plainUid(member));
    contact.group = group;
}

ContactCard Meaning::read() {
    ContactCard contact;
    contact.line = m_card.line;
    gatherLabels();
    for (const VCardProperty &property : m_card.properties) {
        readProperty(property);
        m_previous = property.name.isEmpty() ? m_previous : property.name;
    }
    finishAddresses();
    m_builder.set(u"id"_s, m_uid);
    contact.keys = m_emails;
    if (!m_uid.isEmpty())
        contact.keys << m_uid;
    if (m_isGroup)
        readGroup(contact);
    if (m_card.isTooLarge)
        contact.problem = tr("The card has more than %1 properties or %2 MB of text. Split it.")
                              .arg(VCardReader::kMostProperties)
                              .arg(VCardReader::kLargestCard >> 20);
    contact.cells = m_builder.cells();
    return contact;
}

} // namespace

ContactCard contactOf(const VCard &card, TextDecoder &decoder) { return Meaning(card, decoder).read(); }

} // namespace kontor::exchange
