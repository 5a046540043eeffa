#include "exchange/customer_draft.h"

#include "base/email.h"
#include "base/fold.h"
#include "base/phone.h"
#include "customers/customer.h"
#include "exchange/preset.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

const db::RecordType &type() { return db::recordType<Customer>(); }

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

bool isHan(const QString &text) { return !text.isEmpty() && text.front().script() == QChar::Script_Han; }

const QStringList kUsualLabels{u"home"_s, u"work"_s, u"mobile"_s, u"fax"_s, u"other"_s};

QString joined(const QString &first, const QString &second, const QString &between) {
    return first.isEmpty() ? second : second.isEmpty() ? first : first + between + second;
}

QString plainLabel(QString label) {
    label.remove(u"* "_s); // Google's mark of the main one
    const QString plain = label.toLower();
    return kUsualLabels.contains(plain) ? plain : label;
}

} // namespace

QStringView cellOf(const TableRecord &record, const Column &column, int index) {
    if (!column.constant.isEmpty())
        return column.constant;
    const QStringView cell = size_t(index) < record.cells.size() ? plainCell(record.cells[size_t(index)]) : QStringView();
    return column.isLastOfSeveral ? cell.mid(cell.lastIndexOf(u';') + 1).trimmed() : cell;
}

bool DraftAddress::isEmpty() const {
    return street.isEmpty() && district.isEmpty() && city.isEmpty() && region.isEmpty() && postalCode.isEmpty() &&
           country.isEmpty();
}

CustomerFields::CustomerFields() {
    const auto at = [](const char *column) { return type().indexOf(column); };
    kind = at("kind");
    lifecycle = at("lifecycle");
    name = at("name");
    givenName = at("given_name");
    familyName = at("family_name");
    salutation = at("salutation");
    company = at("company");
    customerNumber = at("customer_number");
    externalId = at("external_id");
    createdAt = at("created_at");
    country = at("country");
    street = at("street");
    district = at("district");
    city = at("city");
    region = at("region");
    postalCode = at("postal_code");
    birthday = at("birthday_on");
    gender = at("gender");
    for (Field field : {Field::Salutation,       Field::Company,       Field::JobTitle,     Field::CustomerNumber,
                        Field::Language,         Field::MaritalStatus, Field::Education,    Field::Occupation,
                        Field::Income,           Field::Hobby,         Field::Industry,     Field::CompanySize,
                        Field::MarketSegment,    Field::Source,        Field::Status,       Field::Owner,
                        Field::PreferredChannel, Field::PreferredTime, Field::LetterFormat, Field::DeliveryMethod,
                        Field::Discount,         Field::Likes})
        m_plain.insert(int(field), type().indexOf(fieldName(field)));
}

int CustomerFields::of(Field field) const { return m_plain.value(int(field), -1); }

QString titleOf(const QStringList &titles, int column) {
    const QString title = titles.value(column);
    return title.isEmpty() ? tr("column %1").arg(column + 1) : title;
}

QStringList splitTags(const QString &text) {
    static const QRegularExpression strong(u"\\s*(?:;| ::: |\\||\\n)\\s*"_s), weak(u"\\s*[,،，、]\\s*"_s);
    QStringList tags;
    for (QString tag : text.split(text.contains(strong) ? strong : weak)) {
        tag = tag.simplified();
        if (tag == u"* myContacts"_s) // of Google: everybody is in it
            continue;
        if (tag.startsWith(u"* "_s)) // Google's own groups
            tag.remove(0, 2);
        if (tag.size() > 1 && tag.startsWith(u'"') && tag.endsWith(u'"'))
            tag = tag.mid(1, tag.size() - 2);
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags << tag;
    }
    return tags;
}

