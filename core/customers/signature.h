// What stands below a letter, or on a card, as one text: taken apart into what a new customer needs.
#pragma once

#include <QString>
#include <QStringList>

namespace kontor {

struct Signature {
    QString name;
    QString company;
    QString jobTitle;
    QStringList phones; // as written, without "Tel.:"
    QStringList emails;
    QString website;

    // Else it is a name, or a text like any other.
    bool hasSeveralParts() const {
        return !phones.isEmpty() + !emails.isEmpty() + !name.isEmpty() + !company.isEmpty() + !website.isEmpty() > 1;
    }
};

Signature parseSignature(const QString &text);

} // namespace kontor
