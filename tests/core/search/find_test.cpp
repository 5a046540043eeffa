#include "core/search/search_fixture.h"

using namespace kontor;
using namespace kontor::search;
using namespace kontor::search::test;
using namespace Qt::StringLiterals;

namespace {

const QString kAnna = u"Anna Petrova"_s;

QStringList sorted(QStringList names) {
    names.sort();
    return names;
}

} // namespace

TEST(Find, TakesWordsInAnyOrderAndCase) {
    SearchBase base;
    base.add({kAnna});
    base.add({u"Anna Sidorova"_s});
    EXPECT_EQ(base.find(u"petrova anna"_s), QStringList{kAnna});
    EXPECT_EQ(base.find(u"PETR AN"_s), QStringList{kAnna});
    EXPECT_EQ(base.find(u"anna petrova"_s), QStringList{kAnna});
    EXPECT_TRUE(base.find(u"petrova maria"_s).isEmpty());
}

TEST(Find, KnowsOrganisationsFromPeople) {
    SearchBase base;
    const qint64 company = base.add({u"Volga Trade"_s});
    base.add({kAnna});
    base.setField(company, u"kind"_s, u"organisation"_s);
    EXPECT_TRUE(base.only(u"volga"_s).isOrganisation);
    EXPECT_FALSE(base.only(u"petrova"_s).isOrganisation);
}

TEST(Find, IgnoresAccentsAndKeyboardsInEveryLanguage) {
    SearchBase base;
    const QList<std::pair<QString, QString>> pairs{{u"Артём Ёлкин"_s, u"елкин"_s},   {u"Jürgen Weiß"_s, u"weiss"_s},
                                                   {u"Åsa Öberg"_s, u"oberg"_s},     {u"Siân Llŷr"_s, u"LLYR"_s},
                                                   {u"علي كريمي"_s, u"علی کریمی"_s}, {u"علی‌زاده"_s, u"علیزاده"_s},
                                                   {u"ИВАН ПЕТРОВ"_s, u"петров"_s},  {u"Łukasz Żak"_s, u"lukasz zak"_s}};
    for (const auto &[name, typed] : pairs)
        base.add({name});
    for (const auto &[name, typed] : pairs)
        EXPECT_EQ(base.find(typed), QStringList{name}) << typed.toStdString();
}

TEST(Find, FindsChineseNamesByAnyPart) {
    SearchBase base;
    base.add({u"王伟"_s});
    base.add({u"王小明"_s});
    base.add({u"李小龙"_s, u"上海科技有限公司"_s});
    EXPECT_EQ(base.find(u"王伟"_s), QStringList{u"王伟"_s});
    EXPECT_EQ(base.find(u"小明"_s), QStringList{u"王小明"_s});
    EXPECT_EQ(base.find(u"王"_s).size(), 2);
    EXPECT_EQ(base.find(u"科技"_s), QStringList{u"李小龙"_s});
}

TEST(Find, FindsNamesTypedInAnotherScript) {
    SearchBase base;
    base.add({u"Пётр Щукин"_s});
    base.add({u"Shchukina Olga"_s});
    base.add({u"王小明"_s});
    base.add({u"فاطمه محمدی"_s});
    base.add({u"Reza Karimi"_s});
    base.add({u"Jürgen Müller"_s});
    base.add({u"Γιώργος Παπαδόπουλος"_s});
    EXPECT_EQ(sorted(base.find(u"shchukin"_s)), sorted({u"Пётр Щукин"_s, u"Shchukina Olga"_s}));
    EXPECT_EQ(base.find(u"petr shch"_s), QStringList{u"Пётр Щукин"_s});
    EXPECT_EQ(sorted(base.find(u"щукин"_s)), sorted({u"Пётр Щукин"_s, u"Shchukina Olga"_s}));
    EXPECT_EQ(base.find(u"wang xiaoming"_s), QStringList{u"王小明"_s});
    EXPECT_EQ(base.find(u"wangxiao"_s), QStringList{u"王小明"_s});
    EXPECT_EQ(base.find(u"mohammadi"_s), QStringList{u"فاطمه محمدی"_s});
    EXPECT_EQ(base.find(u"fatemeh"_s), QStringList{u"فاطمه محمدی"_s});
    EXPECT_EQ(base.find(u"کریمی"_s), QStringList{u"Reza Karimi"_s});
    EXPECT_EQ(base.find(u"mueller"_s), QStringList{u"Jürgen Müller"_s});
    EXPECT_EQ(base.find(u"papadop"_s), QStringList{u"Γιώργος Παπαδόπουλος"_s});
}

