#include "history/history_export.h"

#include "history_fixture.h"

#include <QFile>
#include <QSignalSpy>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class HistoryExportTest : public HistoryFixture {
protected:
    QStringList exported(const history::HistoryQuery &query) {
        const QString path = m_base.folder() + u"/history.csv"_s;
        QSignalSpy done(page<ui::HistoryPage>()->exporter(), &ui::HistoryExport::done);
        page<ui::HistoryPage>()->exporter()->write(query, path);
        EXPECT_TRUE(done.count() > 0 || done.wait(kPatience));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll()).split(u"\r\n"_s, Qt::SkipEmptyParts);
    }
};

} // namespace

TEST_F(HistoryExportTest, WritesWhoChangedWhatFromWhatToWhat) {
    setCity(m_anna, u"Malmö"_s);
    setCity(m_anna, u"Lund"_s);
    setCity(m_lars, u"Lomma"_s);
    openWindow();
    const QStringList lines = exported({.customer = m_anna});
    ASSERT_GE(lines.size(), 4);
    EXPECT_TRUE(lines[0].endsWith(u"When,Who,What,Customer,Change,Before,After"_s)) << lines[0].toStdString();
    EXPECT_TRUE(lines[1].contains(u",Maria,"_s) && lines[1].endsWith(u"Anna Petrova,City,Malmö,Lund"_s))
        << lines[1].toStdString();
    EXPECT_TRUE(lines[2].endsWith(u"City,,Malmö"_s)) << lines[2].toStdString();
    EXPECT_TRUE(lines.filter(u"Lomma"_s).isEmpty());
}

TEST_F(HistoryExportTest, WritesEveryChangeOfALargeAct) {
    const int customers = 600;
    expectDone(m_base->write({u"bulk"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<void> {
        for (int i = 0; i < customers; ++i) {
            Customer customer;
            customer.name = u"Customer %1"_s.arg(i);
            TRY_VOID(recorder.insert(customer));
        }
        return {};
    }));
    openWindow();
    history::HistoryQuery query;
    query.kinds = {u"bulk"_s};
    EXPECT_EQ(exported(query).size(), customers + 1);
}
