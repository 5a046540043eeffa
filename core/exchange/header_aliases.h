// What a column title means, in the seven languages and in the titles that other programs write.
#pragma once

#include "exchange/import_field.h"

#include <QHash>

namespace kontor::exchange {

struct TitleMeaning {
    Field field = Field::None;
    QString label;  // of a contact point or further address: home, work, mobile ...; of a date or relation: what it is
    int number = 0; // "Phone 2": 2
};

class HeaderAliases {
public:
    HeaderAliases();
    // Field::None where the title is not plain in a file of that kind.
    TitleMeaning meaning(FileKind kind, QStringView title) const;

private:
    struct Entry {
        Field field;
        QString label;
    };
    using Table = QHash<QString, Entry>;

    TitleMeaning lookUp(const Table &table, const QString &key) const;

    Table m_customers;
    QHash<int, Table> m_others;           // by FileKind
    QHash<QString, QString> m_qualifiers; // "business" -> "work"
};

// The title as it is compared: folded, letters only; digits come back as the number.
QString titleKey(QStringView title, int *number = nullptr);

} // namespace kontor::exchange
