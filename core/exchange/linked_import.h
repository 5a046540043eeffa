// What hangs on a customer (interactions, purchases, deals), and products: found again by external id, else by being the same in all that counts.
#pragma once

#include "exchange/customer_matcher.h"
#include "exchange/record_import.h"

namespace kontor::exchange {

struct LinkedSetup {
    ColumnMap map;
    QStringList titles;
    QList<DateStyle> dateStyles;
    const ReadingContext &context;
    OnMatch onMatch = OnMatch::Fill;
};

Result<std::unique_ptr<RecordImport>> createInteractionImport(db::Database &database, LinkedSetup setup);
Result<std::unique_ptr<RecordImport>> createPurchaseImport(db::Database &database, LinkedSetup setup);
Result<std::unique_ptr<RecordImport>> createProductImport(db::Database &database, LinkedSetup setup);
Result<std::unique_ptr<RecordImport>> createDealImport(db::Database &database, LinkedSetup setup);
Result<std::unique_ptr<RecordImport>> createTaskImport(db::Database &database, LinkedSetup setup);
Result<std::unique_ptr<RecordImport>> createCaseImport(db::Database &database, LinkedSetup setup);

// An address in a cell, and whose it is by the column's label: from, to, or nothing that matters.
struct LinkedAddress {
    QString text;
    QString label;
};

struct LinkedDraft : RowDraft {
    explicit LinkedDraft(const db::RecordType &type) : type(type), values(type.defaults) {}
    void set(const char *column, const db::Value &value);
    const db::Value &value(const char *column) const { return values.at(type.indexOf(column)); }
    bool has(const char *column) const { return given.contains(type.indexOf(column)); }

    const db::RecordType &type;
    QString externalId;
    QStringList customerRefs; // the first that is somebody counts
    QString phone;
    QList<LinkedAddress> emails; // the first of a customer tells which
    QString matchedLabel;        // of that one
    QList<Id> others;            // customers of the further addresses and ids
    QString product, category;   // names of records that the row needs, and that may have to be made
    QString stage;
    bool isDone = false; // of a task
    QList<RowFile> files;
    db::Values values;
    QList<int> given;
};

class LinkedImport : public RecordImport {
public:
    Result<void> beginStep() final;
    std::unique_ptr<RowDraft> read(const TableRecord &record) final;
    Result<RowResult> take(RowDraft &draft, qint64 row, ImportWriter &writer) final;

protected:
    struct Statements {
        std::unique_ptr<CustomerMatcher> matcher;
        RowReader reader;
        db::BulkStatement external, same, ownerOfDeal, commitsOfOthers;
    };
    static Result<Statements> prepare(db::Database &database, const db::RecordType &type, const QString &sameSql);
    LinkedImport(const db::RecordType &type, LinkedSetup setup, Statements statements);

    // Of the thread that reads.
    virtual void beginRow() {} // forgets the row before
    // A problem with the cell, empty for none. Cells without text are not shown.
    virtual QString readCell(int column, const QString &text, LinkedDraft &draft) = 0;
    // After all cells: what is missing. The reason where the row cannot be taken in.
    virtual QString finishReading(LinkedDraft &draft) = 0;

    // Of the thread that takes in.
    virtual Result<void> complete(LinkedDraft &, ImportWriter &) { return {}; }           // with what must be looked up or made
    virtual Result<void> addUnder(Id, const LinkedDraft &, ImportWriter &) { return {}; } // what hangs on a new record
    // What a record lacks that is not in the base yet, though it would do for one that is. The reason, empty for nothing.
    virtual QString missingForNew(const LinkedDraft &) const { return {}; }
    // Binds `same`, the statement that gives the ids of records equal in all that counts.
    virtual void bindSame(const LinkedDraft &draft, db::BulkStatement &same) = 0;
    virtual bool needsCustomer() const { return true; }
    // A row that names nobody is taken in without a customer.
    virtual bool mayLackCustomer() const { return false; }
    // Two equal rows of one file are two purchases, but one product.
    virtual bool repeatsAreOne() const { return false; }
    // An index of the base says that no two records have one id.
    virtual bool ownIdIsUnique() const { return true; }

    QString title(int column) const { return titleOf(m_setup.titles, column); }
    // What the cell says as a value of that field; the problem with it, empty for none.
    QString setInstant(int column, const QString &text, const char *field, LinkedDraft &draft) const;
    QString setDay(int column, const QString &text, const char *field, LinkedDraft &draft) const;
    // When the record was made: of a new one only, and now where no cell told.
    QString setCreated(int column, const QString &text, LinkedDraft &draft) const;
    void createNow(LinkedDraft &draft, ImportWriter &writer) const;

    const db::RecordType &m_type;
    LinkedSetup m_setup;

private:
    QString readCells(const TableRecord &record, LinkedDraft &draft);
    Result<QString> findCustomer(LinkedDraft &draft);
    Result<Id> findByEmails(LinkedDraft &draft);
    Result<Id> findByRefs(LinkedDraft &draft);
    Result<Id> customerOf(const QString &ref);
    Result<Id> findExisting(LinkedDraft &draft, ImportWriter &writer);
    Result<RowResult> merge(Id existing, const LinkedDraft &draft, ImportWriter &writer);

    bool isTriedAsNew(const LinkedDraft &draft) const;
    // nullopt: a record has the row's own id already.
    Result<std::optional<RowResult>> add(LinkedDraft &draft, ImportWriter &writer);

    Statements m_statements;
    // Rows come by blocks of customers, so most are about one who was met before. Valid as long as nobody else commits.
    QHash<QString, Id> m_customers;
    qint64 m_commitsOfOthers = 0;
    bool m_wasNew = false; // the row before
    QSet<Id> m_met;        // records without external id that a row of this file stands for already
};

} // namespace kontor::exchange
