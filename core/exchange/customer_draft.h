// One row of a file of customers, understood.
#pragma once

#include "db/record.h"
#include "exchange/cell_reading.h"
#include "exchange/column_map.h"
#include "exchange/country_names.h"
#include "exchange/table.h"

namespace kontor::exchange {

struct DraftPoint {
    QString kind; // phone, email, messenger, social, web, video
    QString value;
    QString normalised;
    QString label;
};

struct DraftAddress {
    QString label, street, district, city, region, postalCode, country;
    QString whole; // in one cell: the street, where no part of the address is known
    bool isEmpty() const;
};

struct DraftCustomValue {
    int column = 0; // of the file: which custom field it is
    QString text;
};

struct DraftConsent {
    QString channel; // phone, email, sms, messenger, post; empty: any
    QString state;   // given, refused, withdrawn
    std::optional<Instant> decidedAt;
    QString evidence;
};

struct CustomerDraft {
    QString externalId;
    QStringList companyRefs; // external ids of the organisations that the person works for
    db::Values values;       // all fields of the record `customer`, as for a new one
    QList<int> given;        // which of them the row has
    bool nameIsMade = false; // from an e-mail address or a number: never written over a real one
    QList<DraftPoint> points;
    QStringList tags;
    QList<DraftAddress> addresses; // beyond the main one
    QList<DraftCustomValue> customValues;
    QList<std::pair<QString, QString>> dates;     // label and day
    QList<std::pair<QString, QString>> relations; // kind and name
    QList<DraftConsent> consents;
    bool isBounced = false; // mails to the first address come back

    QString text(int field) const { return values.at(field).text(); }
};

// Positions of the fields of the record `customer` that the import looks at by name.
struct CustomerFields {
    CustomerFields();
    int kind, lifecycle, name, givenName, familyName, salutation, company, customerNumber, externalId, createdAt, country, street,
        district, city, region, postalCode, birthday, gender;
    int of(Field field) const; // the position of a plain text field, -1 where it is none

private:
    QHash<int, int> m_plain;
};

class CustomerReader {
public:
    CustomerReader(const ColumnMap &map, const QStringList &titles, const QList<DateStyle> &dateStyles,
                   const ReadingContext &context);
    // A reason where the row cannot be taken in.
    std::optional<QString> read(const TableRecord &record, CustomerDraft &draft);
    const CustomerFields &fields() const { return m_fields; }

private:
    struct NameParts {
        QString middle, prefix, suffix;
    };
    // What the columns of one channel say of what the customer allowed.
    struct ConsentParts {
        std::optional<Instant> givenAt, withdrawnAt;
        QStringList evidence, reasons, optOuts;
    };
    struct RowState {
        NameParts name;
        QHash<QString, DraftAddress> addresses; // by group
        QStringList groups;                     // in the order of the file
        QHash<int, QString> phoneLabels, emailLabels;
        QHash<QString, QString> valueLabels;  // by field and number: what the next value of that number is
        QMap<QString, ConsentParts> consents; // by channel
        QString birthYear, birthMonth, birthDay;
        bool kindIsGiven = false;
    };

    QString readCell(int column, QStringView cell, CustomerDraft &draft, RowState &state);
    QString readChecked(int column, const QString &text, CustomerDraft &draft, RowState &state);
    // By the column of labels that stands before the value; empty where there is none.
    static QString namedLabel(const Column &column, const RowState &state);
    QString dateLabel(int column, const RowState &state) const;
    bool readNamePart(Field field, const QString &text, CustomerDraft &draft, RowState &state);
    bool readContact(const Column &column, const QString &text, CustomerDraft &draft, RowState &state);
    bool readAddressPart(const Column &column, const QString &text, RowState &state);
    // customer_consents.cpp. False: the field is none of consents; `problem`: what is wrong with the cell.
    bool readConsent(int column, const QString &text, CustomerDraft &draft, RowState &state, QString &problem) const;
    QString readDecision(int column, const QString &text, ConsentParts &parts) const;
    QString readConsentTime(int column, const QString &text, std::optional<Instant> &at) const;
    void finishConsents(CustomerDraft &draft, const RowState &state) const;
    void set(CustomerDraft &draft, int field, const db::Value &value) const;
    void addPoints(CustomerDraft &draft, const QString &kind, const QString &text, const QString &label) const;
    void finishPoints(CustomerDraft &draft, const RowState &state) const;
    void finishAddresses(CustomerDraft &draft, const RowState &state) const;
    QString finishBirthday(CustomerDraft &draft, const RowState &state, const QString &title) const;
    std::optional<QString> finishName(CustomerDraft &draft, const RowState &state) const;

    const ColumnMap &m_map;
    QStringList m_titles;
    QList<DateStyle> m_dateStyles;
    const ReadingContext &m_context;
    CustomerFields m_fields;
    CountryNames m_countries;
    db::Values m_defaults;
};

// What a row has in a column: the cell, or what all rows have there.
QStringView cellOf(const TableRecord &record, const Column &column, int index);

// The parts of a cell that holds several values.
QStringList splitTags(const QString &text);
QStringList splitEmails(const QString &text);
QStringList splitPhones(const QString &text);
QStringList splitIds(const QString &text);

// The title of a column for sentences: "column 3" where it has none.
QString titleOf(const QStringList &titles, int column);

} // namespace kontor::exchange
