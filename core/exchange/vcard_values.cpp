// The readers of the single properties.
#include "exchange/vcard_card.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

QString plainUid(QString uid) {
    uid = uid.trimmed();
    if (uid.startsWith(u"urn:uuid:"_s, Qt::CaseInsensitive))
        uid.remove(0, 9);
    return uid;
}

void VCardMeaning::readName(const VCardProperty &property) {
    if (m_builder.has(u"given_name"_s) || m_builder.has(u"family_name"_s))
        return keep(property);
    QStringList parts = m_text.components(property);
    for (QString &part : parts)
        part = part.simplified();
    const auto several = [&](int index) { return parts.value(index).replace(u',', u' ').simplified(); };
    m_builder.set(u"family_name"_s, parts.value(0));
    m_builder.set(u"given_name"_s, parts.value(1));
    m_builder.set(u"middle_name"_s, several(2));
    m_builder.set(u"name_prefix"_s, parts.value(3).replace(u',', u", "_s).simplified());
    m_builder.set(u"name_suffix"_s, parts.value(4));
    if (!parts.value(4).isEmpty() && !m_name.isEmpty() && !m_name.contains(parts.value(4)))
        keep(property); // a name that is given whole has no other place for what stands behind it
}

void VCardMeaning::readOrganisation(const VCardProperty &property) {
    const QStringList parts = m_text.components(property);
    const bool isName = property.parameter(kOwnProperty) == kOwnName;
    if (!isName && !m_builder.set(u"company"_s, parts.value(0).simplified()))
        return keep(property);
    QStringList units;
    for (const QString &unit : parts.mid(1)) {
        if (!unit.isEmpty())
            units << unit.simplified();
    }
    m_builder.set(u"custom.Department"_s, units.join(u"; "_s));
}

void VCardMeaning::readRole(const VCardProperty &property) {
    const VCardProperty *title = m_card.find("TITLE");
    setOrKeep(title && !title->value.isEmpty() ? u"occupation"_s : u"job_title"_s, m_text.text(property).simplified(), property);
}

void VCardMeaning::readAddress(const VCardProperty &property) {
    const QStringList parts = m_text.components(property);
    ContactAddress address{label(property), parts.value(0), parts.value(1), parts.value(2),
                           parts.value(3),  parts.value(4), parts.value(5), parts.value(6)};
    if (address.isEmpty()) // nothing but a text for the envelope
        address.street = QString::fromUtf8(property.parameter("LABEL")).replace(u"\\n"_s, u"\n"_s);
    m_builder.addAddress(address, rank(property));
}

