// How many duplicates are found, and how many of what is found are duplicates, in a base of which the right answers are known.
#include "duplicates/duplicate_finder.h"
#include "exchange/importer.h"
#include "support/temporary_base.h"
#include "support/work_counter.h"

#include <QFile>

#include <array>
#include <random>

using namespace kontor;
using namespace kontor::duplicates;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCustomers = 100'000;
constexpr int kEachHasACopy = 50; // one of so many
constexpr double kLowestPrecision = 0.97;
constexpr double kLowestRecall = 0.95;
constexpr int kSyllables = 4;
constexpr int kMostStatements = 1'500;

struct Card {
    QString name, otherScript, phone, email, city, otherCity, company;
};

// Parts of names in two scripts, "native/latin".
QStringList parts(const char16_t *text) { return QString::fromUtf16(text).split(u' '); }

class Names {
public:
    explicit Names(std::mt19937 &random) : m_random(random) {}

    Card card(int number) {
        Card made;
        const int part = number % 20;
        if (part == 0)
            persian(made);
        else if (part == 1)
            chinese(made);
        else if (part < 10)
            compose(made, m_swedish, m_swedishParts, u"ström/strom"_s, m_swedishCities);
        else
            compose(made, m_russian, m_russianParts, u"ов/ov"_s, m_russianCities);
        made.phone = u"+467%1"_s.arg(10'000'000 + number * 7);
        made.email = u"person%1@mail%2.se"_s.arg(number).arg(number % 11);
        return made;
    }
    int below(int limit) { return int(m_random() % unsigned(limit)); }

private:
    QString pick(const QStringList &words) { return words.at(below(int(words.size()))); }
    static QString native(const QString &pair) { return pair.section(u'/', 0, 0); }
    static QString latin(const QString &pair) { return pair.section(u'/', 1, 1); }

    void setCity(Card &made, const QStringList &cities) {
        const QString city = pick(cities);
        made.city = native(city);
        made.otherCity = latin(city);
    }
    void compose(Card &made, const QStringList &given, const QStringList &syllables, const QString &end,
                 const QStringList &cities) {
        const QString first = pick(given);
        QString family, otherFamily;
        for (int i = 0; i < kSyllables; ++i) {
            const QString syllable = pick(syllables);
            family += native(syllable);
            otherFamily += latin(syllable);
        }
        family += native(end), otherFamily += latin(end);
        family[0] = family.at(0).toUpper(), otherFamily[0] = otherFamily.at(0).toUpper();
        made.name = native(first) + u' ' + family;
        made.otherScript = latin(first) + u' ' + otherFamily;
        setCity(made, cities);
    }
    void persian(Card &made) {
        const QString given = pick(m_persian), first = pick(m_persianFamilies), second = pick(m_persianFamilies);
        made.name = native(given) + u' ' + native(first) + u' ' + native(second);
        made.otherScript = latin(given) + u' ' + latin(first) + u' ' + latin(second);
        setCity(made, m_persianCities);
    }
    void chinese(Card &made) {
        const QString family = pick(m_chineseFamilies), first = pick(m_chinese), second = pick(m_chinese);
        made.name = native(family) + native(first) + native(second);
        made.otherScript = latin(family) + u' ' + latin(first) + latin(second).toLower();
        setCity(made, m_chineseCities);
    }

