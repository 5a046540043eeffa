#include "exchange/vcard_writer.h"

#include "exchange/contact_card.h"
#include "exchange/file_access.h"
#include "exchange/row_file.h"
#include "exchange/vcard_labels.h"
#include "exchange/vcard_meaning.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

const QString kMainAddress; // the group of its columns

QString escaped(QString text) {
    text.replace(u'\\', u"\\\\"_s).replace(u';', u"\\;"_s).replace(u',', u"\\,"_s);
    return text.replace(u"\r\n"_s, u"\\n"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\n"_s);
}

// Addresses of the web are no texts: what parts a text does not part them.
QString plainUri(const QString &uri) { return uri.contains(u'\n') || uri.contains(u'\\') ? escaped(uri) : uri; }

// In quotes, what cannot stand there by RFC 6868.
QString quoted(QString text) { return u'"' + text.replace(u'^', u"^^"_s).replace(u'"', u"^'"_s).replace(u'\n', u"^n"_s) + u'"'; }

bool isLabelType(const QString &label) {
    static const QRegularExpression plain(u"^[a-z][a-z0-9-]*$"_s);
    return plain.match(label).hasMatch() && labelOfTypes({label}) == label;
}

class CardLines {
public:
    CardLines(const QStringList &titles, const QStringList &cells, VCardVersion version);
    QByteArray card(const QByteArray &photo);

private:
    using Part = std::pair<QString, QString>; // what stands behind the title's dot, and the cell

    bool isNew() const { return m_version == VCardVersion::V4; }
    QString take(const QString &title); // its cell, which is written then
    QList<Part> takeAll(const QString &head);
    void add(const QString &head, const QString &value) { m_lines << head + u':' + value; }
    void addText(const QString &head, const QString &text);
    void addOwn(const QString &title, const QString &text);
    // With a label that no type says, the property is in a group of its own, as Apple and Google have it.
    void addLabelled(const QString &name, const QString &label, const QString &value, bool isPreferred = false);

    void addNames();
    void addWork();
    void addPoints(const QString &kind, const QString &property);
    void addLinks();
    void addMessenger(const QString &title, const QString &label, const QString &text);
    void addAddresses();
    void addAddress(int number, const QString &group);
    QString dayText(const QString &day) const;
    void addDays();
    void addRelations();
    void addPersonal();
    void addPhoto(const QByteArray &photo);
    void addKept(const QString &text);
    void addRest();

    QStringList m_titles, m_cells, m_lines;
    VCardVersion m_version;
    QString m_name;
    bool m_isOrganisation = false;
    int m_items = 0;
};

CardLines::CardLines(const QStringList &titles, const QStringList &cells, VCardVersion version)
    : m_titles(titles), m_cells(cells), m_version(version) {
    m_cells.resize(m_titles.size());
    for (QString &cell : m_cells) // characters that no text file may hold
        cell.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
}

QString CardLines::take(const QString &title) {
    const qsizetype index = m_titles.indexOf(title);
    return index < 0 ? QString() : std::exchange(m_cells[index], QString());
}

QList<CardLines::Part> CardLines::takeAll(const QString &head) {
    QList<Part> parts;
    for (qsizetype i = 0; i < m_titles.size(); ++i) {
        const QString &title = m_titles.at(i);
        const bool isIt = title == head || title.startsWith(head + u'.');
        if (isIt && !m_cells.at(i).isEmpty())
            parts.append({title.mid(head.size() + 1), std::exchange(m_cells[i], QString())});
    }
    return parts;
}

void CardLines::addText(const QString &head, const QString &text) {
    if (!text.isEmpty())
        add(head, escaped(text));
}

void CardLines::addOwn(const QString &title, const QString &text) {
    addText(QLatin1String(kOwnProperty) + u';' + QLatin1String(kOwnColumn) + u'=' + quoted(title), text);
}

void CardLines::addLabelled(const QString &name, const QString &label, const QString &value, bool isPreferred) {
    const QString type = typeOfLabel(label);
    const QString preferred = !isPreferred ? QString() : isNew() ? u";PREF=1"_s : u";TYPE=pref"_s;
    if (!type.isEmpty() || label.isEmpty())
        return add(name + (type.isEmpty() ? QString() : u";TYPE="_s + type) + preferred, value);
    const QString group = u"item%1."_s.arg(++m_items);
    add(group + name + preferred, value);
    addText(group + u"X-ABLabel"_s, label);
}

void CardLines::addNames() {
    m_name = take(u"name"_s);
    const QString family = take(u"family_name"_s), given = take(u"given_name"_s), salutation = take(u"salutation"_s);
    addText(u"FN"_s, m_name);
    if (!isNew() || !(family + given + salutation).isEmpty())
        add(u"N"_s, escaped(family) + u';' + escaped(given) + u";;"_s + escaped(salutation) + u';');
    m_isOrganisation = take(u"kind"_s) == "organisation"_L1;
    if (isNew())
        add(u"KIND"_s, m_isOrganisation ? u"org"_s : u"individual"_s);
    else if (m_isOrganisation)
        add(u"X-ABShowAs"_s, u"COMPANY"_s);
    addText(u"NICKNAME"_s, take(u"custom.Nickname"_s));
}

void CardLines::addWork() {
    const QString company = take(u"company"_s), department = take(u"custom.Department"_s);
    const bool isName = company.isEmpty() && m_isOrganisation;
    QStringList parts{escaped(isName ? m_name : company)};
    if (!department.isEmpty()) {
        for (const QString &unit : department.split(u"; "_s))
            parts << escaped(unit);
    }
    if (parts != QStringList{QString()})
        add(isName ? u"ORG;%1=%2"_s.arg(QLatin1String(kOwnProperty), QLatin1String(kOwnName)) : u"ORG"_s, parts.join(u';'));
    const QString jobTitle = take(u"job_title"_s);
    addText(u"TITLE"_s, jobTitle);
    if (!jobTitle.isEmpty()) // alone it would be read as the title
        addText(u"ROLE"_s, take(u"occupation"_s));
}

void CardLines::addPoints(const QString &kind, const QString &property) {
    QList<Part> points; // label and value
    for (int i = 1; m_titles.contains(kind + QString::number(i)); ++i) {
        const QString title = kind + QString::number(i), value = take(title), label = take(title + u"_label"_s);
        if (!value.isEmpty())
            points.append({label, value});
    }
    for (qsizetype i = 0; i < points.size(); ++i)
        addLabelled(property, points.at(i).first, escaped(points.at(i).second), i == 0 && points.size() > 1);
}

void CardLines::addLinks() {
    for (const auto &[label, text] : takeAll(u"website"_s))
        addLabelled(u"URL"_s, label, plainUri(text));
    for (const auto &[label, text] : takeAll(u"social"_s)) {
        if (isLabelType(label))
            addText(u"X-SOCIALPROFILE;TYPE="_s + label, text);
        else
            addOwn(label.isEmpty() ? u"social"_s : u"social."_s + label, text);
    }
    for (const QString &head : {u"messenger"_s, u"video"_s}) {
        for (const auto &[label, text] : takeAll(head))
            addMessenger(label.isEmpty() ? head : head + u'.' + label, label, text);
    }
}

// As an address with its service where that is read back to the same.
void CardLines::addMessenger(const QString &title, const QString &label, const QString &text) {
    const QString uri =
        text.startsWith(u"http"_s) ? text : label + u':' + QString::fromLatin1(QUrl::toPercentEncoding(text, "@+/"));
    const MessengerAddress back = messengerOf(uri, label);
    if (isLabelType(label) && back.title == title && back.text == text && !text.contains(u'\\'))
        add(u"IMPP;X-SERVICE-TYPE="_s + label, plainUri(uri));
    else
        addOwn(title, text);
}

void CardLines::addAddress(int number, const QString &group) {
    static const std::array<QString, 5> parts{u"street"_s, u"city"_s, u"region"_s, u"postal_code"_s, u"country"_s};
    const QString tail = group.isEmpty() ? QString() : u'.' + group;
    QStringList components{{}, {}}; // the box and the second line stand in the street
    for (const QString &part : parts)
        components << escaped(take(part + tail));
    const bool isMain = group == kMainAddress, isLabel = group.toInt() == 0;
    if (!components.join(QString()).isEmpty())
        addLabelled(u"ADR"_s, isLabel ? group : QString(), components.join(u';'), isMain);
    addOwn(u"Address %1 - District"_s.arg(number), take(u"district"_s + tail));
}

void CardLines::addAddresses() {
    static const std::array<QString, 6> parts{u"street"_s, u"district"_s, u"city"_s, u"region"_s, u"postal_code"_s, u"country"_s};
    QStringList groups;
    for (qsizetype i = 0; i < m_titles.size(); ++i) {
        const QString head = m_titles.at(i).section(u'.', 0, 0), group = m_titles.at(i).section(u'.', 1);
        const bool isPart = std::find(parts.cbegin(), parts.cend(), head) != parts.cend();
        if (isPart && !m_cells.at(i).isEmpty() && !groups.contains(group))
            groups << group;
    }
    std::stable_partition(groups.begin(), groups.end(), [](const QString &group) { return group == kMainAddress; });
    for (int i = 0; i < groups.size(); ++i)
        addAddress(i + 1, groups.at(i));
}

// Version 4.0 writes days without dashes, but for those that stand for the year.
QString CardLines::dayText(const QString &day) const {
    return isNew() ? (day.startsWith(u"--"_s) ? u"--"_s : u""_s) + QString(day).remove(u'-') : day;
}

void CardLines::addDays() {
    addText(u"BDAY"_s, dayText(take(u"birthday"_s)));
    for (const auto &[label, day] : takeAll(u"important_date"_s)) {
        if (label == "anniversary"_L1) {
            addText(isNew() ? u"ANNIVERSARY"_s : u"X-ANNIVERSARY"_s, dayText(day));
        } else {
            const QString group = u"item%1."_s.arg(++m_items);
            addText(group + u"X-ABDATE"_s, day);
            addText(group + u"X-ABLabel"_s, label);
        }
    }
}

void CardLines::addRelations() {
    static const QStringList types{u"spouse"_s, u"child"_s,   u"parent"_s,    u"sibling"_s,  u"friend"_s,
                                   u"agent"_s,  u"contact"_s, u"colleague"_s, u"emergency"_s};
    for (const auto &[kind, name] : takeAll(u"relation"_s)) {
        const bool isLink = name.contains(u"://"_s) || name.startsWith(u"urn:"_s) || name.startsWith(u"data:"_s);
        if (isNew() && types.contains(kind) && !isLink) {
            addText(u"RELATED;VALUE=text;TYPE="_s + kind, name);
        } else {
            const QString group = u"item%1."_s.arg(++m_items);
            addText(group + u"X-ABRELATEDNAMES"_s, name);
            addText(group + u"X-ABLabel"_s, kind);
        }
    }
}

void CardLines::addPersonal() {
    QStringList tags;
    for (const QString &tag : take(u"tags"_s).split(u';', Qt::SkipEmptyParts))
        tags << escaped(tag);
    if (!tags.isEmpty())
        add(u"CATEGORIES"_s, tags.join(u','));
    const QString gender = take(u"gender"_s);
    const QString letter = gender == "male"_L1 ? u"M"_s : gender == "female"_L1 ? u"F"_s : gender == "other"_L1 ? u"O"_s : u""_s;
    if (!gender.isEmpty())
        add(isNew() ? u"GENDER"_s : u"X-GENDER"_s, letter.isEmpty() ? u';' + escaped(gender) : letter);
    if (isNew())
        addText(u"LANG"_s, take(u"language"_s));
    addText(u"NOTE"_s, take(u"note"_s));
    static const QRegularExpression uuid(u"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"_s);
    const QString uid = take(u"id"_s);
    if (isNew() && uuid.match(uid).hasMatch())
        add(u"UID"_s, u"urn:uuid:"_s + uid);
    else
        addText(isNew() ? u"UID;VALUE=text"_s : u"UID"_s, uid);
}

// What an earlier card said goes out as it came in, where it still is a property.
void CardLines::addKept(const QString &text) {
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const auto property = parseVCardProperty(line.toUtf8());
        const bool isOfTheFrame =
            property && (property->name == "BEGIN" || property->name == "END" || property->name == "VERSION" ||
                         property->name == "AGENT" || property->name == "UID" || !property->group.isEmpty() ||
                         property->isQuotedPrintable || line.startsWith(u' ') || line.startsWith(u'\t'));
        if (property && !isOfTheFrame)
            m_lines << line;
        else
            addOwn(kVCardTitle, line);
    }
}