TEST(Find, TakesAPieceOfAnAddressAsItStands) {
    SearchBase base;
    base.add({u"Наталья Николаевна"_s});
    base.add({u"Студия"_s, {}, {}, {u"natalya.nikitina@shop.example"_s}});
    EXPECT_EQ(base.find(u"natalya.n"_s), QStringList{u"Студия"_s});
    EXPECT_EQ(base.find(u"natalya n"_s).size(), 2);
}

TEST(Find, TakesPhonesByAnyRunOfDigitsHoweverTyped) {
    SearchBase base;
    base.add({kAnna, {}, {u"+46 70 100 45 12"_s}});
    base.add({u"Sian"_s, {}, {u"+7 (912) 345-67-89"_s}});
    for (const QString &typed : {u"4512"_s, u"100 45"_s, u"070 100 45 12"_s, u"+46 70 100"_s, u"0046701004512"_s,
                                 u"+46 (0)70 100 45 12"_s, u"070-1004512"_s, u"45-12"_s, u"۴۵۱۲"_s, u"0100"_s, u"512"_s})
        EXPECT_EQ(base.find(typed), QStringList{kAnna}) << typed.toStdString();
    for (const QString &typed : {u"+7 912 345"_s, u"8912"_s, u"3456789"_s, u"345-67-89"_s, u"912 345 67 89"_s})
        EXPECT_EQ(base.find(typed), QStringList{u"Sian"_s}) << typed.toStdString();
    EXPECT_TRUE(base.find(u"4513"_s).isEmpty());
    EXPECT_EQ(base.findHits(u"4512"_s).hits.first().hitClass, HitClass::PhoneTail);
    EXPECT_EQ(base.findHits(u"0045"_s).hits.first().hitClass, HitClass::Phone);
}

TEST(Find, FindsPiecesOfEmailsAsTyped) {
    SearchBase base;
    base.add({u"A"_s, {}, {}, {u"anna.jones12@mail.example"_s}});
    for (const QString &typed : {u"anna.jon"_s, u"nes12@ma"_s, u"anna.jones12@mail.example"_s, u"Jones12"_s, u"ones12"_s})
        EXPECT_EQ(base.find(typed), QStringList{u"A"_s}) << typed.toStdString();
    EXPECT_EQ(base.only(u"jones12"_s).hitClass, HitClass::Email);
    EXPECT_EQ(base.only(u"jones12"_s).matched, u"anna.jones12@mail.example"_s);
}

TEST(Find, CombinesFields) {
    SearchBase base;
    base.add({kAnna, u"Volga Trade LLC"_s, {u"+46 70 100 45 12"_s}, {}, {u"VIP"_s}});
    base.add({u"Anna Other"_s, u"Else"_s});
    EXPECT_EQ(base.find(u"anna volga"_s), QStringList{kAnna});
    EXPECT_EQ(base.find(u"4512 anna"_s), QStringList{kAnna});
    EXPECT_EQ(base.find(u"vip petr"_s), QStringList{kAnna});
    EXPECT_EQ(base.find(u"anna olga"_s), QStringList{kAnna}) << "inside a word of the company";
    EXPECT_TRUE(base.find(u"4512 other"_s).isEmpty());
}

TEST(Find, ShowsHitsInTheOrderOfTheirClasses) {
    SearchBase base;
    const qint64 quiet = base.add({u"Quiet Customer"_s});
    base.addEntry(quiet, u"Asked about volga boats"_s);
    base.add({u"Zed"_s, {}, {}, {}, {}, u"From the volga region"_s});
    base.add({u"Inovolgamed"_s});
    base.add({u"Tagged"_s, {}, {}, {}, {u"volga"_s}});
    base.add({u"Mailed"_s, {}, {}, {u"volga@mail.example"_s}});
    base.add({u"Big Volga"_s});
    base.add({u"Company Man"_s, u"Volga Trade"_s});
    base.add({u"Volga Person"_s});
    EXPECT_EQ(base.find(u"volga"_s), (QStringList{u"Volga Person"_s, u"Company Man"_s, u"Big Volga"_s, u"Mailed"_s, u"Tagged"_s,
                                                  u"Inovolgamed"_s, u"Zed"_s, u"Quiet Customer"_s}));
}

TEST(Find, FindsNotesCitiesAndOtherFields) {
    SearchBase base;
    const qint64 id = base.add({kAnna, {}, {}, {}, {}, u"Код 4512 для ворот"_s, u"Нижний Новгород"_s});
    base.execute(u"INSERT INTO relation (id, customer_id, other_name, kind) VALUES (900, ?, 'Rex', 'pet')"_s, {id});
    base.execute(u"INSERT INTO custom_field (id, name, label, kind) VALUES (901, 'car', 'Car', 'text')"_s);
    base.execute(u"INSERT INTO custom_value (id, customer_id, custom_field_id, text) VALUES (902, ?, 901, 'Škoda Octavia')"_s,
                 {id});
    base.execute(u"INSERT INTO address (id, customer_id, city) VALUES (903, ?, 'Uppsala')"_s, {id});
    for (const QString &typed : {u"код 4512"_s, u"новгород"_s, u"rex"_s, u"skoda"_s, u"ctavi"_s, u"upps"_s, u"4512"_s})
        EXPECT_EQ(base.find(typed), QStringList{kAnna}) << typed.toStdString();
    EXPECT_EQ(base.only(u"новгород"_s).field, QByteArray("city"));
    EXPECT_EQ(base.only(u"skoda"_s).matched, u"Škoda Octavia"_s);
}

