// Addresses and contacts of a CommerceML counterparty as cells of its row.
#pragma once

#include "exchange/commerceml_row.h"

namespace kontor::exchange {

// `label`: with the dot before it, as the titles of further addresses have it; empty for the main one.
void addAddress(CommerceMlRow &row, const XmlElement &address, const QString &label);

// Phones, e-mail addresses and the like of one row, numbered through.
class ContactCells {
public:
    explicit ContactCells(CommerceMlRow &row) : m_row(row) {}
    // Those in <Контакты>. `ownerName`: whose they are, where not the counterparty's own; it is their label.
    void add(const XmlElement &owner, const QString &ownerName);

private:
    void addOne(const XmlElement &contact, const QString &ownerName);
    void addPoint(const QString &title, int &count, const QString &value, const QString &label);

    CommerceMlRow &m_row;
    int m_phones = 0, m_emails = 0, m_sites = 0;
};

} // namespace kontor::exchange
