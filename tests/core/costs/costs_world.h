// A base with so many customers, each with five entries and two purchases, as three files bring them.
#pragma once

#include "exchange/importer.h"
#include "support/temporary_base.h"
#include "support/work_counter.h"

namespace kontor::tests {

class CostsWorld {
public:
    explicit CostsWorld(int customers);

    // Of the files in the order in which they were taken in: customers, interactions, purchases.
    const exchange::ImportReport &report() const { return m_report; }
    qint64 importStatements() const { return m_importStatements; }
    void addEntries(int customer, int entries); // customers are counted from 1
    Id customer(int number);

    TemporaryBase base;

private:
    QString write(const QString &name, const QByteArray &content) const;

    exchange::ImportReport m_report;
    qint64 m_importStatements = 0;
    int m_entries = 0;
};

} // namespace kontor::tests
