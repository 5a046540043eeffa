#include "exchange/commerceml_contacts.h"

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNumbered = 8; // further ones share the last column

} // namespace

// The parts where they are named, else the text as it is shown.
void addAddress(CommerceMlRow &row, const XmlElement &address, const QString &label) {
    QHash<QString, QString> parts;
    for (const XmlElement &field : address.children) {
        if (field.name == u"АдресноеПоле"_s)
            parts.insert(field.value(u"Тип").toLower(), field.value(u"Значение"));
    }
    QStringList street;
    for (const auto &[part, prefix] :
         {std::pair{u"улица"_s, QString()}, {u"дом"_s, {}}, {u"корпус"_s, u"корп. "_s}, {u"квартира"_s, u"кв. "_s}}) {
        const QString text = parts.value(part);
        if (!text.isEmpty())
            street << (text.at(0).isDigit() ? prefix + text : text);
    }
    const QString town = parts.value(u"город"_s), place = parts.value(u"населенный пункт"_s, parts.value(u"населённый пункт"_s));
    QString district = parts.value(u"район"_s);
    if (!town.isEmpty() && !place.isEmpty() && place != town)
        district = district.isEmpty() ? place : district + u", "_s + place;
    const QString city = town.isEmpty() ? place : town;
    if (street.isEmpty() && city.isEmpty())
        street << (address.children.empty() ? address.text : address.value(u"Представление"));
    row.set(u"street"_s + label, street.join(u", "_s));
    row.set(u"district"_s + label, district);
    row.set(u"city"_s + label, city);
    row.set(u"region"_s + label, parts.value(u"регион"_s));
    row.set(u"postal_code"_s + label, parts.value(u"почтовый индекс"_s));
    row.set(u"country"_s + label, parts.value(u"страна"_s));
    row.set(u"note"_s, address.value(u"Комментарий"));
}

void ContactCells::addPoint(const QString &title, int &count, const QString &value, const QString &label) {
    const int number = std::min(++count, kNumbered);
    const QString valueTitle = u"%1 %2 - Value"_s.arg(title).arg(number);
    const QString before = m_row.text(valueTitle);
    m_row.set(valueTitle, before.isEmpty() ? value : u"; "_s + value);
    m_row.set(u"%1 %2 - Label"_s.arg(title).arg(number), before.isEmpty() ? label : QString());
}

void ContactCells::addOne(const XmlElement &contact, const QString &ownerName) {
    const QString type = contact.child(u"Тип") ? contact.value(u"Тип") : contact.value(u"КонтактВид");
    const QString kind = type.toLower(), value = contact.value(u"Значение");
    QString comment = contact.value(u"Комментарий");
    if (value.isEmpty())
        return;
    const bool saysWhen = std::any_of(comment.cbegin(), comment.cend(), [](QChar c) { return c.isDigit(); });
    if (saysWhen) { // "звонить строго с 10 до 18 часов"
        m_row.set(u"preferred_time"_s, comment);
        comment.clear();
    }
    const auto labelOr = [&](const QString &usual) {
        return !ownerName.isEmpty() ? ownerName : usual.isEmpty() ? comment : usual;
    };
    QString label = comment;
    if (kind.contains(u"почта"_s) || kind.contains(u"mail"_s) || value.contains(u'@')) {
        label = labelOr({});
        addPoint(u"E-mail"_s, m_emails, value, label);
    } else if (kind.contains(u"факс"_s)) {
        label = labelOr(u"fax"_s);
        addPoint(u"Phone"_s, m_phones, value, label);
    } else if (kind.contains(u"телефон"_s) || kind.contains(u"пейджер"_s)) {
        label = labelOr(kind.contains(u"рабоч"_s) || kind.contains(u"внутрен"_s) ? u"work"_s
                        : kind.contains(u"мобил"_s)                              ? u"mobile"_s
                        : kind.contains(u"домаш"_s)                              ? u"home"_s
                        : kind.contains(u"пейджер"_s)                            ? u"other"_s
                                                                                 : QString());
        addPoint(u"Phone"_s, m_phones, value, label);
    } else if (kind.contains(u"сайт"_s) || kind.contains(u"веб"_s)) {
        label.clear();
        m_row.set(u"Website %1"_s.arg(std::min(++m_sites, kNumbered)), value);
    } else if (kind == u"icq"_s) {
        m_row.set(u"ICQ"_s, value);
        label.clear();
    } else {
        m_row.set(u"note"_s, type.isEmpty() ? value : type + u": "_s + value);
        label.clear();
    }
    if (!comment.isEmpty() && label != comment)
        m_row.set(u"note"_s, value + u": "_s + comment);
}

void ContactCells::add(const XmlElement &owner, const QString &ownerName) {
    const XmlElement *contacts = owner.child(u"Контакты");
    if (!contacts)
        return;
    for (const XmlElement &contact : contacts->children)
        addOne(contact, ownerName);
}

} // namespace kontor::exchange
