#include "e2e/jobs_world.h"

#include "customers/customer_repository.h"
#include "exchange/importer.h"
#include "purchases/purchase_repository.h"

#include <QFile>
#include <QTextStream>

namespace kontor::tests {

using namespace Qt::StringLiterals;

namespace {
// Counting segments over so many takes a machine with other work longer than the few of the other tests; what may not wait is measured apart.
constexpr int kPatienceWithManyMs = 120'000;
} // namespace

JobsWorld::JobsWorld() {
    anna = add(u"Anna Petrova"_s, u"Volga Trade"_s, u"Malmö"_s, u"+46 70 100 45 12"_s, 61'400);
    lars = add(u"Lars Åkesson"_s, u"Åkesson Bygg"_s, u"Lund"_s, u"+46 70 101 99 99"_s, 12'400);
}

Id JobsWorld::add(const QString &name, const QString &company, const QString &city, const QString &phone, qint64 bought) {
    NewCustomer draft;
    draft.customer.name = name;
    draft.customer.company = company;
    draft.customer.city = city;
    draft.customer.lifecycle = u"customer"_s;
    draft.phones = {phone};
    return valueOf(m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<Id> {
        TRY(id, addCustomer(recorder, draft));
        Purchase purchase;
        purchase.customerId = id;
        purchase.amount = bought * 100;
        purchase.purchasedOn = QDate(m_base->clock().today().year() - 1, 6, 1).toString(Qt::ISODate);
        TRY_VOID(addPurchase(recorder, purchase));
        return id;
    }));
}

void JobsWorld::addOthers(int customers) {
    m_patienceMs = kPatienceWithManyMs;
    const QStringList given{u"Erik"_s, u"Olga"_s,  u"Siân"_s,   u"Björn"_s, u"Иван"_s,
                            u"李伟"_s, u"Greta"_s, u"Maryam"_s, u"Otto"_s};
    const QStringList family{u"Lindqvist"_s, u"Sidorova"_s, u"Llewelyn"_s, u"Dahl"_s, u"Иванов"_s, u"Berg"_s, u"Karimi"_s};
    const QStringList cities{u"Malmö"_s, u"Lund"_s, u"Lomma"_s, u"Ystad"_s, u"Kivik"_s};
    const QDate today = m_base->clock().today();
    const auto write = [&](const QString &name, const QString &header, const auto &line) {
        const QString path = m_base.folder() + u'/' + name;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        QTextStream out(&file);
        out << header << '\n';
        for (int i = 0; i < customers; ++i)
            line(out, i);
        return path;
    };
    const QString people = write(u"customers.csv"_s, u"id,display_name,phone1,email1,city"_s, [&](QTextStream &out, int i) {
        out << i + 1 << ',' << given[i % given.size()] << ' ' << family[i % family.size()] << ' ' << i << ",+4672"
            << 1'000'000 + i << ",p" << i << "@mail.example," << cities[i % cities.size()] << '\n';
    });
    const QString calls =
        write(u"interactions.csv"_s, u"id,customer_id,at,kind,direction,summary"_s, [&](QTextStream &out, int i) {
            for (int k = 0; k < 2; ++k)
                out << 2 * i + k + 1 << ',' << i + 1 << ',' << today.addDays(-(i * 7 + k * 31) % 700 - 1).toString(Qt::ISODate)
                    << " 10:00,call,out,Asked about the offer " << i << '\n';
        });
    const QString purchases =
        write(u"purchases.csv"_s, u"id,customer_id,date,product,quantity,amount"_s, [&](QTextStream &out, int i) {
            out << i + 1 << ',' << i + 1 << ',' << today.addDays(-i % 900 - 1).toString(Qt::ISODate) << ",Mower,1," << i % 997
                << ".50\n";
        });
    const auto report = exchange::importFiles(*m_base, {people, calls, purchases});
    EXPECT_TRUE(report) << (report ? "" : qPrintable(report.error().message));
}

void JobsWorld::openWindow() {
    m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
    m_driver->setPatience(m_patienceMs);
    ASSERT_TRUE(tests::openBase(m_driver->window(), m_base.path()));
}

qint64 JobsWorld::count(const QString &table, const QString &where) {
    return valueOf(m_base->database().single(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(table, where))).integer();
}

QString JobsWorld::text(const QString &query) { return valueOf(m_base->database().single(query)).text(); }

void JobsWorld::shortcut(int key, Qt::KeyboardModifiers modifiers) {
    ++m_acts;
    m_driver->press(key, modifiers);
}

void JobsWorld::value(const QString &text) {
    ++m_acts;
    m_driver->type(text);
}

void JobsWorld::valueAfterTab(const QString &text) {
    m_driver->press(Qt::Key_Tab);
    value(text);
}

void JobsWorld::click(QWidget *widget, const QPoint &place) {
    ++m_acts;
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, place);
    QCoreApplication::sendPostedEvents();
}

ui::CustomerCardPage *JobsWorld::openAnna() { return m_driver->openCard(u"1004512"_s, anna); }

} // namespace kontor::tests
