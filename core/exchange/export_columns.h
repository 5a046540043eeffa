// The columns of an export: which there are depends on what the customers of the base have.
#pragma once

#include "base/clock.h"
#include "db/record.h"

#include <QStringList>

#include <memory>

namespace kontor::exchange {

enum class CellKind { Text, Number, Date, Instant };

class ExportColumns {
public:
    static Result<std::unique_ptr<ExportColumns>> create(db::Database &database, const Clock &clock);

    QStringList titles() const;
    QList<CellKind> kinds() const; // what the cells of each column are
    Result<QStringList> row(const db::Row &customer);

private:
    enum class Kind { Field, Point, PointLabel, Address, Tags, Date, Relation, Own };
    struct Column {
        Kind kind;
        QString title;
        QString key;   // kind of a contact point, label of an address or date, kind of a relation
        QString label; // of a contact point that is told by its column; column of an address
        int index = 0; // position of a field; the how manyth value; id of the user's own field
        qint64 own = 0;
        bool anyLabel = false;
        CellKind cell = CellKind::Text;
    };
    struct Value {
        QString key;
        QString label;
        QString text;
    };
    struct Statements {
        db::BulkStatement points, addresses, tags, dates, relations, own;
    };

    ExportColumns(Statements statements, Clock clock) : m_statements(std::move(statements)), m_clock(std::move(clock)) {}
    void addFields(const QByteArrayList &columns);
    Result<void> addPoints(db::Database &database);
    Result<void> addAddresses(db::Database &database);
    Result<void> addDatesAndRelations(db::Database &database);
    Result<void> addOwnFields(db::Database &database);
    static Result<QList<Value>> valuesOf(db::BulkStatement &statement, Id customer);
    QString fieldText(const db::Row &customer, const Column &column) const;

    Statements m_statements;
    Clock m_clock;
    QList<Column> m_columns;
};

} // namespace kontor::exchange
