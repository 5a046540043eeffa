// Customers with what belongs to them: contact points, further addresses, tags, the user's own fields, dates, relations, organisations.
#pragma once

#include "exchange/customer_matcher.h"
#include "exchange/known_rows.h"
#include "exchange/record_import.h"

namespace kontor::exchange {

class CustomerImport : public RecordImport {
public:
    struct Setup {
        CustomerReader reader;
        ColumnMap map;
        QStringList titles;
        const ReadingContext &context;
        OnMatch onMatch = OnMatch::Fill;
        bool companies = false;
        QString tag; // that all get
        MatchRule matchRule;
        KnownRows knownRows;
        QHash<qint64, OnMatch> exceptions = {}; // by row
        bool tellsMatches = false;              // in the results
        QString feed = {};                      // whose run this is; empty: of none
        QMap<QString, QString> ownFieldKinds = {}; // see FileChoices
    };
    static Result<std::unique_ptr<RecordImport>> create(db::Database &database, Setup setup);

    Result<void> begin(ImportWriter &writer) override;
    std::unique_ptr<RowDraft> read(const TableRecord &record) override;
    Result<RowResult> take(RowDraft &draft, qint64 row, ImportWriter &writer) override;

private:
    struct OwnField {
        Id id;
        QString name;
        QString kind;
        QString title; // of the column
    };
    struct OwnValue {
        Id field;
        QString text;
        std::optional<double> number;
        bool isEmpty() const { return text.isEmpty() && !number; }
        friend bool operator==(const OwnValue &, const OwnValue &) = default;
    };
    struct KnownOwnValue { // of the customer whom the row met
        Id id;
        qint64 version = 0;
        OwnValue value;
    };
    struct Draft : RowDraft {
        CustomerDraft customer;
        QList<OwnValue> ownValues;
        QList<RowFile> files;
    };
    struct Statements {
        RowReader customer;
        db::BulkStatement points, tagOf, tagsOfCustomer, addresses, dates, relations, ownValues, organisation, consents, files;
    };

    CustomerImport(Setup setup, std::unique_ptr<CustomerMatcher> matcher, Statements statements);

    Result<Id> match(qint64 row, const ImportWriter &writer);
    Result<std::optional<RowMatch>> describe(Id existing, const ImportWriter &writer);
    Result<RowResult> takeAs(Id existing, ImportWriter &writer);
    Result<RowResult> add(ImportWriter &writer);
    Result<RowResult> merge(Id existing, ImportWriter &writer);
    void compareOwnFields(Difference &difference, const db::Row &existing);
    QString readOwnValues(Draft &draft) const;

    struct KnownPoint { // of the customer whom the row met
        Id id;
        QString kind, value, normalised, label;
        bool isInRow = false;
        bool is(const DraftPoint &point) const {
            return kind == point.kind &&
                   (value == point.value || (!point.normalised.isEmpty() && normalised == point.normalised));
        }
    };
    Result<QList<KnownPoint>> knownPoints(Id customer);
    // true: the point took the place of one that the feed itself had brought.
    Result<bool> replacePoint(const DraftPoint &point, QList<KnownPoint> &known, ImportWriter &writer);
    Result<bool> overwritePoint(const DraftPoint &point, Id old, ImportWriter &writer);

    // Each returns whether something was added to that customer.
    Result<bool> addPoints(Id customer, bool isNew, ImportWriter &writer, const db::Row *existing, Difference *difference);
    Result<bool> addTags(Id customer, bool isNew, ImportWriter &writer);
    Result<bool> addAddresses(Id customer, bool isNew, ImportWriter &writer);
    Result<bool> addDates(Id customer, bool isNew, ImportWriter &writer);
    Result<bool> addRelations(Id customer, bool isNew, ImportWriter &writer);
    Result<bool> addConsents(Id customer, bool isNew, ImportWriter &writer);
    // `noted`: what was left out. Without `difference` where the customer is new.
    Result<bool> addFiles(Id customer, ImportWriter &writer, QString &noted, Difference *difference);
    // own_value_import.cpp. Own fields that are there already follow the same rule as fields of the card.
    Result<void> addOwnValues(Id customer, ImportWriter &writer);
    Result<void> mergeOwnValues(Id customer, ImportWriter &writer, Difference &difference);
    Result<QList<KnownOwnValue>> knownOwnValues(Id customer, Id field);
    Result<void> replaceOwnValues(Id customer, const QList<KnownOwnValue> &known, const QList<OwnValue> &wanted,
                                  ImportWriter &writer);
    Result<void> addOwnValue(Id customer, const OwnValue &value, ImportWriter &writer);
    // With the organisations that the row names by their ids. `noted`: what could not be linked.
    Result<bool> linkCompanyIds(Id customer, ImportWriter &writer, QString &noted);
    Result<void> takeCompanyName();
    Result<bool> markBounced(Id customer, ImportWriter &writer);
    Result<bool> linkCompany(Id customer, ImportWriter &writer);
    Result<Id> tagNamed(const QString &name, ImportWriter &writer);
    Result<Id> organisationNamed(const QString &name, ImportWriter &writer);
    Result<bool> addRelation(Id customer, bool isNew, const QString &kind, Id other, const QString &otherName,
                             ImportWriter &writer);

    Setup m_setup;
    std::unique_ptr<CustomerMatcher> m_matcher;
    Statements m_statements;
    CustomerDraft m_draft; // of the row that is taken in
    OnMatch m_onMatch = OnMatch::Fill;
    bool m_isKnownRow = false; // it was looked for among the rows of the same file
    bool m_isMetById = false;  // by the id of the source
    QList<OwnValue> m_ownValues;
    QList<RowFile> m_files;
    QMap<int, OwnField> m_ownFields;    // by column of the file
    QHash<QString, Id> m_tags;          // by folded name
    QHash<QString, Id> m_organisations; // by folded name
};

} // namespace kontor::exchange
