#include "data_care/past_imports.h"

#include "core/data_care/care_world.h"
#include "exchange/importer.h"

#include <QFile>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::data_care;

namespace {

class PastImportsTest : public CareWorld {
protected:
    exchange::ImportReport take(const QByteArray &content) {
        QFile file(m_base.folder() + u"/customers.csv"_s);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        return valueOf(exchange::importFiles(*m_base, {file.fileName()}));
    }
    QList<PastImport> imports() { return valueOf(pastImports(m_base->database(), 100)); }
};

const QByteArray kFile = "Name;Phone;City\nAnna Petrova;070-174 06 35;Malmö\nLars Åkesson;070-174 06 36;Lund\n";

} // namespace

TEST_F(PastImportsTest, NameWhatCameInAndWhetherItWasTakenBack) {
    const auto report = take(kFile);
    ASSERT_EQ(imports().size(), 1);
    EXPECT_EQ(imports().first().fileName, u"customers.csv"_s);
    EXPECT_EQ(imports().first().added, 2);
    EXPECT_EQ(imports().first().state, u"done"_s);
    EXPECT_EQ(imports().first().author, u"Maria"_s);
    valueOf(exchange::undoImport(*m_base, report));
    EXPECT_EQ(imports().first().state, u"undone"_s);
}

TEST_F(PastImportsTest, SayWhoWasEditedSinceAndTheUndoKeepsExactlyThose) {
    const auto report = take(kFile);
    const auto edited = [this] {
        return valueOf(editedSinceImport(m_base->database(), m_base->catalogue(), imports().first().operation));
    };
    EXPECT_TRUE(edited().isEmpty());
    const Id anna{valueOf(m_base->database().single(u"SELECT id FROM customer WHERE name = 'Anna Petrova'"_s)).integer()};
    const qint64 version = valueOf(db::find<Customer>(m_base->database(), anna))->version;
    valueOf(m_base->write({u"edit"_s, "customer", anna}, [&](workspace::Recorder &recorder) {
        return setCustomerFields(recorder, anna, version, {{"city", u"Ystad"_s}});
    }));
    EXPECT_EQ(edited(), QList<Id>{anna});
    EXPECT_EQ(valueOf(exchange::undoImport(*m_base, report)).keptBecauseEdited, 1);
    EXPECT_EQ(valueOf(m_base->database().single(u"SELECT count(*) FROM customer"_s)).integer(), 1);
    EXPECT_EQ(name(anna), u"Anna Petrova"_s);
}
