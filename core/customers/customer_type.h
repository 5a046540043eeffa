// What a customer is to us: the type that lists and cards show as a chip. Four are built in; people name, colour and order them, and add their own.
#pragma once

#include "db/record.h"
#include "workspace/word_list.h"

#include <QCoreApplication>

namespace kontor {

struct CustomerType {
    Id id; // invalid: built in, and nobody changed the list yet
    qint64 version = 0;
    QString name;      // as customer.lifecycle stores it: lead, prospect, customer, former
    QString wording;   // the person's own word; empty: the built-in one
    qint64 colour = 0; // 0..7, the pairs of the theme
    qint64 position = 0;
    bool isRemoved = false;

    QString label() const;
    static QList<CustomerType> builtIn();
    static workspace::WordMessages messages();
    static constexpr qsizetype kMost = 40;
    friend bool operator==(const CustomerType &, const CustomerType &) = default;

    static constexpr const char *kTable = "customer_type";
    static auto fields() {
        using db::field, db::FieldKind;
        return std::tuple(field("name", &CustomerType::name).technical(),
                          field("wording", &CustomerType::wording, QT_TRANSLATE_NOOP("kontor::fields", "Name")),
                          field("colour", &CustomerType::colour, QT_TRANSLATE_NOOP("kontor::fields", "Colour")),
                          field("position", &CustomerType::position).technical(),
                          field("is_removed", &CustomerType::isRemoved).technical());
    }
};

using CustomerTypeList = workspace::WordList<CustomerType>;

struct CustomerTypeUse {
    CustomerType type;
    qint64 customers = 0;
    bool isListed = true; // false: a file brought it, and nobody put it on the list
};
// In their order, without those that were removed; at the end what only customers carry.
Result<QList<CustomerTypeUse>> customerTypeUses(db::Database &database);

// A value of the field as a person gives it, checked; a type may be given by its name or by its label. Errors: Invalid.
Result<db::Value> customerValueFromText(db::Database &database, const db::FieldInfo &field, const QString &text);

} // namespace kontor
