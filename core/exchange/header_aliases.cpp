#include "exchange/header_aliases.h"

#include "base/fold.h"
#include "exchange/header_words.h"

namespace kontor::exchange {

QString titleKey(QStringView title, int *number) {
    QString key;
    int digits = 0;
    bool numberEnded = false;
    for (QChar c : fold(title)) {
        if (c.isLetter() || c.isMark() || c.isSurrogate()) {
            key += c;
            numberEnded = digits > 0;
        } else if (c.isDigit() && !numberEnded && digits < 100) {
            digits = digits * 10 + c.digitValue();
        }
    }
    if (number)
        *number = digits;
    return key;
}

HeaderAliases::HeaderAliases() {
    const auto fill = [](Table &table, std::span<const HeaderWords> lines) {
        for (const HeaderWords &line : lines) {
            for (QStringView word : QStringView(line.words).split(u'|'))
                table.insert(titleKey(word), {line.field, QString::fromUtf16(line.label)});
        }
    };
    fill(m_customers, customerHeaderWords());
    for (FileKind kind : kFileKinds) {
        if (kind != FileKind::Customers)
            fill(m_others[int(kind)], otherHeaderWords(kind));
    }
    for (const QualifierWords &line : qualifierWords()) {
        for (QStringView word : QStringView(line.words).split(u'|'))
            m_qualifiers.insert(titleKey(word), QString::fromUtf16(line.label));
    }
}

// The key itself, or the key without a word that only qualifies it: "homephone", "phonework", "mailingcity".
TitleMeaning HeaderAliases::lookUp(const Table &table, const QString &key) const {
    if (const auto exact = table.constFind(key); exact != table.cend())
        return {exact->field, exact->label, 0};
    qsizetype longest = 0;
    TitleMeaning meaning;
    for (auto qualifier = m_qualifiers.cbegin(); qualifier != m_qualifiers.cend(); ++qualifier) {
        const QString &word = qualifier.key();
        if (word.size() <= longest || word.size() >= key.size())
            continue;
        auto found = key.startsWith(word) ? table.constFind(key.mid(word.size())) : table.cend();
        if (found == table.cend() && key.endsWith(word))
            found = table.constFind(key.chopped(word.size()));
        if (found == table.cend())
            continue;
        longest = word.size();
        meaning = {found->field, found->label.isEmpty() ? qualifier.value() : found->label, 0};
    }
    return meaning;
}

TitleMeaning HeaderAliases::meaning(FileKind kind, QStringView title) const {
    int number = 0;
    const QString key = titleKey(title, &number);
    if (key.isEmpty())
        return {};
    TitleMeaning meaning = kind == FileKind::Customers ? lookUp(m_customers, key) : lookUp(m_others.value(int(kind)), key);
    meaning.number = number;
    return meaning;
}

} // namespace kontor::exchange
