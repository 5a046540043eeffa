#include "world.h"

#include "db/text_functions.h"
#include "segments/rule_json.h"
#include "support/schema_script.h"

#include <gtest/gtest.h>

#include <QTimeZone>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

struct Moment {
    const char *zone;
    QDateTime local; // without a zone
};

// Switches of daylight saving (at midnight in Sao Paulo and Tehran), ends of months and years, 29 February.
QList<Moment> moments() {
    return {{"UTC", {QDate(2026, 1, 1), QTime(12, 0)}},
            {"Europe/Berlin", {QDate(2025, 3, 30), QTime(0, 30)}},
            {"Europe/Berlin", {QDate(2025, 10, 26), QTime(23, 59)}},
            {"America/Sao_Paulo", {QDate(2018, 11, 4), QTime(1, 0)}},
            {"America/Sao_Paulo", {QDate(2018, 2, 18), QTime(0, 0)}},
            {"Asia/Tehran", {QDate(2022, 3, 22), QTime(1, 0)}},
            {"Asia/Tehran", {QDate(2022, 9, 22), QTime(10, 0)}},
            {"Pacific/Auckland", {QDate(2025, 4, 6), QTime(2, 30)}},
            {"Pacific/Auckland", {QDate(2025, 9, 28), QTime(0, 0)}},
            {"Europe/Berlin", {QDate(2024, 2, 29), QTime(9, 0)}},
            {"Pacific/Auckland", {QDate(2023, 2, 28), QTime(23, 0)}},
            {"America/Sao_Paulo", {QDate(2025, 3, 31), QTime(6, 0)}},
            {"Asia/Tehran", {QDate(2024, 12, 31), QTime(23, 59, 59)}}};
}

class Maker {
public:
    Maker(World &world, int number) : m_world(world), m_random(unsigned(20'260'101 + number)) {}

    void make(int number) {
        const Moment moment = moments().at(number % moments().size());
        m_zone = QTimeZone(moment.zone);
        const QDateTime now(moment.local.date(), moment.local.time(), m_zone);
        m_today = now.date();
        m_world.context.clock = Clock{m_zone, Instant{now.toMSecsSinceEpoch()}};
        open();
        makeLists();
        const int people = 60 + below(141);
        for (int i = 0; i < people; ++i)
            makePerson();
        for (int i = 0; i < people / 4; ++i)
            makeParticipant();
        makeSegments();
        run(u"COMMIT"_s, {});
    }

private:
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    T oneOf(const QList<T> &list) {
        return list.at(below(int(list.size())));
    }
    qint64 newId() { return ++m_lastId; }

    void run(const QString &sql, const db::Values &values) {
        const auto done = m_world.database->execute(sql, values);
        ASSERT_TRUE(done) << qPrintable(done.error().detail);
    }

