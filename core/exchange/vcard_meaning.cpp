#include "exchange/vcard_card.h"

#include <QCoreApplication>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

} // namespace

const QHash<QByteArray, VCardMeaning::Reader> &VCardMeaning::readers() {
    static const QHash<QByteArray, Reader> known{
        {"FN", &VCardMeaning::readFormattedName},
        {"N", &VCardMeaning::readName},
        {"ORG", &VCardMeaning::readOrganisation},
        {"TITLE", &VCardMeaning::readTitle},
        {"ROLE", &VCardMeaning::readRole},
        {"X-PROFESSION", &VCardMeaning::readProfession},
        {"X-KADDRESSBOOK-X-PROFESSION", &VCardMeaning::readProfession},
        {"TEL", &VCardMeaning::readPhone},
        {"EMAIL", &VCardMeaning::readEmail},
        {"ADR", &VCardMeaning::readAddress},
        {"LABEL", &VCardMeaning::readAddressLabel},
        {"BDAY", &VCardMeaning::readBirthday},
        {"ANNIVERSARY", &VCardMeaning::readAnniversary},
        {"X-ANNIVERSARY", &VCardMeaning::readAnniversary},
        {"X-EVOLUTION-ANNIVERSARY", &VCardMeaning::readAnniversary},
        {"X-KADDRESSBOOK-X-ANNIVERSARY", &VCardMeaning::readAnniversary},
        {"X-MS-ANNIVERSARY", &VCardMeaning::readAnniversary},
        {"X-ABDATE", &VCardMeaning::readAppleDate},
        {"NOTE", &VCardMeaning::readNote},
        {"CATEGORIES", &VCardMeaning::readCategories},
        {"URL", &VCardMeaning::readUrl},
        {"X-EVOLUTION-BLOG-URL", &VCardMeaning::readBlog},
        {"X-KADDRESSBOOK-BLOGFEED", &VCardMeaning::readBlog},
        {"X-EVOLUTION-VIDEO-URL", &VCardMeaning::readVideo},
        {"IMPP", &VCardMeaning::readMessenger},
        {"X-IM", &VCardMeaning::readMessenger},
        {"X-MS-IMADDRESS", &VCardMeaning::readMessenger},
        {"X-KADDRESSBOOK-X-IMADDRESS", &VCardMeaning::readMessenger},
        {"SOCIALPROFILE", &VCardMeaning::readSocialProfile},
        {"X-SOCIALPROFILE", &VCardMeaning::readSocialProfile},
        {"UID", &VCardMeaning::readUid},
        {"KIND", &VCardMeaning::readKind},
        {"X-ADDRESSBOOKSERVER-KIND", &VCardMeaning::readKind},
        {"X-ABSHOWAS", &VCardMeaning::readShowAs},
        {"GENDER", &VCardMeaning::readGender},
        {"X-GENDER", &VCardMeaning::readGender},
        {"LANG", &VCardMeaning::readLanguage},
        {"NICKNAME", &VCardMeaning::readNickname},
        {"X-NICKNAME", &VCardMeaning::readNickname},
        {"X-KADDRESSBOOK-X-DEPARTMENT", &VCardMeaning::readDepartment},
        {"RELATED", &VCardMeaning::readRelated},
        {"X-ABRELATEDNAMES", &VCardMeaning::readAppleRelation},
        {"X-SPOUSE", &VCardMeaning::readSpouse},
        {"X-EVOLUTION-SPOUSE", &VCardMeaning::readSpouse},
        {"X-MS-SPOUSE", &VCardMeaning::readSpouse},
        {"X-KADDRESSBOOK-X-SPOUSESNAME", &VCardMeaning::readSpouse},
        {"X-CHILDREN", &VCardMeaning::readChildren},
        {"X-ASSISTANT", &VCardMeaning::readAssistant},
        {"X-EVOLUTION-ASSISTANT", &VCardMeaning::readAssistant},
        {"X-MS-ASSISTANT", &VCardMeaning::readAssistant},
        {"X-KADDRESSBOOK-X-ASSISTANTSNAME", &VCardMeaning::readAssistant},
        {"X-MANAGER", &VCardMeaning::readManager},
        {"X-EVOLUTION-MANAGER", &VCardMeaning::readManager},
        {"X-MS-MANAGER", &VCardMeaning::readManager},
        {"X-KADDRESSBOOK-X-MANAGERSNAME", &VCardMeaning::readManager},
        {"MEMBER", &VCardMeaning::readMember},
        {"X-ADDRESSBOOKSERVER-MEMBER", &VCardMeaning::readMember},
        {"PHOTO", &VCardMeaning::readPhoto},
        {"LOGO", &VCardMeaning::readBinary},
        {"SOUND", &VCardMeaning::readBinary},
        {"KEY", &VCardMeaning::readBinary},
        {"CLASS", &VCardMeaning::readClass},
        {"X-ANDROID-CUSTOM", &VCardMeaning::readAndroid},
        {kOwnProperty, &VCardMeaning::readOwn},
        {"VERSION", &VCardMeaning::readNothing},
        {"PRODID", &VCardMeaning::readNothing},
        {"REV", &VCardMeaning::readNothing},
        {"PROFILE", &VCardMeaning::readNothing},
        {"CLIENTPIDMAP", &VCardMeaning::readNothing},
        {"X-ABUID", &VCardMeaning::readNothing},
        {"X-ABLABEL", &VCardMeaning::readNothing},
        {"X-ABADR", &VCardMeaning::readNothing},
        {"X-EVOLUTION-FILE-AS", &VCardMeaning::readNothing},
    };
    return known;
}

