#include "base/sort_key.h"

#include <unicode/coll.h>
#include <unicode/uversion.h>

namespace kontor {

namespace {

constexpr int kKeyFormat = 1; // ours: which strength and which letters are left out

// Marks of direction and quotation at the front would sort a company away from its name.
QStringView withoutLeadingSigns(QStringView text) {
    qsizetype start = 0;
    while (start < text.size() && !text.at(start).isLetterOrNumber() && !text.at(start).isSurrogate())
        ++start;
    return start == text.size() ? text.trimmed() : text.sliced(start);
}

} // namespace

struct Collation::Rules {
    std::unique_ptr<icu::Collator> collator;
};

Collation::Collation(const QString &language) : m_rules(std::make_unique<Rules>()) {
    UErrorCode status = U_ZERO_ERROR;
    m_rules->collator.reset(icu::Collator::createInstance(icu::Locale::createFromName(language.toUtf8().constData()), status));
    if (U_FAILURE(status)) {
        m_rules->collator.reset();
        return;
    }
    m_rules->collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
    m_rules->collator->setStrength(icu::Collator::TERTIARY);
}

Collation::~Collation() = default;
Collation::Collation(Collation &&) noexcept = default;
Collation &Collation::operator=(Collation &&) noexcept = default;

QByteArray Collation::key(QStringView text) const {
    const QStringView bare = withoutLeadingSigns(text);
    if (!m_rules->collator)
        return bare.toString().toCaseFolded().toUtf8();
    const auto letters = reinterpret_cast<const UChar *>(bare.utf16());
    QByteArray key(64, Qt::Uninitialized);
    int32_t size = m_rules->collator->getSortKey(letters, int32_t(bare.size()), reinterpret_cast<uint8_t *>(key.data()),
                                                 int32_t(key.size()));
    if (size > key.size()) {
        key.resize(size);
        size = m_rules->collator->getSortKey(letters, int32_t(bare.size()), reinterpret_cast<uint8_t *>(key.data()),
                                             int32_t(key.size()));
    }
    key.resize(size > 0 ? size - 1 : 0); // without its closing zero byte
    return key;
}

QString Collation::version() {
    UVersionInfo library;
    u_getVersion(library);
    return QStringLiteral("%1.icu%2").arg(kKeyFormat).arg(int(library[0]));
}

} // namespace kontor
