// Countries by their names in the seven languages.
#pragma once

#include <QHash>
#include <QString>

namespace kontor::exchange {

class CountryNames {
public:
    // ISO 3166 alpha-2 where the country is known, else the text as it is.
    QString code(const QString &typed) const;

private:
    void fill() const;
    mutable QHash<QString, QString> m_codes; // by folded name; made with the first name that is no code
};

} // namespace kontor::exchange