void VCardMeaning::gatherLabels() {
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

QString VCardMeaning::label(const VCardProperty &property) const {
    const QString own = property.group.isEmpty() ? QString() : m_labels.value(property.group.toUpper());
    return own.isEmpty() ? labelOfTypes(property.types()) : own;
}

void VCardMeaning::setOrKeep(const QString &title, const QString &text, const VCardProperty &property) {
    if (!m_builder.set(title, text))
        keep(property);
}

void VCardMeaning::readProperty(const VCardProperty &property) {
    const Reader reader = readers().value(property.name);
    if (property.isCut && reader != &VCardMeaning::readBinary && reader != &VCardMeaning::readPhoto)
        m_problem = tr("“%1” is longer than %2 MB. Shorten it.")
                        .arg(QString::fromLatin1(property.name))
                        .arg(VCardReader::kLongestValue >> 20);
    else if (reader)
        (this->*reader)(property);
    else if (const QString title = titleOfService(property.name); !title.isEmpty())
        m_builder.add(title, m_text.text(property));
    else if (property.name.isEmpty() && m_previous == "NOTE") // a note whose lines were not folded
        m_builder.addNote(m_text.text(property));
    else if (!property.value.trimmed().isEmpty())
        keep(property);
}

void VCardMeaning::readGroup(ContactCard &contact) const {
    ContactCard::Group group{m_name, {}};
    for (const QString &member : m_members)
        group.members << (member.startsWith(u"mailto:"_s, Qt::CaseInsensitive) ? member.toLower() : plainUid(member));
    contact.group = group;
}

ContactCard VCardMeaning::read() {
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
    contact.problem = m_problem;
    if (m_card.isTooLarge)
        contact.problem = tr("The card has more than %1 properties or %2 MB of text. Split it.")
                              .arg(VCardReader::kMostProperties)
                              .arg(VCardReader::kLargestCard >> 20);
    contact.cells = m_builder.cells();
    contact.files = m_builder.files();
    return contact;
}

ContactCard contactOf(const VCard &card, TextDecoder &decoder) { return VCardMeaning(card, decoder).read(); }

} // namespace kontor::exchange
