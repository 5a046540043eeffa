#include "core/costs/costs_world.h"

#include <QFile>

namespace kontor::tests {

using namespace Qt::StringLiterals;

namespace {

constexpr int kEntriesEach = 5;
constexpr int kPurchasesEach = 2;
constexpr auto kEntryTitles = "id,customer_id,at,kind,direction,summary\n";

// So that the entries of one customer do not stand together: the n-th row is of another customer than its neighbours.
int customerOf(int row, int customers) { return 1 + int(qint64(row) * 7919 % customers); }

QByteArray people(int customers) {
    static const char *const given[] = {"Anna", "Björn", "Иван", "Siân", "Otto", "Maryam"};
    static const char *const family[] = {"Schmidt", "Lindqvist", "Орлов", "Llewelyn", "Karimi"};
    QByteArray rows = "id,display_name,company,phone1,email1,city,tags\n";
    for (int i = 1; i <= customers; ++i)
        rows += QByteArray::number(i) + ',' + given[i % 6] + ' ' + family[i % 5] + QByteArray::number(i) + ",Firm " +
                QByteArray::number(i % 97) + ",+4672" + QByteArray::number(1'000'000 + i) + ",p" + QByteArray::number(i) +
                "@mail.example,City " + QByteArray::number(i % 40) + ",vip\n";
    return rows;
}

QByteArray entries(int first, int count, int customers) {
    QByteArray rows = kEntryTitles;
    for (int i = 0; i < count; ++i)
        rows += QByteArray::number(first + i) + ',' + QByteArray::number(customerOf(i, customers)) + ",2025-0" +
                QByteArray::number(1 + i * 8 / count) + "-10 10:00,call,out,Asked about the offer\n";
    return rows;
}

QByteArray purchases(int count, int customers) {
    QByteArray rows = "id,customer_id,date,product,quantity,amount\n";
    for (int i = 0; i < count; ++i)
        rows += QByteArray::number(i + 1) + ',' + QByteArray::number(customerOf(i, customers)) + ",2025-06-01,Mower,1,12.50\n";
    return rows;
}

} // namespace

CostsWorld::CostsWorld(int customers) : m_entries(customers * kEntriesEach) {
    const QStringList files{write(u"customers.csv"_s, people(customers)), write(u"interactions.csv"_s, entries(1, m_entries, customers)),
                            write(u"purchases.csv"_s, purchases(customers * kPurchasesEach, customers))};
    const WorkCounter counter(base->database());
    m_report = valueOf(exchange::importFiles(*base, files));
    m_importStatements = counter.statements();
}

QString CostsWorld::write(const QString &name, const QByteArray &content) const {
    const QString path = base.folder() + u'/' + name;
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    return path;
}

void CostsWorld::addEntries(int customer, int count) {
    QByteArray rows = kEntryTitles;
    for (int i = 0; i < count; ++i)
        rows += QByteArray::number(++m_entries) + ',' + QByteArray::number(customer) + ",2024-01-10 10:" +
                QByteArray::number(10 + i % 50) + ",call,out,Asked again\n";
    valueOf(exchange::importFiles(*base, {write(u"more.csv"_s, rows)}));
}

Id CostsWorld::customer(int number) {
    return Id{valueOf(base->database().single(u"SELECT id FROM customer WHERE external_id = ?"_s, {QString::number(number)})).integer()};
}

} // namespace kontor::tests
