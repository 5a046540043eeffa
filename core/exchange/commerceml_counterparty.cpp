// Counterparties of a CommerceML file: persons and companies with addresses, contacts and representatives.
#include "base/legal_form.h"
#include "exchange/commerceml_contacts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostRelations = 8; // further ones stand in the note

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// Numbers that authorities give out: fields of the user's own under the names that everybody knows them by.
const QStringList kOfficialNumbers{u"ИНН"_s,   u"КПП"_s,  u"ОКПО"_s,  u"ОГРН"_s, u"ЕГРПО"_s,
                                   u"ОКВЭД"_s, u"ОКДП"_s, u"ОКОПФ"_s, u"ОКФС"_s};

struct AddressElement {
    QStringView name;
    QString label;
};
// The first of them that is there is the main one.
const QList<AddressElement> kAddresses{{u"Адрес", {}},
                                       {u"ФактическийАдрес", u"фактический"_s},
                                       {u"АдресРегистрации", u"регистрации"_s},
                                       {u"ЮридическийАдрес", u"юридический"_s},
                                       {u"ПочтовыйАдрес", u"почтовый"_s}};

class CounterpartyReader {
public:
    CounterpartyReader(const XmlElement &counterparty, const XmlElement *document)
        : m_element(counterparty), m_document(document) {}

    CommerceMlRow read();

private:
    void readNames();
    void readCompany();
    void readAddresses();
    void readRepresentatives();
    void addRelation(const QString &title, int &count, const QString &name);
    void readBankAccounts();
    void readRole();
    bool isCompany() const;

    const XmlElement &m_element;
    const XmlElement *m_document;
    CommerceMlRow m_row;
    ContactCells m_contacts{m_row};
};

