// Names in the order of a language: bytes that compare like the names do (in Swedish Å Ä Ö come after Z). Kept in customer.sort_key.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <memory>

namespace kontor {

// Used by one thread at a time.
class Collation {
public:
    // `language`: a code such as "sv" or "zh_CN"; an unknown one gets the common order.
    explicit Collation(const QString &language);
    ~Collation();
    Collation(Collation &&) noexcept;
    Collation &operator=(Collation &&) noexcept;

    QByteArray key(QStringView text) const;

    // Keys of different versions do not compare: setting sort_key_version.
    static QString version();

private:
    struct Rules;
    std::unique_ptr<Rules> m_rules;
};

} // namespace kontor