    // INSERT of named columns.
    qint64 insert(const QString &table, QList<std::pair<QString, db::Value>> columns) {
        const qint64 id = newId();
        QStringList names{u"id"_s};
        QStringList marks{u"?"_s};
        db::Values values{db::Value(id)};
        for (const auto &[name, value] : columns) {
            names << name;
            marks << u"?"_s;
            values << value;
        }
        run(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, names.join(u", "_s), marks.join(u", "_s)), values);
        return id;
    }

    void open() {
        auto database = db::Database::open(m_world.folder.filePath(u"world.kontor"_s), db::Purpose::Writer, true);
        ASSERT_TRUE(database);
        m_world.database = std::move(*database);
        ASSERT_TRUE(db::registerTextFunctions(*m_world.database));
        run(u"BEGIN"_s, {});
        ASSERT_TRUE(m_world.database->executeScript(tests::schemaScript()));
    }

    // A day near today, on one of the borders that rules speak of, or anywhere.
    QDate someDay() {
        const QList<int> borders{0,   0,   1,   -1,  -6,  -7,  -8,   -13,  -14,  -15, -27, -28, -29,
                                 -30, -31, -32, -89, -90, -91, -364, -365, -366, 6,   7,   8,   14};
        switch (below(6)) {
        case 0:
        case 1: return m_today.addDays(oneOf(borders));
        case 2: return m_today.addMonths(-below(14)).addDays(below(3) - 1);
        case 3: return m_today.addYears(-below(4)).addDays(below(3) - 1);
        case 4: return m_today.addDays(below(60));
        default: return m_today.addDays(-below(800));
        }
    }

    // Some moment of such a day, often its very first or last.
    qint64 someMoment() {
        const QDate day = someDay();
        const qint64 start = day.startOfDay(m_zone).toMSecsSinceEpoch();
        const QList<qint64> times{0, 0, -1, 1, 1'800'000, 43'200'000, 82'800'000, 86'399'999};
        return start + oneOf(times);
    }

    QString someBirthday() {
        if (chance(25))
            return {};
        const QList<QDate> leapDays{QDate(2000, 2, 29), QDate(1996, 2, 29), QDate(1980, 2, 28), QDate(1980, 3, 1)};
        QDate day = chance(25) ? oneOf(leapDays) : someDay().addYears(-20 - below(40));
        if (chance(10))
            day = m_today.addDays(below(20));
        return chance(25) ? day.toString(u"--MM-dd"_s) : day.toString(Qt::ISODate);
    }

    static Datum text(const QString &value) { return {.type = Datum::Type::Text, .text = value}; }
    static Datum day(const QString &value) { return {.type = Datum::Type::Day, .text = value}; }
    static Datum moment(qint64 value) { return {.type = Datum::Type::Moment, .milliseconds = value}; }
    static Datum number(double value, double scale = 1) { return {.type = Datum::Type::Number, .number = value, .scale = scale}; }
    static Datum yes(bool value) { return {.type = Datum::Type::Yes, .number = value ? 1.0 : 0.0}; }

    QString someWord(const QString &field, int emptyPercent = 20) {
        return chance(emptyPercent) ? QString(u""_s) : oneOf(wordsFor(field));
    }

    void makeLists() {
        for (const QString &name : wordsFor(u"tag"_s))
            m_tags << insert(u"tag"_s, {{u"name"_s, name}, {u"name_folded"_s, name.toLower()}});
        for (int i = 0; i < 6; ++i) {
            const QString name = wordsFor(u"product"_s).at(i);
            const QString category = i == 5 ? u""_s : wordsFor(u"category"_s).at(i % 3);
            const QString brand = i % 3 == 0 ? u""_s : wordsFor(u"brand"_s).at(i % 2);
            const qint64 id =
                insert(u"product"_s,
                       {{u"name"_s, name}, {u"name_folded"_s, name.toLower()}, {u"category"_s, category}, {u"brand"_s, brand}});
            m_products << Product{id, name, category, brand};
        }
        const qint64 pipeline = insert(u"pipeline"_s, {{u"name"_s, u"Sales"_s}});
        for (const QString &name : wordsFor(u"stage"_s))
            m_stages << std::pair(insert(u"stage"_s, {{u"pipeline_id"_s, pipeline}, {u"name"_s, name}}), name);
        const QList<std::pair<QString, QString>> own{{u"size"_s, u"choice"_s},       {u"weight"_s, u"number"_s},
                                                     {u"renewal"_s, u"date"_s},      {u"member"_s, u"yes_no"_s},
                                                     {u"interests"_s, u"choices"_s}, {u"motto"_s, u"text"_s}};
        for (const auto &[name, kind] : own)
            m_own.insert(name, insert(u"custom_field"_s, {{u"name"_s, name}, {u"label"_s, name}, {u"kind"_s, kind}}));
    }

    void makePerson() {
        Person person;
        QList<std::pair<QString, db::Value>> row;
        for (const QString &column : {u"given_name"_s,
                                      u"family_name"_s,
                                      u"lifecycle"_s,
                                      u"company"_s,
                                      u"job_title"_s,
                                      u"customer_number"_s,
                                      u"street"_s,
                                      u"city"_s,
                                      u"district"_s,
                                      u"region"_s,
                                      u"postal_code"_s,
                                      u"country"_s,
                                      u"gender"_s,
                                      u"language"_s,
                                      u"marital_status"_s,
                                      u"education"_s,
                                      u"occupation"_s,
                                      u"income"_s,
                                      u"hobby"_s,
                                      u"industry"_s,
                                      u"company_size"_s,
                                      u"market_segment"_s,
                                      u"source"_s,
                                      u"status"_s,
                                      u"owner"_s,
                                      u"preferred_channel"_s,
                                      u"preferred_time"_s,
                                      u"delivery_method"_s,
                                      u"discount"_s,
                                      u"likes"_s,
                                      u"note"_s}) {
            const QString value = someWord(column);
            row << std::pair(column, db::Value(value));
            person.fields[column] << text(value);
        }
        const QString name = oneOf(wordsFor(u"name"_s));
        row << std::pair(u"name"_s, db::Value(name)) << std::pair(u"name_folded"_s, db::Value(name.toLower()));
        person.fields[u"name"_s] << text(name);
        const QString kind = chance(70) ? u"person"_s : u"organisation"_s;
        row << std::pair(u"kind"_s, db::Value(kind));
        person.fields[u"kind"_s] << text(kind);
        for (const QString &column : {u"score"_s, u"household_size"_s}) {
            const bool isKnown = chance(75);
            const qint64 value = qint64(oneOf(numbersFor(column)));
            row << std::pair(column, isKnown ? db::Value(value) : db::Value());
            person.fields[column] << (isKnown ? number(double(value)) : Datum());
        }
        const QString birthday = someBirthday();
        row << std::pair(u"birthday_on"_s, db::Value(birthday));
        person.fields[u"birthday"_s] << day(birthday);
        for (const QString &field : {u"created"_s, u"changed"_s}) {
            const qint64 at = someMoment();
            row << std::pair(field + u"_at"_s, db::Value(at));
            person.fields[field] << moment(at);
        }
        const bool isTrashed = chance(6);
        const bool isMerged = !m_world.people.isEmpty() && chance(4);
        row << std::pair(u"trashed_at"_s, isTrashed ? db::Value(qint64(1)) : db::Value());
        row << std::pair(u"merged_into"_s, isMerged ? db::Value(m_world.people.first().id) : db::Value());
        person.isLive = !isTrashed && !isMerged;
        person.id = insert(u"customer"_s, row);
        makeOwnValues(person);
        makeSeveral(person);
        makeConsents(person);
        makePurchases(person);
        makeInteractions(person);
        makeTasks(person);
        makeOthers(person);
        m_world.people << person;
    }

    void makeOwnValues(Person &person) {
        const auto add = [&](const QString &name, const QString &value, const db::Value &stored, const Datum &datum) {
            insert(u"custom_value"_s, {{u"customer_id"_s, person.id},
                                       {u"custom_field_id"_s, m_own.value(name)},
                                       {u"text"_s, value},
                                       {u"number"_s, stored}});
            person.fields[u"custom."_s + name] << datum;
        };
        for (const QString &name : {u"size"_s, u"motto"_s})
            if (chance(75)) {
                const QString value = someWord(name, 10);
                add(name, value, {}, text(value));
            }
        if (chance(75)) {
            const double value = oneOf(numbersFor(u"weight"_s));
            add(u"weight"_s, u""_s, value, number(value));
        }
        if (chance(75)) {
            const QString value = someDay().toString(Qt::ISODate);
            add(u"renewal"_s, value, {}, day(value));
        }
        if (chance(75)) {
            const bool value = chance(50);
            add(u"member"_s, u""_s, value ? 1.0 : 0.0, yes(value));
        }
        for (const QString &value : wordsFor(u"interests"_s))
            if (chance(35))
                add(u"interests"_s, value, {}, text(value));
    }

    void makeSeveral(Person &person) {
        for (qsizetype i = 0; i < m_tags.size(); ++i)
            if (chance(25)) {
                insert(u"customer_tag"_s, {{u"customer_id"_s, person.id}, {u"tag_id"_s, m_tags.at(i)}});
                person.fields[u"tag"_s] << text(wordsFor(u"tag"_s).at(i));
            }
        for (const QString &kind : {u"phone"_s, u"email"_s})
            for (int i = below(3); i > 0; --i) {
                Datum datum = text(oneOf(wordsFor(kind)));
                QString normalised = datum.text.toLower();
                if (kind == "phone"_L1)
                    normalised.remove(u' ').remove(u'-');
                datum.normalised = kind == "phone"_L1 ? normalised : QString();
                insert(
                    u"contact_point"_s,
                    {{u"customer_id"_s, person.id}, {u"kind"_s, kind}, {u"value"_s, datum.text}, {u"normalised"_s, normalised}});
                person.fields[kind] << datum;
            }
    }

    // The last decision about a channel counts; one without a channel is about each.
    void makeConsents(Person &person) {
        QHash<QString, QHash<QString, QString>> inForce; // purpose -> channel -> state
        const QStringList channels{u"phone"_s, u"email"_s, u"sms"_s, u"messenger"_s, u"post"_s};
        const QStringList states{u"given"_s, u"refused"_s, u"withdrawn"_s};
        qint64 at = 1'000'000'000'000;
        for (int i = below(4); i > 0; --i) {
            const QString purpose = chance(70) ? u""_s : u"news"_s;
            const QString channel = chance(30) ? u""_s : oneOf(channels);
            const QString state = oneOf(states);
            at += below(2) * 1'000;
            insert(u"consent"_s, {{u"customer_id"_s, person.id},
                                  {u"purpose"_s, purpose},
                                  {u"channel"_s, channel},
                                  {u"state"_s, state},
                                  {u"decided_at"_s, at}});
            for (const QString &each : channel.isEmpty() ? channels : QStringList{channel})
                inForce[purpose][each] = state;
        }
        for (const auto &decisions : std::as_const(inForce))
            for (auto decision = decisions.begin(); decision != decisions.end(); ++decision)
                person.fields[u"consent"_s] << text(decision.key() + u':' + decision.value());
    }

    void makePurchases(Person &person) {
        for (int i = chance(30) ? 0 : below(6); i > 0; --i) {
            const QString on = someDay().toString(Qt::ISODate);
            const auto cents = qint64(oneOf(numbersFor(u"amount"_s)) * 100) + (chance(30) ? below(3) - 1 : 0);
            const double quantity = oneOf(numbersFor(u"quantity"_s));
            const bool isPaid = chance(70);
            const bool isTrashed = chance(10);
            const Product product = chance(80) ? oneOf(m_products) : Product{};
            Record record{.isTrashed = isTrashed};
            record.id = insert(u"purchase"_s, {{u"customer_id"_s, person.id},
                                               {u"purchased_on"_s, on},
                                               {u"amount"_s, cents},
                                               {u"quantity"_s, quantity},
                                               {u"paid"_s, isPaid},
                                               {u"product_id"_s, product.id ? db::Value(product.id) : db::Value()},
                                               {u"trashed_at"_s, isTrashed ? db::Value(qint64(1)) : db::Value()}});
            record.fields = {{u"on"_s, day(on)},
                             {u"amount"_s, number(double(cents), 100)},
                             {u"quantity"_s, number(quantity)},
                             {u"paid"_s, yes(isPaid)},
                             {u"product"_s, text(product.name)},
                             {u"category"_s, text(product.category)},
                             {u"brand"_s, text(product.brand)}};
            person.records[u"purchases"_s] << record;
        }
    }

    void makeInteractions(Person &person) {
        for (int i = chance(25) ? 0 : below(7); i > 0; --i) {
            const qint64 at = someMoment();
            const QString kind = oneOf(wordsFor(u"interactions.kind"_s));
            const QString direction = oneOf(QStringList{u""_s, u"in"_s, u"out"_s});
            const QString outcome = someWord(u"outcome"_s, 40);
            const bool isTimed = chance(70);
            const qint64 seconds = qint64(oneOf(numbersFor(u"duration"_s)) * 60);
            const QString said = someWord(u"text"_s, 30);
            const bool isTrashed = chance(10);
            Record record{.isTrashed = isTrashed};
            record.id = insert(u"interaction"_s, {{u"customer_id"_s, person.id},
                                                  {u"kind"_s, kind},
                                                  {u"direction"_s, direction},
                                                  {u"outcome"_s, outcome},
                                                  {u"at"_s, at},
                                                  {u"duration_seconds"_s, isTimed ? db::Value(seconds) : db::Value()},
                                                  {u"text"_s, said},
                                                  {u"trashed_at"_s, isTrashed ? db::Value(qint64(1)) : db::Value()}});
            record.fields = {{u"at"_s, moment(at)},
                             {u"kind"_s, text(kind)},
                             {u"direction"_s, text(direction)},
                             {u"outcome"_s, text(outcome)},
                             {u"duration"_s, isTimed ? number(double(seconds), 60) : Datum()},
                             {u"text"_s, text(said)}};
            person.records[u"interactions"_s] << record;
        }
    }

    // A further customer took part in somebody's interaction: it counts for both.
    void makeParticipant() {
        Person &guest = m_world.people[below(int(m_world.people.size()))];
        const Person &host = m_world.people.at(below(int(m_world.people.size())));
        const QList<Record> records = host.records.value(u"interactions"_s);
        if (records.isEmpty())
            return;
        const Record record = oneOf(records);
        insert(u"participant"_s, {{u"interaction_id"_s, record.id}, {u"customer_id"_s, guest.id}});
        QList<Record> &own = guest.records[u"interactions"_s];
        const bool isKnown = std::any_of(own.begin(), own.end(), [&](const Record &other) { return other.id == record.id; });
        if (!isKnown)
            own << record;
    }

    void makeTasks(Person &person) {
        for (int i = chance(40) ? 0 : below(4); i > 0; --i) {
            const QString due = chance(25) ? QString(u""_s) : someDay().toString(Qt::ISODate);
            const bool isDone = chance(50);
            const qint64 doneAt = someMoment();
            const QString title = oneOf(wordsFor(u"title"_s));
            const bool isTrashed = chance(10);
            Record record{.isTrashed = isTrashed};
            record.id = insert(u"task"_s, {{u"customer_id"_s, person.id},
                                           {u"title"_s, title},
                                           {u"due_on"_s, due},
                                           {u"created_at"_s, qint64(1)},
                                           {u"done_at"_s, isDone ? db::Value(doneAt) : db::Value()},
                                           {u"trashed_at"_s, isTrashed ? db::Value(qint64(1)) : db::Value()}});
            record.fields = {{u"due"_s, day(due)}, {u"done"_s, isDone ? moment(doneAt) : Datum()}, {u"title"_s, text(title)}};
            person.records[u"tasks"_s] << record;
        }
        insert(u"task"_s, {{u"title"_s, u"Of nobody"_s}, {u"created_at"_s, qint64(1)}});
    }

    void makeOthers(Person &person) {
        for (int i = chance(50) ? 0 : below(4); i > 0; --i) {
            const auto stage = oneOf(m_stages);
            const bool isPriced = chance(70);
            const auto cents = qint64(oneOf(numbersFor(u"amount"_s)) * 100);
            const QString expected = chance(25) ? QString(u""_s) : someDay().toString(Qt::ISODate);
            const QString state = oneOf(wordsFor(u"deals.state"_s));
            Record deal;
            deal.id = insert(u"deal"_s, {{u"customer_id"_s, person.id},
                                         {u"title"_s, u"Deal"_s},
                                         {u"stage_id"_s, stage.first},
                                         {u"amount"_s, isPriced ? db::Value(cents) : db::Value()},
                                         {u"expected_on"_s, expected},
                                         {u"state"_s, state},
                                         {u"created_at"_s, qint64(1)}});
            deal.fields = {{u"stage"_s, text(stage.second)},
                           {u"amount"_s, isPriced ? number(double(cents), 100) : Datum()},
                           {u"expected_on"_s, day(expected)},
                           {u"state"_s, text(state)}};
            person.records[u"deals"_s] << deal;
        }
        for (int i = chance(50) ? 0 : below(3); i > 0; --i) {
            const qint64 opened = someMoment();
            const QString state = oneOf(wordsFor(u"cases.state"_s));
            const Product product = chance(60) ? oneOf(m_products) : Product{};
            const db::Value productId = product.id ? db::Value(product.id) : db::Value();
            Record entry;
            entry.id = insert(u"support_case"_s, {{u"customer_id"_s, person.id},
                                                  {u"title"_s, u"Case"_s},
                                                  {u"opened_at"_s, opened},
                                                  {u"state"_s, state},
                                                  {u"product_id"_s, productId}});
            entry.fields = {{u"opened_at"_s, moment(opened)}, {u"state"_s, text(state)}, {u"product"_s, text(product.name)}};
            person.records[u"cases"_s] << entry;
            const QString on = someDay().toString(Qt::ISODate);
            const QString reaction = someWord(u"reaction"_s, 30);
            Record offer;
            offer.id = insert(
                u"offer"_s,
                {{u"customer_id"_s, person.id}, {u"offered_on"_s, on}, {u"product_id"_s, productId}, {u"reaction"_s, reaction}});
            offer.fields = {{u"on"_s, day(on)}, {u"product"_s, text(product.name)}, {u"reaction"_s, text(reaction)}};
            person.records[u"offers"_s] << offer;
        }
    }

    void makeSegments() {
        const Condition inLund{.field = u"city"_s, .op = Operator::OneOf, .values = {u"lund"_s, u"MALMO"_s}};
        const Condition buyer{.field = u"purchases"_s, .op = Operator::Is, .values = {true}, .aggregate = Aggregate::Exists};
        const Condition nested{.field = u"segment"_s, .op = Operator::IsNot, .values = {u"Near"_s}};
        m_world.segments = {{u"Near"_s, Rule{Match::All, {Node{inLund}}}},
                            {u"Buyers"_s, Rule{Match::All, {Node{buyer}}}},
                            {u"Far buyers"_s, Rule{Match::All, {Node{nested}, Node{buyer}}}}};
        for (auto segment = m_world.segments.cbegin(); segment != m_world.segments.cend(); ++segment)
            insert(u"segment"_s, {{u"name"_s, segment.key()},
                                  {u"name_folded"_s, segment.key().toLower()},
                                  {u"rule"_s, QString::fromUtf8(writeRule(*segment))}});
    }

    struct Product {
        qint64 id = 0;
        QString name = u""_s;
        QString category = u""_s;
        QString brand = u""_s;
    };

    World &m_world;
    std::mt19937 m_random;
    QTimeZone m_zone;
    QDate m_today;
    qint64 m_lastId = 0;
    QList<qint64> m_tags;
    QList<Product> m_products;
    QList<std::pair<qint64, QString>> m_stages;
    QHash<QString, qint64> m_own;
};

} // namespace

std::unique_ptr<World> makeWorld(int number) {
    auto world = std::make_unique<World>();
    Maker(*world, number).make(number);
    return world;
}

} // namespace kontor::segments::test