// What stands on envelopes says the same as the address, where there is one.
void VCardMeaning::finishAddresses() {
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

void VCardMeaning::readBirthday(const VCardProperty &property) {
    const QString day = plainDate(m_text.text(property), property.parameter("X-APPLE-OMIT-YEAR").toInt());
    if (day.isEmpty() && !property.value.trimmed().isEmpty())
        keep(property);
    else
        setOrKeep(u"birthday"_s, day, property);
}

void VCardMeaning::readDay(const VCardProperty &property, const QString &name) {
    const QString day = plainDate(m_text.text(property), property.parameter("X-APPLE-OMIT-YEAR").toInt());
    if (day.isEmpty() && !property.value.trimmed().isEmpty())
        return keep(property);
    setOrKeep(u"important_date."_s + (name.isEmpty() ? u"anniversary"_s : name), day, property);
}

void VCardMeaning::readCategories(const VCardProperty &property) {
    for (const QString &name : m_text.components(property, u','))
        m_builder.addTag(name);
}

void VCardMeaning::readUrl(const VCardProperty &property) {
    const QString name = label(property);
    m_builder.add(name.isEmpty() || name == "homepage"_L1 ? u"website"_s : u"website."_s + name, m_text.text(property));
}

void VCardMeaning::readMessenger(const VCardProperty &property) {
    QByteArray service = property.parameter("X-SERVICE-TYPE");
    if (service.isEmpty())
        service = property.parameter("SERVICE-TYPE");
    const MessengerAddress address = messengerOf(m_text.text(property), QString::fromUtf8(service));
    m_builder.add(address.title, address.text);
}

void VCardMeaning::readSocialProfile(const VCardProperty &property) {
    const QByteArray service = property.parameter("SERVICE-TYPE");
    const QString name = service.isEmpty() ? label(property) : QString::fromUtf8(service).toLower();
    QString text = m_text.text(property);
    if (text.startsWith(u"x-apple:"_s))
        text.remove(0, 8);
    m_builder.add(name.isEmpty() ? u"social"_s : u"social."_s + name, text);
}

void VCardMeaning::readUid(const VCardProperty &property) {
    if (const QString uid = plainUid(m_text.text(property)); !uid.isEmpty())
        m_uid = uid;
}

void VCardMeaning::readKind(const VCardProperty &property) {
    const QString kind = m_text.text(property).toLower();
    m_isGroup = m_isGroup || kind == "group"_L1;
    if (kind == "org"_L1 || kind == "organization"_L1)
        m_builder.set(u"kind"_s, u"organisation"_s);
    else if (kind == "individual"_L1)
        m_builder.set(u"kind"_s, u"person"_s);
    else if (kind != "group"_L1)
        keep(property);
}

void VCardMeaning::readShowAs(const VCardProperty &property) {
    if (m_text.text(property).compare(u"COMPANY"_s, Qt::CaseInsensitive) == 0)
        m_builder.set(u"kind"_s, u"organisation"_s);
}

void VCardMeaning::readGender(const VCardProperty &property) {
    const QStringList parts = m_text.components(property);
    const QString sex = parts.value(0).left(1).toUpper();
    const QString word = sex == "M"_L1 ? u"male"_s : sex == "F"_L1 ? u"female"_s : sex == "O"_L1 ? u"other"_s : parts.value(1);
    if (m_builder.has(u"gender"_s))
        return;
    m_builder.set(u"gender"_s, word);
    if (!parts.value(1).isEmpty() && parts.value(1).compare(word, Qt::CaseInsensitive) != 0)
        keep(property);
}

void VCardMeaning::readNickname(const VCardProperty &property) {
    setOrKeep(u"custom.Nickname"_s, m_text.components(property, u',').join(u", "_s), property);
}

void VCardMeaning::readRelated(const VCardProperty &property) {
    const QString text = m_text.text(property);
    const bool isLink = text.startsWith(u"urn:"_s) || text.contains(u"://"_s) || text.startsWith(u"data:"_s);
    if (isLink)
        return keep(property); // no name to show
    addRelation(label(property), property);
}

void VCardMeaning::readChildren(const VCardProperty &property) {
    for (const QString &name : m_text.components(property, u','))
        m_builder.add(u"relation.child"_s, name.simplified());
}

void VCardMeaning::addRelation(const QString &kind, const VCardProperty &property) {
    m_builder.add(u"relation."_s + (kind.isEmpty() ? u"other"_s : kind), m_text.text(property).simplified());
}

namespace {

// Where to find it instead of what it is.
bool isLink(const VCardProperty &property) {
    const QByteArray start = property.value.trimmed().left(16).toLower();
    return start.contains(':') && !start.startsWith("data:") && !property.isCut && !property.isBase64;
}

// Base64 by ENCODING, or a data: address as version 4.0 has it. Old programs forget to say that it is base64.
QByteArray contentOf(const VCardProperty &property) {
    const QByteArray value = property.value.trimmed();
    if (!value.left(5).toLower().startsWith("data:"))
        return QByteArray::fromBase64(value);
    const qsizetype comma = value.indexOf(',');
    const QByteArray head = value.left(comma).toLower(), content = value.mid(comma + 1);
    return head.contains("base64") ? QByteArray::fromBase64(content) : QByteArray::fromPercentEncoding(content);
}

} // namespace

void VCardMeaning::readPhoto(const VCardProperty &property) {
    if (property.value.trimmed().isEmpty() && !property.isCut)
        return;
    if (isLink(property))
        return keep(property);
    m_builder.addPhoto(property.isCut ? QByteArray() : contentOf(property),
                       property.isCut
                           ? QCoreApplication::translate("kontor::exchange", "The photo was left out: it is larger than %1 kB.")
                                 .arg(VCardReader::kLongestValue / 4 * 3 / 1024)
                           : QString());
}

// Logos, sounds and keys have no place on a card, and their addresses are kept as they are.
void VCardMeaning::readBinary(const VCardProperty &property) {
    if (isLink(property))
        keep(property);
    else
        m_builder.leaveOut(
            QString::fromLatin1(property.name.toLower()),
            QCoreApplication::translate("kontor::exchange", "embedded, %1 kB").arg((property.value.size() + 1023) / 1024));
}

void VCardMeaning::readClass(const VCardProperty &property) {
    if (property.value.trimmed().toUpper() != "PUBLIC")
        keep(property);
}

// Android's own way of saying what version 2.1 has no property for.
void VCardMeaning::readAndroid(const VCardProperty &property) {
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

void VCardMeaning::readOwn(const VCardProperty &property) {
    const QString title = QString::fromUtf8(property.parameter(kOwnColumn)).simplified();
    if (title.isEmpty())
        keep(property);
    else if (title == kVCardTitle)
        m_builder.keep(m_text.text(property));
    else
        m_builder.add(title, m_text.text(property));
}

} // namespace kontor::exchange