void CardLines::addRest() {
    addKept(take(kVCardTitle));
    for (qsizetype i = 0; i < m_titles.size(); ++i)
        addOwn(m_titles.at(i), m_cells.at(i));
}

void CardLines::addPhoto(const QByteArray &photo) {
    const QString ending = pictureEnding(photo), kind = ending == "jpg"_L1 ? u"jpeg"_s : ending;
    const QString content = QString::fromLatin1(photo.toBase64());
    if (!kind.isEmpty() && isNew())
        add(u"PHOTO"_s, u"data:image/%1;base64,%2"_s.arg(kind, content));
    else if (!kind.isEmpty())
        add(u"PHOTO;ENCODING=b;TYPE="_s + kind.toUpper(), content);
}

QByteArray CardLines::card(const QByteArray &photo) {
    m_lines << u"BEGIN:VCARD"_s << (isNew() ? u"VERSION:4.0"_s : u"VERSION:3.0"_s) << u"PRODID:-//Kontor//Kontor//EN"_s;
    addNames();
    addWork();
    addPoints(u"phone"_s, u"TEL"_s);
    addPoints(u"email"_s, u"EMAIL"_s);
    addAddresses();
    addLinks();
    addDays();
    addRelations();
    addPersonal();
    addPhoto(photo);
    addRest();
    m_lines << u"END:VCARD"_s;
    QByteArray card;
    for (const QString &line : std::as_const(m_lines))
        card += foldedVCardLine(line.toUtf8());
    return card;
}

} // namespace