    std::mt19937 &m_random;
    const QStringList m_russian =
        parts(u"Иван/Ivan Пётр/Petr Сергей/Sergey Дмитрий/Dmitriy Юрий/Yuriy Андрей/Andrey Виктор/Viktor Николай/Nikolay");
    const QStringList m_russianParts =
        parts(u"ко/ko ва/va ле/le ми/mi ро/ro са/sa ту/tu бе/be гу/gu ни/ni ша/sha жу/zhu хо/kho де/de");
    const QStringList m_russianCities = parts(u"Москва/Moskva Казань/Kazan Самара/Samara Томск/Tomsk Пермь/Perm Омск/Omsk");
    const QStringList m_swedish =
        parts(u"Åke/Ake Jörgen/Jorgen Lars/Lars Märta/Marta Göran/Goran Sven/Sven Börje/Borje Karin/Karin");
    const QStringList m_swedishParts =
        parts(u"lind/lind berg/berg sjö/sjo hög/hog ek/ek sund/sund fält/falt vall/vall ny/ny löv/lov ång/ang dal/dal");
    const QStringList m_swedishCities = parts(u"Malmö/Malmo Göteborg/Goteborg Lund/Lund Växjö/Vaxjo Umeå/Umea Örebro/Orebro");
    const QStringList m_persian =
        parts(u"محمد/Mohammad زهرا/Zahra شیرین/Shirin فرهاد/Farhad مریم/Maryam نرگس/Narges کامران/Kamran سعید/Saeed پریسا/Parisa "
              u"لیلا/Leila نسترن/Nastaran مینا/Mina بهرام/Bahram داریوش/Dariush مهدی/Mehdi نیما/Nima");
    const QStringList m_persianFamilies =
        parts(u"احمدی/Ahmadi اکبری/Akbari بهرامی/Bahrami تهرانی/Tehrani جعفری/Jafari حیدری/Heydari خسروی/Khosravi زمانی/Zamani "
              u"سلطانی/Soltani شریفی/Sharifi صادقی/Sadeghi عباسی/Abbasi فرهادی/Farhadi قاسمی/Ghasemi کریمی/Karimi مرادی/Moradi "
              u"پاکزاد/Pakzad دهقان/Dehghan رضایی/Rezaei طاهری/Taheri نوری/Nouri وحیدی/Vahidi یوسفی/Yousefi");
    const QStringList m_persianCities = parts(u"تهران/Tehran شیراز/Shiraz اصفهان/Isfahan تبریز/Tabriz مشهد/Mashhad");
    const QStringList m_chineseFamilies =
        parts(u"王/Wang 李/Li 张/Zhang 刘/Liu 陈/Chen 杨/Yang 赵/Zhao 黄/Huang 周/Zhou 吴/Wu 徐/Xu 孙/Sun");
    const QStringList m_chinese =
        parts(u"小/Xiao 明/Ming 芳/Fang 伟/Wei 静/Jing 丽/Li 强/Qiang 磊/Lei 洋/Yang 艳/Yan 勇/Yong 军/Jun 杰/Jie 娟/Juan 涛/Tao "
              u"超/Chao "
              u"霞/Xia 平/Ping 刚/Gang 桂/Gui 文/Wen 辉/Hui 玲/Ling 红/Hong 建/Jian 国/Guo 春/Chun 梅/Mei 海/Hai 雪/Xue");
    const QStringList m_chineseCities = parts(u"上海/Shanghai 北京/Beijing 广州/Guangzhou 天津/Tianjin");
};

constexpr std::array<const char *, 9> kKinds{
    "phone in another format",  "e-mail in capitals",      "name turned round, same phone",
    "other script, same phone", "other script, same city", "slip, same city",
    "slip, same company",       "initial, same e-mail",    "other script, same company"};

// A letter is missing, there twice, exchanged with the next one, or another one.
QString withSlip(QString name, Names &names) {
    const qsizetype start = qMax<qsizetype>(0, name.lastIndexOf(u' ') + 1);
    const qsizetype at = start + 2 + names.below(qMax(1, int(name.size() - start) - 4));
    switch (names.below(4)) {
    case 0: return name.remove(at, 1);
    case 1: return name.insert(at, name.at(at));
    case 2: std::swap(name[at], name[at + 1]); return name;
    default: return name.replace(at, 1, name.at(start + 1));
    }
}

QString withInitial(const QString &name) { return name.left(1) + u". "_s + name.section(u' ', 1); }
QString turned(const QString &name) {
    return name.contains(u' ') ? name.section(u' ', 1) + u", "_s + name.section(u' ', 0, 0) : name;
}

// What someone typed who did not find the card.
Card copyOf(const Card &card, int kind, Names &names) {
    Card copy = card;
    const bool withPhone = kind == 0 || kind == 2 || kind == 3, withEmail = kind == 1 || kind == 7;
    if (kind == 0)
        copy.phone = u"0"_s + card.phone.mid(3, 2) + u'-' + card.phone.mid(5, 3) + u' ' + card.phone.mid(8);
    if (kind == 1)
        copy.email = card.email.toUpper();
    if (kind == 2)
        copy.name = turned(card.name);
    if (kind == 3 || kind == 4 || kind == 8)
        copy.name = card.otherScript, copy.city = card.otherCity;
    if (kind == 5 || kind == 6)
        copy.name = withSlip(card.name, names);
    if (kind == 7)
        copy.name = withInitial(card.name);
    if (!withPhone)
        copy.phone.clear();
    if (!withEmail)
        copy.email.clear();
    if (kind == 6 || kind == 8)
        copy.city.clear();
    else
        copy.company.clear();
    return copy;
}