bool CounterpartyReader::isCompany() const {
    for (QStringView sign : {u"ОфициальноеНаименование", u"ЮридическийАдрес", u"Руководитель"}) {
        if (m_element.child(sign))
            return true;
    }
    if (!m_element.value(u"КПП").isEmpty())
        return true;
    if (!m_element.value(u"Фамилия").isEmpty() || !m_element.value(u"Имя").isEmpty())
        return false;
    if (const qsizetype digits = m_element.value(u"ИНН").size(); digits == 10 || digits == 12)
        return digits == 10; // a person's has twelve
    static const QRegularExpression between(u"[\\s\"«»,()]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = m_element.value(u"Наименование").split(between, Qt::SkipEmptyParts);
    return std::any_of(words.cbegin(), words.cend(), [](const QString &word) {
        return word != u"ИП"_s && word == legalFormOf(word.toLower()); // an ИП is a person who trades
    });
}

void CounterpartyReader::readNames() {
    const QString name = m_element.value(u"Наименование");
    const QString full = m_element.value(u"ПолноеНаименование");
    m_row.set(u"id"_s, m_element.value(u"Ид"));
    m_row.set(u"name"_s, name.isEmpty() ? full : name);
    if (isCompany()) {
        m_row.set(u"kind"_s, u"organisation"_s);
        const QString official = m_element.value(u"ОфициальноеНаименование");
        const QString company = official.isEmpty() ? full : official;
        m_row.set(u"company"_s, company == name ? QString() : company);
        return;
    }
    m_row.set(u"kind"_s, u"person"_s);
    if (m_element.child(u"Фамилия") || m_element.child(u"Имя")) {
        m_row.set(u"given name"_s, m_element.value(u"Имя"));
        m_row.set(u"middle name"_s, m_element.value(u"Отчество"));
        m_row.set(u"family name"_s, m_element.value(u"Фамилия"));
    }
    m_row.set(u"salutation"_s, m_element.value(u"Обращение"));
    m_row.set(u"birthday"_s, m_element.value(u"ДатаРождения"));
    m_row.set(u"gender"_s, m_element.value(u"Пол"));
    const XmlElement *work = m_element.child(u"МестоРаботы");
    const XmlElement *organisation =
        work && work->child(u"Организация") ? work->child(u"Организация") : m_element.child(u"Организация");
    if (organisation)
        m_row.set(u"company"_s, organisation->children.empty() ? organisation->text : organisation->value(u"Наименование"));
    else if (work && work->children.empty())
        m_row.set(u"company"_s, work->text);
    m_row.set(u"job title"_s, work && work->child(u"Должность") ? work->value(u"Должность") : m_element.value(u"Должность"));
}

void CounterpartyReader::readCompany() {
    for (const QString &number : kOfficialNumbers) {
        const QString text =
            number == u"ОКПО"_s && !m_element.child(number) ? m_element.value(u"КодПоОКПО") : m_element.value(number);
        if (!text.isEmpty())
            m_row.set(u"custom."_s + number, text);
    }
    m_row.set(u"industry"_s, m_element.value(u"ОсновнойВидДеятельности"));
    if (const QString day = m_element.value(u"ДатаРегистрации"); !day.isEmpty())
        m_row.set(u"important_date.Дата регистрации"_s, day);
}

void CounterpartyReader::readAddresses() {
    bool isMain = true;
    for (const AddressElement &kind : kAddresses) {
        const XmlElement *address = m_element.child(kind.name);
        if (!address)
            continue;
        addAddress(m_row, *address, isMain ? QString() : u'.' + kind.label);
        isMain = false;
    }
}

// One column holds one relation; blanks make the titles different and are no part of the label.
void CounterpartyReader::addRelation(const QString &title, int &count, const QString &name) {
    const int number = count++;
    if (!name.isEmpty() && name != m_row.text(u"name")) // else it is the person himself
        m_row.set(number < kMostRelations ? title + QString(number, u' ') : u"note"_s, name);
}

// Contact persons, branches and head offices: relations to somebody who has no card; their numbers stand on this card under their names.
void CounterpartyReader::readRepresentatives() {
    int persons = 0, offices = 0;
    if (const XmlElement *head = m_element.child(u"Руководитель"))
        addRelation(u"relation.contact_person"_s, persons, head->children.empty() ? head->text : head->value(u"Наименование"));
    const XmlElement *representatives = m_element.child(u"Представители");
    if (!representatives)
        return;
    for (const XmlElement &representative : representatives->children) {
        const XmlElement *inner = representative.child(u"Контрагент");
        const XmlElement &who = inner ? *inner : representative;
        const QString relation = who.child(u"Отношение") ? who.value(u"Отношение") : representative.value(u"Отношение");
        QString name = who.value(u"Наименование");
        if (name.isEmpty())
            name = u"%1 %2 %3"_s.arg(who.value(u"Имя"), who.value(u"Отчество"), who.value(u"Фамилия")).simplified();
        m_contacts.add(who, name == m_row.text(u"name") ? QString() : name);
        if (relation == u"Филиал"_s || relation == u"Главный офис"_s)
            addRelation(u"relation.branch"_s, offices, name);
        else
            addRelation(u"relation.contact_person"_s, persons, name);
    }
}

void CounterpartyReader::readBankAccounts() {
    QList<const XmlElement *> accounts;
    if (const XmlElement *list = m_element.child(u"РасчетныеСчета")) {
        for (const XmlElement &account : list->children)
            accounts << &account;
    } else if (const XmlElement *single = m_element.child(u"РасчетныйСчет")) {
        accounts << single;
    }
    QStringList texts;
    for (const XmlElement *account : std::as_const(accounts)) {
        QStringList parts{account->children.empty() ? account->text : account->value(u"НомерСчета")};
        if (const XmlElement *bank = account->child(u"Банк")) {
            parts << bank->value(u"Наименование");
            if (const QString code = bank->value(u"БИК"); !code.isEmpty())
                parts << u"БИК "_s + code;
        }
        parts.removeAll(QString());
        texts << parts.join(u", "_s);
    }
    if (!texts.isEmpty())
        m_row.set(u"custom.Расчетный счет"_s, texts.join(u"; "_s));
}

// A buyer is a customer. Who sells in a document in which we sell is the base's own firm.
void CounterpartyReader::readRole() {
    const QString role = m_element.value(u"Роль");
    if (role == u"Покупатель"_s || role == u"Плательщик"_s || role == u"Получатель"_s)
        m_row.set(u"lifecycle"_s, u"customer"_s);
    if (isTrue(m_element.value(u"ПометкаУдаления")))
        m_row.problem = tr("It is marked as deleted in the program that wrote the file.");
    else if (m_document && role == u"Продавец"_s && m_document->value(u"Роль") == role)
        m_row.problem = tr("It is the seller of the document, the firm itself, and no customer.");
}

// Elements that are read or mean nothing here; all others are told of.
const QStringList &knownElements() {
    static const QStringList known = [] {
        QStringList names{u"Ид"_s,
                          u"Наименование"_s,
                          u"ПолноеНаименование"_s,
                          u"ОфициальноеНаименование"_s,
                          u"Фамилия"_s,
                          u"Имя"_s,
                          u"Отчество"_s,
                          u"Обращение"_s,
                          u"ДатаРождения"_s,
                          u"Пол"_s,
                          u"МестоРаботы"_s,
                          u"Организация"_s,
                          u"Должность"_s,
                          u"КодПоОКПО"_s,
                          u"ОсновнойВидДеятельности"_s,
                          u"ДатаРегистрации"_s,
                          u"Контакты"_s,
                          u"Представители"_s,
                          u"Руководитель"_s,
                          u"РасчетныеСчета"_s,
                          u"РасчетныйСчет"_s,
                          u"Комментарий"_s,
                          u"Роль"_s,
                          u"ПометкаУдаления"_s};
        names << kOfficialNumbers;
        for (const AddressElement &address : kAddresses)
            names << address.name.toString();
        return names;
    }();
    return known;
}

CommerceMlRow CounterpartyReader::read() {
    readNames();
    readCompany();
    readAddresses();
    m_contacts.add(m_element, {});
    readRepresentatives();
    readBankAccounts();
    m_row.set(u"note"_s, m_element.value(u"Комментарий"));
    readRole();
    addOthers(m_row, m_element, knownElements());
    return m_row;
}

} // namespace

CommerceMlRow counterpartyRow(const XmlElement &counterparty, const XmlElement *document) {
    return CounterpartyReader(counterparty, document).read();
}

} // namespace kontor::exchange
