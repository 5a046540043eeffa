#include "sample_data/sample_maker.h"

#include <algorithm>

namespace kontor::sample_data {

using namespace Qt::StringLiterals;

namespace {

constexpr int kGroup = 5; // one organisation and four people

bool isOrganisation(int number) { return number % kGroup == 0; }
int personNumber(int number) { return number - number / kGroup - 1; }

} // namespace

SampleMaker::SampleMaker(Words words, SampleSettings settings)
    : m_words(std::move(words)), m_settings(std::move(settings)), m_today(m_settings.clock.today()) {}

SampleCustomer SampleMaker::customer(int number) const {
    Random random(m_settings.seed, number);
    SampleCustomer made;
    Customer &customer = made.customer;
    customer.customerNumber = u"K-%1"_s.arg(10001 + number);
    customer.language = m_words.language;
    customer.source = random.pick(m_words.sources);
    fillPlace(made, random);
    if (isOrganisation(number))
        fillOrganisation(made, number, random);
    else
        fillPerson(made, number, random);
    if (random.chance(45))
        customer.note = random.pick(m_words.customerNotes);
    if (random.chance(30))
        customer.likes = random.pick(m_words.likes);
    if (random.chance(35))
        customer.preferredTime = random.pick(m_words.times);
    if (random.chance(50))
        customer.preferredChannel = random.pick(QStringList{u"phone"_s, u"phone"_s, u"email"_s, u"email"_s, u"sms"_s});
    if (random.chance(60))
        customer.score = 10 * (1 + random.below(10));
    for (int i = 0; i < m_words.tags.size(); ++i)
        if (random.chance(22))
            made.tags << i;
    fillHistory(made, number, random);
    fillPermissions(made, random);
    return made;
}

void SampleMaker::fillOrganisation(SampleCustomer &made, int number, Random &random) const {
    const Organisation organisation = organisationName(m_words, m_settings.seed, number / kGroup);
    Customer &customer = made.customer;
    customer.kind = u"organisation"_s;
    customer.name = organisation.name;
    customer.industry = random.pick(m_words.industries);
    customer.companySize = random.pick(QStringList{u"1-9"_s, u"10-49"_s, u"50-249"_s});
    const City city = cityOf(made);
    addPoint(made, u"phone"_s, phone(city.phone, random), m_words.labels.value(u"work"_s));
    if (random.chance(40))
        addPoint(made, u"phone"_s, phone(city.phone, random), m_words.labels.value(u"delivery"_s));
    addPoint(made, u"email"_s, u"info@"_s + organisation.domain, m_words.labels.value(u"work"_s));
    addPoint(made, u"web"_s, u"https://www."_s + organisation.domain, {});
    if (random.chance(35)) {
        Address delivery;
        delivery.label = m_words.labels.value(u"delivery"_s);
        delivery.street = m_words.streetPattern.arg(random.pick(m_words.streets), digits(QString::number(1 + random.below(120))));
        delivery.city = customer.city;
        delivery.region = customer.region;
        delivery.postalCode = random.fill(city.postalCode);
        delivery.country = customer.country;
        made.addresses << delivery;
    }
}

void SampleMaker::fillPerson(SampleCustomer &made, int number, Random &random) const {
    const Person person = personName(m_words, m_settings.seed, personNumber(number));
    Customer &customer = made.customer;
    customer.name = person.name;
    customer.givenName = person.given;
    customer.familyName = person.family;
    customer.gender = person.isWoman ? u"female"_s : u"male"_s;
    customer.birthdayOn = birthday(number, random);
    addPoint(made, u"phone"_s, phone(m_words.mobile, random), m_words.labels.value(u"mobile"_s));
    if (random.chance(45))
        fillWork(made, number, random);
    else
        customer.occupation = random.pick(m_words.occupations);
    if (made.employer)
        addPoint(made, u"email"_s,
                 person.mailbox + u'@' + organisationName(m_words, m_settings.seed, *made.employer / kGroup).domain,
                 m_words.labels.value(u"work"_s));
    if (!made.employer || random.chance(25))
        addPoint(made, u"email"_s,
                 person.mailbox + u'@' + random.pick(QStringList{u"post.example"_s, u"mail.example"_s, u"inbox.example"_s}),
                 m_words.labels.value(u"home"_s));
    fillPrivate(made, number, random);
}

void SampleMaker::fillWork(SampleCustomer &made, int number, Random &random) const {
    made.employer = number - number % kGroup;
    made.customer.company = organisationName(m_words, m_settings.seed, *made.employer / kGroup).name;
    made.customer.jobTitle = random.pick(m_words.jobTitles);
    Relation work;
    work.kind = u"works_at"_s;
    work.role = random.pick(QStringList{u"decides"_s, u"influences"_s, u"buys"_s, u"uses"_s});
    work.fromOn = m_today.addDays(-200 - random.below(3000)).toString(Qt::ISODate);
    made.relations << work;
    addPoint(made, u"phone"_s, phone(cityOf(made).phone, random), m_words.labels.value(u"work"_s));
}

void SampleMaker::fillPrivate(SampleCustomer &made, int number, Random &random) const {
    if (random.chance(30))
        made.customer.hobby = random.pick(m_words.hobbies);
    if (random.chance(20))
        made.customer.householdSize = 1 + random.below(5);
    if (random.chance(12)) {
        Relation pet;
        pet.kind = u"pet"_s;
        pet.otherName = random.pick(m_words.pets);
        made.relations << pet;
    }
    if (random.chance(15)) {
        Relation child;
        child.kind = u"child"_s;
        child.otherName = random.pick(number % 2 == 0 ? m_words.female : m_words.male).text;
        child.birthdayOn = m_today.addDays(-700 - random.below(5500)).toString(Qt::ISODate);
        made.relations << child;
    }
    if (random.chance(12))
        made.dates << ImportantDate{
            {}, 0, {}, m_words.dates.value(0), m_today.addDays(-400 - random.below(9000)).toString(Qt::ISODate), true};
}

// Some are always near, so that a screen that looks ahead has something to show; two of the first eight are of 29 February.
QString SampleMaker::birthday(int number, Random &random) const {
    const auto inDays = [&](int days) {
        return QDate(1950 + random.below(55), 1, 1).addDays(m_today.addDays(days).dayOfYear() - 1).toString(Qt::ISODate);
    };
    switch (number % 40) {
    case 1: return inDays(3);
    case 2: return inDays(6);
    case 3: return inDays(0);
    case 4: return QDate(1956 + 4 * random.below(12), 2, 29).toString(Qt::ISODate);
    case 8: return u"--02-29"_s;
    case 12: return inDays(12);
    default: break;
    }
    const QDate day = QDate(1945, 1, 1).addDays(random.below(60 * 365));
    const int shown = random.below(100);
    if (shown < 60)
        return day.toString(Qt::ISODate);
    return shown < 68 ? u"--"_s + day.toString(u"MM-dd"_s) : QString();
}

void SampleMaker::fillPlace(SampleCustomer &made, Random &random) const {
    const City city = random.pick(m_words.cities);
    Customer &customer = made.customer;
    customer.city = city.name;
    customer.region = city.region;
    customer.district = random.chance(60) ? random.pick(city.districts) : QString();
    customer.postalCode = random.fill(city.postalCode);
    customer.country = m_words.country;
    customer.street = m_words.streetPattern.arg(random.pick(m_words.streets), digits(QString::number(1 + random.below(120))));
}

City SampleMaker::cityOf(const SampleCustomer &made) const {
    const auto city =
        std::find_if(m_words.cities.begin(), m_words.cities.end(), [&](const City &c) { return c.name == made.customer.city; });
    return city == m_words.cities.end() ? City() : *city;
}

void SampleMaker::fillPermissions(SampleCustomer &made, Random &random) const {
    const auto decide = [&](const QString &channel, const QString &state) {
        const qint64 since = m_settings.clock.now().milliseconds - made.customer.createdAt.milliseconds;
        const Instant at{made.customer.createdAt.milliseconds + qint64(double(since) * random.fraction())};
        made.consents << Consent{{}, 0, {}, {}, channel, state, at, random.pick(m_words.consentWays), {}};
    };
    const int email = random.below(100);
    if (email < 66)
        decide(u"email"_s, email < 54 ? u"given"_s : email < 62 ? u"refused"_s : u"withdrawn"_s);
    const int calls = random.below(100);
    if (calls < 26)
        decide(u"phone"_s, calls < 20 ? u"given"_s : u"refused"_s);
    for (ContactPoint &point : made.points) {
        point.optedOut = point.kind == "email"_L1 && random.chance(2);
        point.wrong = point.position > 0 && random.chance(4);
    }
}

void SampleMaker::addPoint(SampleCustomer &made, const QString &kind, const QString &value, const QString &label) const {
    ContactPoint point;
    point.kind = kind;
    point.value = value;
    point.label = label;
    point.position =
        std::count_if(made.points.begin(), made.points.end(), [&](const ContactPoint &other) { return other.kind == kind; });
    made.points << point;
}

QString SampleMaker::phone(const QString &pattern, Random &random) const {
    const QString national = random.fill(pattern);
    if (m_settings.country == m_words.country && !random.chance(20))
        return random.chance(50) ? digits(national) : national;
    return m_words.callingCode + u' ' + national.mid(m_words.trunkPrefix.size()).trimmed();
}

QString SampleMaker::digits(const QString &text) const {
    if (!m_words.hasPersianDigits)
        return text;
    QString persian = text;
    for (QChar &letter : persian)
        if (letter >= u'0' && letter <= u'9')
            letter = QChar(u'\u06F0' + (letter.unicode() - u'0'));
    return persian;
}

} // namespace kontor::sample_data