TEST(Find, NamesTheEntryThatSaysIt) {
    SearchBase base;
    const qint64 anna = base.add({kAnna});
    base.addEntry(anna, u"Первый звонок"_s);
    const qint64 entry = base.addEntry(anna, u"Договорились про доставку в пятницу"_s);
    const Hit hit = base.only(u"доставк"_s);
    EXPECT_EQ(hit.hitClass, HitClass::Entry);
    EXPECT_EQ(hit.interactionId.value, entry);
    EXPECT_EQ(hit.customerId.value, anna);
    ASSERT_EQ(hit.matchedMarks.size(), 1);
    EXPECT_EQ(hit.matched.sliced(hit.matchedMarks[0].start, hit.matchedMarks[0].length), u"доставк"_s);
    EXPECT_EQ(base.only(u"пятниц договор"_s).interactionId.value, entry);
    EXPECT_EQ(base.only(u"пятниц в"_s).interactionId.value, entry);
    EXPECT_TRUE(base.find(u"пятниц я"_s).isEmpty());
}

TEST(Find, MarksTheDigitsAcrossTheirPunctuation) {
    SearchBase base;
    base.add({kAnna, {}, {u"+44 20 7946 0018"_s, u"+46 70 100 45 12"_s}});
    const Hit hit = base.only(u"4512"_s);
    EXPECT_EQ(hit.field, QByteArray("phone"));
    EXPECT_EQ(hit.matched, u"+46 70 100 45 12"_s);
    EXPECT_EQ(hit.matchedMarks, (QList<Mark>{{11, 5}}));
    EXPECT_EQ(base.only(u"070 100"_s).matched, u"+46 70 100 45 12"_s);
}

TEST(Find, NeverTakesTypedTextAsSyntax) {
    SearchBase base;
    base.add({u"O'Brien \"Bob\" AND* (Co)"_s, {}, {}, {u"x@y.example"_s}});
    for (const QString &typed :
         {u"\""_s, u"\"\"\""_s, u"a\" OR \"b"_s, u"AND"_s, u"NOT x"_s, u"*"_s, u"(("_s, u"name:x"_s, u"{name} : a"_s, u"^a"_s,
          u"a NEAR b"_s, u"%"_s, u"_"_s, u"'; DROP TABLE document"_s, u"\\"_s, u"-"_s, u"😀"_s, u"1 2 3 4 5 6 7 8"_s}) {
        const auto hits = base.index().find(base.database(), parseQuery(typed), 50);
        EXPECT_TRUE(hits.has_value()) << typed.toStdString();
    }
    EXPECT_EQ(base.find(u"o'brien \"bob\""_s).size(), 1);
    EXPECT_EQ(base.find(u"O’Brien"_s).size(), 1);
    EXPECT_EQ(base.find(u"\"bob\" and* (co"_s).size(), 1);
    EXPECT_TRUE(base.find(u"zzqxzz"_s).isEmpty());
}

TEST(Find, FindsNothingForNothing) {
    SearchBase base;
    base.add({kAnna});
    EXPECT_TRUE(base.find(QString()).isEmpty());
    EXPECT_TRUE(base.find(u"   "_s).isEmpty());
    EXPECT_TRUE(base.find(kAnna, 0).isEmpty());
}

TEST(Find, SaysWhetherThereAreMore) {
    SearchBase base;
    for (int i = 0; i < 12; ++i)
        base.add({u"Anna %1"_s.arg(i)});
    EXPECT_FALSE(base.findHits(u"anna"_s, 5).isComplete);
    EXPECT_EQ(base.findHits(u"anna"_s, 5).hits.size(), 5);
    EXPECT_TRUE(base.findHits(u"anna"_s, 12).isComplete);
    EXPECT_EQ(base.findHits(u"anna"_s, 12).hits.size(), 12);
}

TEST(Find, FindsACustomerOnce) {
    SearchBase base;
    const qint64 anna = base.add({u"Anna Anna"_s, u"Anna AB"_s, {}, {u"anna@anna.example"_s}, {u"anna"_s}, u"anna"_s});
    base.addEntry(anna, u"anna anna"_s);
    EXPECT_EQ(base.find(u"anna"_s).size(), 1);
}