QByteArray foldedVCardLine(const QByteArray &line) {
    constexpr qsizetype longest = 75;
    QByteArray folded;
    qsizetype start = 0, room = longest;
    while (line.size() - start > room) {
        qsizetype end = start + room;
        while (end > start && (uchar(line.at(end)) & 0xC0) == 0x80) // amid a character
            --end;
        folded += line.mid(start, end - start) + "\r\n ";
        start = end;
        room = longest - 1; // the blank counts
    }
    return folded + line.mid(start) + "\r\n";
}

QByteArray vCardOf(const QStringList &titles, const QStringList &cells, VCardVersion version, const QByteArray &photo) {
    return CardLines(titles, cells, version).card(photo);
}

Result<void> VCardWriter::open() { return m_file.open(QIODevice::WriteOnly) ? Result<void>() : unwritable(m_file); }

Result<void> VCardWriter::writeRow(const QStringList &cells) {
    if (m_titles.isEmpty()) {
        m_titles = cells;
        return {};
    }
    const QByteArray bytes = vCardOf(m_titles, cells, m_version, std::exchange(m_photo, {}));
    return m_file.write(bytes) == bytes.size() ? Result<void>() : unwritable(m_file);
}

Result<void> VCardWriter::commit() { return m_file.commit() ? Result<void>() : unwritable(m_file); }

} // namespace kontor::exchange
