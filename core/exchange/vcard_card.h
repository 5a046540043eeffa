// One card being understood: a reader for each property, by its name. Only vcard_meaning.cpp and vcard_values.cpp know it.
#pragma once

#include "exchange/vcard_labels.h"
#include "exchange/vcard_meaning.h"

#include <QHash>

namespace kontor::exchange {

// The same contact is urn:uuid:... for one program and the bare uuid for another.
QString plainUid(QString uid);

class VCardMeaning {
public:
    VCardMeaning(const VCard &card, TextDecoder &decoder) : m_card(card), m_text(decoder, card.isVersion21) {}
    ContactCard read();

private:
    using Reader = void (VCardMeaning::*)(const VCardProperty &);
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
    void readFormattedName(const VCardProperty &property) {
        setOrKeep(QStringLiteral("name"), m_text.text(property).simplified(), property);
    }
    void readName(const VCardProperty &property);
    void readOrganisation(const VCardProperty &property);
    void readTitle(const VCardProperty &property) {
        setOrKeep(QStringLiteral("job_title"), m_text.text(property).simplified(), property);
    }
    void readRole(const VCardProperty &property);
    void readProfession(const VCardProperty &property) {
        setOrKeep(QStringLiteral("occupation"), m_text.text(property).simplified(), property);
    }
    void readPhone(const VCardProperty &property) { m_builder.addPhone(m_text.text(property), label(property), rank(property)); }
    void readEmail(const VCardProperty &property) { m_builder.addEmail(m_text.text(property), label(property), rank(property)); }
    void readAddress(const VCardProperty &property);
    void readAddressLabel(const VCardProperty &property) { m_addressLabels << &property; }
    void readBirthday(const VCardProperty &property);
    void readAnniversary(const VCardProperty &property) { readDay(property, QStringLiteral("anniversary")); }
    void readAppleDate(const VCardProperty &property) { readDay(property, label(property)); }
    void readDay(const VCardProperty &property, const QString &name);
    void readNote(const VCardProperty &property) { m_builder.addNote(m_text.text(property)); }
    void readCategories(const VCardProperty &property);
    void readUrl(const VCardProperty &property);
    void readBlog(const VCardProperty &property) { m_builder.add(QStringLiteral("website.blog"), m_text.text(property)); }
    void readVideo(const VCardProperty &property) { m_builder.add(QStringLiteral("video"), m_text.text(property)); }
    void readMessenger(const VCardProperty &property);
    void readSocialProfile(const VCardProperty &property);
    void readUid(const VCardProperty &property);
    void readKind(const VCardProperty &property);
    void readShowAs(const VCardProperty &property);
    void readGender(const VCardProperty &property);
    void readLanguage(const VCardProperty &property) { setOrKeep(QStringLiteral("language"), m_text.text(property), property); }
    void readNickname(const VCardProperty &property);
    void readDepartment(const VCardProperty &property) {
        setOrKeep(QStringLiteral("custom.Department"), m_text.text(property), property);
    }
    void readRelated(const VCardProperty &property);
    void readAppleRelation(const VCardProperty &property) { addRelation(label(property), property); }
    void readSpouse(const VCardProperty &property) { addRelation(QStringLiteral("spouse"), property); }
    void readChildren(const VCardProperty &property);
    void readAssistant(const VCardProperty &property) { addRelation(QStringLiteral("assistant"), property); }
    void readManager(const VCardProperty &property) { addRelation(QStringLiteral("manager"), property); }
    void addRelation(const QString &kind, const VCardProperty &property);
    void readMember(const VCardProperty &property) { m_members << m_text.text(property); }
    void readPhoto(const VCardProperty &property);
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
    QString m_uid, m_name, m_problem;
    QByteArray m_previous; // name of the property before
    bool m_isGroup = false;
};

} // namespace kontor::exchange
