// The entries of a CommerceML file (1C) as rows of tables: titles that the column map knows, and texts.
#pragma once

#include "exchange/xml_source.h"

#include <QHash>
#include <QList>

#include <utility>

namespace kontor::exchange {

enum class CommerceMlKind { Counterparty, Product, Offer, Document };

struct CommerceMlRow {
    QList<std::pair<QString, QString>> cells; // title and text; a title stands there once
    QString problem;                          // why it is not for taking in

    // A title with an empty text is added too, so that the table has its column. A text for a title that is there goes on a line of its own.
    void set(const QString &title, const QString &text);
    QString text(QStringView title) const;
};

// What an entry means depends on these.
struct CommerceMlContext {
    QHash<QString, QString> groups; // names of the classifier's groups by their id
    bool hasSales = false;          // orders or deliveries are in the file, so that its invoices belong to them
};

// What the documents of one 3.1 container have to do with each other: they are one order's.
struct CommerceMlContainer {
    bool isOpen = false;
    QString sale; // the document that was taken for the order
};

// `document`: the one that names it, nullptr where it stands in a list of its own.
CommerceMlRow counterpartyRow(const XmlElement &counterparty, const XmlElement *document);
CommerceMlRow productRow(const XmlElement &product, const CommerceMlContext &context);
CommerceMlRow offerRow(const XmlElement &offer);
CommerceMlRow documentRow(const XmlElement &document, const CommerceMlContext &context, CommerceMlContainer &container);

// An order or a delivery: what is a purchase here.
bool isSale(const XmlElement &document);
// Elements that no title has a place for, under their own names, so that the report names them.
void addOthers(CommerceMlRow &row, const XmlElement &element, const QStringList &known);
bool isTrue(const QString &text);

} // namespace kontor::exchange