QStringList splitEmails(const QString &text) {
    if (text.count(u'@') < 2)
        return {text};
    static const QRegularExpression between(u"\\s*(?: ::: |[;,\\s])\\s*"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

// "101;102"
QStringList splitIds(const QString &text) {
    QStringList ids = text.split(u';', Qt::SkipEmptyParts);
    for (QString &id : ids)
        id = id.trimmed();
    return ids;
}

QStringList splitPhones(const QString &text) {
    static const QRegularExpression between(u"\\s*(?: ::: |[;,\\n])\\s*"_s);
    return text.contains(between) ? text.split(between, Qt::SkipEmptyParts) : QStringList{text};
}

CustomerReader::CustomerReader(const ColumnMap &map, const QStringList &titles, const QList<DateStyle> &dateStyles,
                               const ReadingContext &context)
    : m_map(map), m_titles(titles), m_dateStyles(dateStyles), m_context(context), m_defaults(type().defaults) {}

void CustomerReader::set(CustomerDraft &draft, int field, const db::Value &value) const {
    draft.values[field] = value;
    if (!draft.given.contains(field))
        draft.given << field;
}

std::optional<QString> CustomerReader::read(const TableRecord &record, CustomerDraft &draft) {
    draft = CustomerDraft();
    draft.values = m_defaults;
    RowState state;
    QString birthdayTitle;
    bool anything = false;
    for (int column = 0; column < m_map.columns.size(); ++column) {
        const QStringView cell = cellOf(record, m_map.columns.at(column), column);
        anything = anything || (!cell.isEmpty() && m_map.columns.at(column).constant.isEmpty());
        if (cell.isEmpty() || m_map.columns.at(column).field == Field::None)
            continue;
        if (const QString problem = readCell(column, cell, draft, state); !problem.isEmpty())
            return problem;
        if (m_map.columns.at(column).field == Field::BirthDay)
            birthdayTitle = titleOf(m_titles, column);
    }
    if (!anything)
        return tr("The row is empty.");
    if (const QString problem = finishBirthday(draft, state, birthdayTitle); !problem.isEmpty())
        return problem;
    finishPoints(draft, state);
    finishAddresses(draft, state);
    finishConsents(draft, state);
    return finishName(draft, state);
}

QString CustomerReader::readCell(int column, QStringView cell, CustomerDraft &draft, RowState &state) {
    const Column &target = m_map.columns.at(column);
    const QString text = cell.toString();
    if (const int plain = m_fields.of(target.field); plain >= 0) {
        set(draft, plain, db::Value(text));
        return {};
    }
    QString problem;
    if (readConsent(column, text, draft, state, problem))
        return problem;
    if (readNamePart(target.field, text, draft, state) || readContact(target, text, draft, state) ||
        readAddressPart(target, text, state))
        return {};
    switch (target.field) {
    case Field::ExternalId:
    case Field::CustomerRef: draft.externalId = keptId(target.idPrefix, text); break;
    case Field::CompanyRef:
        for (const QString &id : splitIds(text))
            draft.companyRefs << keptId(target.idPrefix, id);
        break;
    case Field::ValueLabel: state.valueLabels.insert(target.label + QString::number(target.number), plainLabel(text)); break;
    case Field::Tags: draft.tags << splitTags(text); break;
    case Field::Note: {
        const int note = type().indexOf("note");
        set(draft, note, db::Value(joined(draft.text(note), joined(namedLabel(target, state), text, u": "_s), u"\n"_s)));
        break;
    }
    case Field::Custom: draft.customValues << DraftCustomValue{column, text}; break;
    case Field::Relation: {
        const QString kind = target.label.isEmpty() ? namedLabel(target, state).toLower() : target.label;
        for (const QString &name : kind == u"child"_s ? splitTags(text) : text.split(u" ::: "_s))
            draft.relations << std::pair{kind.isEmpty() ? u"other"_s : kind, name};
        break;
    }
    default: return readChecked(column, text, draft, state);
    }
    return {};
}

QString CustomerReader::namedLabel(const Column &column, const RowState &state) {
    if (state.valueLabels.isEmpty())
        return {};
    return state.valueLabels.value(QString::fromLatin1(fieldName(column.field)) + QString::number(column.number));
}

QString CustomerReader::dateLabel(int column, const RowState &state) const {
    const Column &target = m_map.columns.at(column);
    const QString named = namedLabel(target, state);
    return !target.label.isEmpty() ? target.label : !named.isEmpty() ? named : titleOf(m_titles, column);
}

// The fields whose values can be wrong.
QString CustomerReader::readChecked(int column, const QString &text, CustomerDraft &draft, RowState &state) {
    const Field field = m_map.columns.at(column).field;
    const QString title = titleOf(m_titles, column);
    const DateStyle style = m_dateStyles.value(column);
    switch (field) {
    case Field::Kind: {
        const QString kind = m_context.words.kind(text);
        if (kind.isEmpty())
            return badChoice(title, text, u"person, organisation"_s);
        state.kindIsGiven = true;
        set(draft, m_fields.kind, db::Value(kind));
        break;
    }
    case Field::Lifecycle: {
        const QString known = m_context.words.lifecycle(text);
        set(draft, m_fields.lifecycle, db::Value(known.isEmpty() ? text : known));
        break;
    }
    case Field::Gender: {
        const QString known = m_context.words.gender(text);
        if (known.isEmpty() && fold(text) == u"unspecified"_s) // Outlook, of everybody
            break;
        set(draft, m_fields.gender, db::Value(known.isEmpty() ? text : known));
        break;
    }
    case Field::Birthday:
    case Field::ImportantDate: {
        const auto day = readDay(text, title, style, m_context, false);
        if (day.value && field == Field::Birthday)
            set(draft, m_fields.birthday, db::Value(*day.value));
        else if (day.value)
            draft.dates << std::pair{dateLabel(column, state), *day.value};
        return day.problem;
    }
    case Field::CreatedOn: {
        const auto at = readInstant(text, title, style, m_context);
        if (at.value)
            draft.values[m_fields.createdAt] = db::Value(*at.value);
        return at.problem;
    }
    case Field::Score:
    case Field::HouseholdSize: {
        const auto number = readWholeNumber(text, title);
        if (number.value)
            set(draft, type().indexOf(fieldName(field)), db::Value(*number.value));
        return number.problem;
    }
    default: break;
    }
    return {};
}

bool CustomerReader::readNamePart(Field field, const QString &text, CustomerDraft &draft, RowState &state) {
    switch (field) {
    case Field::Name: set(draft, m_fields.name, db::Value(text.simplified())); return true;
    case Field::GivenName: set(draft, m_fields.givenName, db::Value(text)); return true;
    case Field::FamilyName: set(draft, m_fields.familyName, db::Value(text)); return true;
    case Field::MiddleName: state.name.middle = text; return true;
    case Field::NamePrefix: state.name.prefix = text; return true;
    case Field::NameSuffix: state.name.suffix = text; return true;
    case Field::BirthYear: state.birthYear = text; return true;
    case Field::BirthMonth: state.birthMonth = text; return true;
    case Field::BirthDay: state.birthDay = text; return true;
    default: return false;
    }
}

bool CustomerReader::readContact(const Column &column, const QString &text, CustomerDraft &draft, RowState &state) {
    const QString numbered = column.number > 0 ? u'#' + QString::number(column.number) : QString();
    const QString label = column.label.isEmpty() ? numbered : column.label;
    const auto told = [&] { return column.label.isEmpty() && column.number > 0 ? namedLabel(column, state) : column.label; };
    switch (column.field) {
    case Field::Phone: addPoints(draft, u"phone"_s, text, label); return true;
    case Field::Email: addPoints(draft, u"email"_s, text, label); return true;
    case Field::Web: addPoints(draft, u"web"_s, text, told()); return true;
    case Field::Messenger: addPoints(draft, u"messenger"_s, text, told()); return true;
    case Field::Social: addPoints(draft, u"social"_s, text, column.label); return true;
    case Field::Video: addPoints(draft, u"video"_s, text, column.label); return true;
    case Field::PhoneLabel: state.phoneLabels.insert(column.number, text); return true;
    case Field::EmailLabel: state.emailLabels.insert(column.number, text); return true;
    default: return false;
    }
}

bool CustomerReader::readAddressPart(const Column &column, const QString &text, RowState &state) {
    if (column.field != Field::Street && column.field != Field::Street2 && column.field != Field::District &&
        column.field != Field::City && column.field != Field::Region && column.field != Field::PostalCode &&
        column.field != Field::Country && column.field != Field::AddressLabel && column.field != Field::AddressText)
        return false;
    if (!state.groups.contains(column.group))
        state.groups << column.group;
    DraftAddress &address = state.addresses[column.group];
    if (column.field == Field::AddressLabel)
        address.label = plainLabel(text);
    else if (address.label.isEmpty() && column.label.toInt() == 0)
        address.label = column.label;
    switch (column.field) {
    case Field::AddressLabel: break;
    case Field::AddressText: address.whole = text; break;
    case Field::Street: address.street = joined(text, address.street, u", "_s); break;
    case Field::Street2: address.street = joined(address.street, text, u", "_s); break;
    case Field::District: address.district = text; break;
    case Field::City: address.city = text; break;
    case Field::Region: address.region = text; break;
    case Field::PostalCode: address.postalCode = text; break;
    default: address.country = m_countries.code(text); break;
    }
    address.street.replace(u'\n', u", "_s);
    address.whole.replace(u'\n', u", "_s);
    return true;
}

void CustomerReader::addPoints(CustomerDraft &draft, const QString &kind, const QString &text, const QString &label) const {
    const QStringList values = kind == "email"_L1   ? splitEmails(text)
                               : kind == "phone"_L1 ? splitPhones(text)
                                                    : text.split(u" ::: "_s);
    for (const QString &typed : values) {
        DraftPoint point{kind, typed.trimmed(), {}, label};
        if (kind == "phone"_L1)
            point.normalised = parsePhone(point.value, m_context.country).normalised;
        else if (kind == "email"_L1)
            point.normalised = parseEmail(point.value).normalised;
        else
            point.normalised = point.value;
        const bool known = std::any_of(draft.points.cbegin(), draft.points.cend(), [&](const DraftPoint &other) {
            return other.kind == kind &&
                   (other.value == point.value || (!point.normalised.isEmpty() && other.normalised == point.normalised));
        });
        if (!point.value.isEmpty() && !known)
            draft.points << point;
    }
}

// Labels that stand in columns of their own ("Phone 1 - Label"); a number alone is no label. A fax is nobody's first number.
void CustomerReader::finishPoints(CustomerDraft &draft, const RowState &state) const {
    for (DraftPoint &point : draft.points) {
        if (point.label.startsWith(u'#')) {
            const int number = point.label.mid(1).toInt();
            point.label = plainLabel((point.kind == "phone"_L1 ? state.phoneLabels : state.emailLabels).value(number));
        }
    }
    std::stable_partition(draft.points.begin(), draft.points.end(),
                          [](const DraftPoint &point) { return point.label != "fax"_L1; });
}

void CustomerReader::finishAddresses(CustomerDraft &draft, const RowState &state) const {
    QStringList groups = state.groups;
    std::stable_partition(groups.begin(), groups.end(), [](const QString &group) { return group.isEmpty(); });
    bool isMain = true;
    for (const QString &group : std::as_const(groups)) {
        DraftAddress address = state.addresses.value(group);
        if (address.isEmpty())
            address.street = address.whole;
        if (address.isEmpty())
            continue;
        if (!isMain) {
            draft.addresses << address;
            continue;
        }
        isMain = false;
        for (const auto &[field, value] : {std::pair{m_fields.street, address.street},
                                           {m_fields.district, address.district},
                                           {m_fields.city, address.city},
                                           {m_fields.region, address.region},
                                           {m_fields.postalCode, address.postalCode},
                                           {m_fields.country, address.country}}) {
            if (!value.isEmpty())
                set(draft, field, db::Value(value));
        }
    }
}

// Thunderbird's three columns.
QString CustomerReader::finishBirthday(CustomerDraft &draft, const RowState &state, const QString &title) const {
    if (state.birthMonth.isEmpty() || state.birthDay.isEmpty())
        return {};
    const QString typed = u"%1-%2-%3"_s.arg(state.birthYear.isEmpty() ? u"-"_s : state.birthYear,
                                            state.birthMonth.rightJustified(2, u'0'), state.birthDay.rightJustified(2, u'0'));
    const auto day = readDay(typed, title, {}, m_context, false);
    if (day.value)
        set(draft, m_fields.birthday, db::Value(*day.value));
    return day.problem;
}

std::optional<QString> CustomerReader::finishName(CustomerDraft &draft, const RowState &state) const {
    if (!state.name.middle.isEmpty())
        set(draft, m_fields.givenName, db::Value(joined(draft.text(m_fields.givenName), state.name.middle, u" "_s)));
    if (!state.name.prefix.isEmpty() && draft.text(m_fields.salutation).isEmpty())
        set(draft, m_fields.salutation, db::Value(state.name.prefix));
    const QString given = draft.text(m_fields.givenName), family = draft.text(m_fields.familyName),
                  company = draft.text(m_fields.company);
    QString name = draft.text(m_fields.name);
    if (name.isEmpty())
        name = isHan(family) ? family + given : joined(joined(given, family, u" "_s), state.name.suffix, u" "_s);
    const bool isCompany = given.isEmpty() && family.isEmpty() && !company.isEmpty() && (name.isEmpty() || name == company);
    if (isCompany) {
        name = company;
        if (!state.kindIsGiven)
            set(draft, m_fields.kind, db::Value(u"organisation"_s));
    }
    for (QLatin1String kind : {"email"_L1, "phone"_L1}) {
        for (const DraftPoint &point : std::as_const(draft.points)) {
            if (name.isEmpty() && point.kind == kind) {
                name = point.value;
                draft.nameIsMade = true;
            }
        }
    }
    if (name.isEmpty() && draft.externalId.isEmpty())
        return tr("The row has no name, company, phone number or e-mail address. Add one of them.");
    if (!name.isEmpty())
        set(draft, m_fields.name, db::Value(name));
    return std::nullopt;
}

} // namespace kontor::exchange
