// The promise of Find under its limit, checked against a plain scan: every customer in whose name, phones or e-mails the text occurs is
// found, whatever part of it is typed.
#include "core/search/search_fixture.h"

#include "base/fold.h"
#include "base/phone.h"

#include <QRandomGenerator>
#include <QSet>

using namespace kontor;
using namespace kontor::search;
using namespace kontor::search::test;
using namespace Qt::StringLiterals;

namespace {

QList<Person> world() {
    const QStringList names{u"Иванов Пётр"_s,
                            u"Müller Jürgen"_s,
                            u"王小明"_s,
                            u"علی‌زاده رضا"_s,
                            u"Åsa Lindström"_s,
                            u"Siân ap Llŷr"_s,
                            u"O'Brien-Smith Al"_s,
                            u"ООО «Ромашка»"_s,
                            u"李伟"_s,
                            u"محمد كريمي"_s,
                            u"Bo Ek"_s,
                            u"Anna-Lena Öberg"_s,
                            u"Щукина Ё."_s,
                            u"Weiß & Söhne KG"_s,
                            u"Dr. Q. Xu"_s,
                            u"김철수 (Kim)"_s,
                            u"Ğülşen İnce"_s,
                            u"Zoë D’Arcy"_s,
                            u"X Æ A-12"_s,
                            u"Нина Йовович"_s,
                            u"北京𠮷田工作室"_s};
    QList<Person> people;
    QRandomGenerator random(7);
    for (int i = 0; i < names.size() * 4; ++i) {
        const QString digits = u"%1"_s.arg(random.bounded(1'000'000'000), 9, 10, QChar(u'0'));
        const QString phone = i % 3 == 0   ? u"+46 7%1-%2 %3"_s.arg(digits.first(1), digits.sliced(1, 3), digits.sliced(4, 4))
                              : i % 3 == 1 ? u"8 (9%1) %2-%3-%4"_s.arg(digits.first(2), digits.sliced(2, 3), digits.sliced(5, 2),
                                                                       digits.sliced(7, 2))
                                           : u"+44 20 %1 %2"_s.arg(digits.first(4), digits.sliced(4, 4));
        people << Person{names.at(i % names.size()) + (i >= names.size() ? u" %1"_s.arg(i) : QString()),
                         i % 5 == 0 ? u"Firma AB"_s : QString(),
                         {phone},
                         {u"user.%1_x@Post%2.example"_s.arg(i).arg(i % 7)}};
    }
    return people;
}

bool occurs(const QString &text, const Person &person) {
    const QString folded = text.toCaseFolded();
    for (const QString &value : QStringList{person.name} + person.phones + person.emails) {
        if (value.toCaseFolded().contains(folded))
            return true;
    }
    return false;
}

// What a person could have copied out of a field.
QString pieceOf(const QString &value, int size, QRandomGenerator &random) {
    const int start = random.bounded(int(value.size()));
    return value.sliced(start, std::min<qsizetype>(size, value.size() - start));
}

bool isSplitLetter(const QString &piece) { return piece.front().isLowSurrogate() || piece.back().isHighSurrogate(); }

bool hasContent(const QString &piece) {
    return std::any_of(piece.begin(), piece.end(), [](QChar letter) { return letter.isLetterOrNumber(); });
}

} // namespace

TEST(Occurrence, IsCompleteForAnyPieceOfNamePhoneOrEmail) {
    SearchBase base;
    const QList<Person> people = world();
    QHash<qint64, Person> byId;
    for (const Person &person : people)
        byId.insert(base.add(person), person);
    base.catchUp();
    QRandomGenerator random(11);
    for (int round = 0; round < 1'200; ++round) {
        const Person &person = people.at(random.bounded(int(people.size())));
        const QStringList values = QStringList{person.name} + person.phones + person.emails;
        const QString piece = pieceOf(values.at(random.bounded(int(values.size()))), 1 + random.bounded(9), random);
        if (!hasContent(piece) || isSplitLetter(piece))
            continue;
        const auto hits = base.index().find(base.database(), parseQuery(piece), 500);
        ASSERT_TRUE(hits.has_value()) << hits.error().detail.toStdString();
        QSet<qint64> found;
        for (const Hit &hit : hits->hits)
            found.insert(hit.customerId.value);
        for (auto one = byId.cbegin(); one != byId.cend(); ++one) {
            if (occurs(piece, one.value()))
                ASSERT_TRUE(found.contains(one.key())) << "“" << piece.toStdString() << "” in " << one->name.toStdString() << " "
                                                       << one->phones.join(u' ').toStdString();
        }
    }
}

TEST(Occurrence, ComesBeforeHitsInOtherFieldsUnderTheLimit) {
    SearchBase base;
    for (int i = 0; i < 40; ++i) {
        const qint64 id = base.add({u"Kund %1"_s.arg(i), u"Berg AB"_s, {}, {}, {u"berg"_s}, u"berg"_s, u"Bergen"_s});
        base.addEntry(id, u"berg"_s);
    }
    for (int i = 0; i < 5; ++i)
        base.add({u"Lindberg %1"_s.arg(i)});
    QStringList found = base.find(u"berg"_s, 8).filter(u"Lindberg"_s);
    EXPECT_EQ(found.size(), 5);
}

TEST(Occurrence, IsRealForEveryHit) {
    SearchBase base;
    const QList<Person> people = world();
    for (const Person &person : people)
        base.add(person);
    QRandomGenerator random(13);
    for (int round = 0; round < 300; ++round) {
        const QString word = pieceOf(people.at(random.bounded(int(people.size()))).name, 4, random).trimmed();
        if (word.size() < 3 || word.contains(u' ') || !hasContent(word) || isSplitLetter(word))
            continue;
        for (const Hit &hit : base.findHits(word).hits) {
            if (hit.hitClass == HitClass::OtherSpelling || hit.hitClass == HitClass::SimilarSound)
                continue;
            EXPECT_FALSE(hit.matchedMarks.isEmpty() && hit.nameMarks.isEmpty())
                << word.toStdString() << " in " << hit.name.toStdString() << " as " << int(hit.hitClass);
        }
    }
}