// A slip and an initial need an alphabet and two words.
bool canBe(int kind, const Card &card) {
    const bool isChinese = !card.name.contains(u' ');
    return !((kind == 5 || kind == 6 || kind == 7) && isChinese) && !(kind == 7 && card.name.count(u' ') != 1);
}

struct Answer {
    QHash<QString, int> kindOf; // of a copy, by its external id
    QHash<QString, QString> originalOf;
};

QByteArray line(const QString &id, const Card &card) {
    const auto quoted = [](const QString &text) { return u'"' + text + u'"'; };
    return (QStringList{id, quoted(card.name), card.phone, card.email, card.city, quoted(card.company)}.join(u',') + u'\n')
        .toUtf8();
}

Answer writeBase(TemporaryBase &base) {
    std::mt19937 random(7);
    Names names(random);
    Answer answer;
    const QString path = base.folder() + u"/cards.csv"_s;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("id,name,phone,email,city,company\n");
    for (int number = 0; number < kCustomers; ++number) {
        Card card = names.card(number);
        card.company = u"Firma %1 AB"_s.arg(number / 12);
        const bool isBehindASwitchboard = number % 12 < 6;
        const QString id = u"n%1"_s.arg(number);
        const int turn = number / kEachHasACopy;
        const bool isCopied = number % kEachHasACopy == turn % 20; // of each kind of name
        const int kind = turn % int(kKinds.size());
        Card stored = card;
        if (isBehindASwitchboard && !isCopied)
            stored.phone = u"+4640%1"_s.arg(1'000'000 + number / 12);
        file.write(line(id, stored));
        if (!isCopied || !canBe(kind, card))
            continue;
        file.write(line(u"copy%1"_s.arg(number), copyOf(card, kind, names)));
        answer.kindOf.insert(u"copy%1"_s.arg(number), kind);
        answer.originalOf.insert(u"copy%1"_s.arg(number), id);
    }
    file.close();
    exchange::ImportOptions options;
    options.onMatch = exchange::OnMatch::Add;
    EXPECT_EQ(valueOf(exchange::importFiles(*base, {path}, options)).total().added, kCustomers + answer.kindOf.size());
    return answer;
}

QHash<Id, QString> externalIds(db::Database &database) {
    QHash<Id, QString> ids;
    auto rows = database.query(u"SELECT id, external_id FROM customer"_s);
    while (rows && valueOf(rows->next()))
        ids.insert(rows->id(0), rows->text(1));
    return ids;
}

} // namespace

TEST(DuplicateFinderOver100000, FindsNearlyAllAndHardlyAnythingElseInFewStatements) {
    TemporaryBase base({u"SE"_s, u"EUR"_s, u"Europe/Stockholm"_s, u"sv"_s});
    const Answer answer = writeBase(base);
    const QHash<Id, QString> ids = externalIds(base->database());
    QList<FoundGroup> groups;
    {
        const WorkCounter counter(base->database());
        groups = valueOf(findDuplicates(base->database()));
        EXPECT_LE(counter.statements(), kMostStatements);
        printf("statements: %lld\n", counter.statements());
    }
    std::array<int, kKinds.size()> all{}, right{};
    for (const int kind : answer.kindOf)
        ++all[size_t(kind)];
    int pairs = 0, rightPairs = 0;
    qsizetype largest = 0;
    for (const FoundGroup &group : std::as_const(groups)) {
        largest = qMax(largest, group.customers.size());
        for (qsizetype i = 0; i < group.customers.size(); ++i) {
            for (qsizetype j = i + 1; j < group.customers.size(); ++j) {
                const QString a = ids.value(group.customers[i].id), b = ids.value(group.customers[j].id);
                const bool isRight = answer.originalOf.value(a) == b || answer.originalOf.value(b) == a;
                ++pairs;
                rightPairs += isRight;
                if (isRight)
                    ++right[size_t(answer.kindOf.value(answer.kindOf.contains(a) ? a : b))];
            }
        }
    }
    int found = 0, expected = 0;
    for (size_t kind = 0; kind < kKinds.size(); ++kind) {
        printf("%-28s %4d of %4d\n", kKinds[kind], right[kind], all[kind]);
        EXPECT_GE(right[kind], all[kind] * 0.85) << kKinds[kind];
        found += right[kind];
        expected += all[kind];
    }
    printf("precision %d of %d, recall %d of %d, largest group %lld\n", rightPairs, pairs, found, expected, qint64(largest));
    EXPECT_GE(rightPairs, pairs * kLowestPrecision);
    EXPECT_GE(found, expected * kLowestRecall);
    EXPECT_LE(largest, 4);
}
