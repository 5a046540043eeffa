// One contact of an address book as cells with the titles of our own table, so that everything behind the titles takes it in as a row.
#pragma once

#include "exchange/row_file.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace kontor::exchange {

struct ContactCard {
    struct Cell {
        QString title;
        QString text;
    };
    struct Group {
        QString name;
        QStringList members; // their keys
    };

    QList<Cell> cells;
    qint64 line = 0;
    QString problem;            // why it cannot be taken in
    QStringList keys;           // by which groups name it
    std::optional<Group> group; // it is no contact but names some
    QList<RowFile> files;
};

struct ContactAddress {
    QString label, poBox, extended, street, city, region, postalCode, country;
    bool isEmpty() const;
};

// Gathers what a card says in any order. `rank`: 1 is the most preferred, kNoRank where nothing is said; among equals the file's order holds.
class ContactCardBuilder {
public:
    static constexpr int kNoRank = 101;

    explicit ContactCardBuilder(QString keptTitle) : m_keptTitle(std::move(keptTitle)) {}

    bool set(const QString &title, const QString &text); // false: it has another text already
    bool has(const QString &title) const { return m_set.contains(title); }
    void add(const QString &title, const QString &text); // one of several; without a text, nothing
    void addPhone(const QString &text, const QString &label, int rank = kNoRank);
    void addEmail(const QString &text, const QString &label, int rank = kNoRank);
    void addAddress(const ContactAddress &address, int rank = kNoRank);
    void addTag(QString name);
    void addNote(const QString &text);
    void keep(const QString &line);                           // what no field of ours is for
    void leaveOut(const QString &title, const QString &what); // a column that is not taken in, so that the report names it
    // A photo by its bytes; the first is the customer's, further ones are kept beside it. `problem`: why there are none.
    void addPhoto(const QByteArray &content, const QString &problem = {});
    qsizetype addresses() const { return m_addresses.size(); }

    QList<ContactCard::Cell> cells();
    QList<RowFile> files() { return std::move(m_files); }

private:
    template <class T>
    struct Ranked {
        int rank;
        T value;
    };
    struct Point {
        QString text, label;
    };
    void addPoints(QList<Ranked<Point>> &points, const QString &title);

    QString m_keptTitle;
    QList<ContactCard::Cell> m_cells;
    QSet<QString> m_set;
    QList<Ranked<Point>> m_phones, m_emails;
    QList<Ranked<ContactAddress>> m_addresses;
    QStringList m_tags, m_notes, m_kept;
    qsizetype m_keptSize = 0;
    QList<RowFile> m_files;
};

// "tel:+46-70-100;ext=5" and "+46 70 100,,5" as "+46 70 100 ext. 5": one number is one number.
QString plainPhone(const QString &text);
// 19630921, 1963-09-21T10:00Z, --0921: as our own columns have it; empty where it is no day.
QString plainDate(const QString &text, int yearOmitted = 0);

} // namespace kontor::exchange
