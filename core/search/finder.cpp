#include "search/finder.h"

#include "search/expression.h"

#include <algorithm>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kGram = 3;
constexpr int kTermsAtOnce = 200;
constexpr int kMostCandidates = 5'000;                // of a long word beside short ones
const QChar kLast[] = {QChar(0xDBFF), QChar(0xDFFF)}; // U+10FFFF: after every text that begins the same

QString endOf(const QString &beginning) { return beginning + QString(kLast, 2); }

bool isWordLetter(QChar letter) { return letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate(); }

bool beginsAWord(QStringView column, QStringView word) {
    for (qsizetype at = column.indexOf(word); at >= 0; at = column.indexOf(word, at + 1)) {
        if (at == 0 || !isWordLetter(column.at(at - 1)) || column.at(at).unicode() >= 0x3040)
            return true;
    }
    return false;
}

bool hasWord(QStringView column, QStringView word) {
    return letterCount(word) >= kGram ? column.contains(word) : beginsAWord(column, word);
}

bool hasDigits(const Document &document, const Term &term) {
    return std::any_of(term.digitForms.begin(), term.digitForms.end(),
                       [&](const QString &digits) { return digits.size() >= kGram && document.phone.contains(digits); });
}

// The class of a customer all of whose terms are found, with short words as beginnings; nothing where one is missing.
std::optional<HitClass> classOf(const Document &document, const Query &query) {
    HitClass worst = HitClass::InsideWord;
    for (const Term &term : query.terms) {
        if (hasDigits(document, term))
            continue;
        for (const QString &word : term.words) {
            const bool isNear = hasWord(document.name, word) || hasWord(document.company, word) ||
                                hasWord(document.email, word) || hasWord(document.tags, word);
            if (!isNear && !hasWord(document.rest, word))
                return std::nullopt;
            if (!isNear)
                worst = HitClass::Other;
        }
    }
    return worst;
}

} // namespace

Result<FoundSet> Finder::run() {
    if (m_query.isEmpty() || m_limit <= 0)
        return FoundSet();
    TRY_VOID(findOccurrences());
    if (!isFull())
        TRY_VOID(findOthers());
    if (!isFull())
        TRY_VOID(findEntries());
    const bool isComplete = !isFull();
    if (!isComplete)
        m_found.removeLast(); // in the order of finding, before they are sorted for showing
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) { return a.hitClass < b.hitClass; });
    return FoundSet{m_found, isComplete};
}

void Finder::add(qint64 customerId, HitClass hitClass, qint64 entryId) {
    if (m_seen.contains(customerId))
        return;
    m_seen.insert(customerId);
    m_found << Found{customerId, hitClass, entryId};
}

// Reads only as many rows as are wanted: the limit is where it stops.
Result<void> Finder::collect(const QString &sql, const db::Values &values, HitClass hitClass) {
    TRY(statement, m_store.database().prepareBulk(sql, values));
    while (!isFull()) {
        TRY(more, statement.next());
        if (!more)
            return {};
        add(statement.integer(0), hitClass);
    }
    return {};
}

Result<void> Finder::match(const QString &table, const QString &columns, const std::optional<QString> &expression,
                           HitClass hitClass) {
    if (isFull() || !expression)
        return {};
    const QString filtered = columns.isEmpty() ? *expression : u"{%1} : (%2)"_s.arg(columns, *expression);
    return collect(u"SELECT rowid FROM %1 WHERE %1 MATCH ?"_s.arg(table), {filtered}, hitClass);
}

Result<void> Finder::beginningColumn(const QString &column, HitClass hitClass) {
    if (isFull())
        return {};
    return collect(u"SELECT id FROM document WHERE %1 >= ? AND %1 < ? AND %1 <> '' ORDER BY %1"_s.arg(column),
                   {m_query.text, endOf(m_query.text)}, hitClass);
}

Result<void> Finder::findOccurrences() {
    TRY_VOID(findNumberEnds());
    TRY_VOID(beginningColumn(u"name"_s, HitClass::NamePrefix));
    TRY_VOID(match(u"words"_s, u"name"_s, beginnings(m_query), HitClass::NameWord));
    TRY_VOID(match(u"words"_s, u"email"_s, beginnings(m_query), HitClass::Email));
    TRY_VOID(findInNumbers());
    if (letterCount(m_query.text) < kGram)
        return matchShort(u"name email"_s, m_query.text, HitClass::InsideWord);
    return match(u"grams"_s, u"name email phone"_s, quoted(m_query.text), HitClass::InsideWord);
}

Result<void> Finder::findNumberEnds() {
    if (!m_query.isNumber())
        return {};
    for (const QString &digits : m_query.terms.first().digitForms) {
        if (digits.size() >= kGram)
            TRY_VOID(match(u"grams"_s, u"phone"_s, quoted(digits + u'\n'), HitClass::PhoneTail));
    }
    return {};
}

Result<void> Finder::findInNumbers() {
    if (!m_query.isNumber())
        return {};
    for (const QString &digits : m_query.terms.first().digitForms)
        TRY_VOID(digits.size() < kGram ? matchShort(u"phone"_s, digits, HitClass::Phone)
                                       : match(u"grams"_s, u"phone"_s, quoted(digits), HitClass::Phone));
    return {};
}

// One or two letters are no part of their own in the index: all parts that begin with them are looked up.
Result<void> Finder::matchShort(const QString &columns, const QString &text, HitClass hitClass) {
    QString after = text;
    while (!isFull()) {
        TRY(statement,
            m_store.database().prepareBulk(u"SELECT term FROM gram WHERE term > ? AND term < ? ORDER BY term LIMIT ?"_s));
        statement.bind(0, QStringView(after));
        statement.bind(1, QStringView(endOf(text)));
        statement.bind(2, qint64(kTermsAtOnce));
        QStringList terms;
        while (true) {
            TRY(more, statement.next());
            if (!more)
                break;
            after = statement.text(0);
            terms << quoted(after);
        }
        if (!terms.isEmpty())
            TRY_VOID(match(u"grams"_s, columns, terms.join(u" OR "_s), hitClass));
        if (terms.size() < kTermsAtOnce)
            return {};
    }
    return {};
}

Result<void> Finder::findOthers() {
    const std::optional<QString> all = beginnings(m_query);
    const std::optional<QString> spellings = otherSpellings(m_query);
    const QString latin =
        spellings ? u"latin "_s : QString(); // names in Latin letters; pieces of addresses are not looked up there
    TRY_VOID(beginningColumn(u"company"_s, HitClass::CompanyPrefix));
    TRY_VOID(match(u"words"_s, QString(), spellings, HitClass::OtherSpelling));
    TRY_VOID(match(u"words"_s, u"tags"_s, all, HitClass::Tag));
    TRY_VOID(match(u"words"_s, u"name %1company email tags"_s.arg(latin), all, HitClass::Words));
    TRY_VOID(findInsides());
    TRY_VOID(match(u"sounds"_s, QString(), otherSounds(m_query), HitClass::SimilarSound));
    return match(u"words"_s, u"name %1company email tags rest"_s.arg(latin), all, HitClass::Other);
}

Result<void> Finder::findInsides() {
    const std::optional<QString> expression = insides(m_query);
    if (isFull() || !expression)
        return {};
    TRY(statement, m_store.database().prepareBulk(u"SELECT rowid FROM grams WHERE grams MATCH ?"_s));
    statement.bind(0, QStringView(*expression));
    for (int candidates = 0; candidates < kMostCandidates && !isFull(); ++candidates) {
        TRY(more, statement.next());
        if (!more)
            return {};
        const qint64 id = statement.integer(0);
        if (m_seen.contains(id))
            continue;
        TRY(document, m_store.find(id));
        if (const auto hitClass = document ? classOf(*document, m_query) : std::nullopt)
            add(id, *hitClass);
    }
    return {};
}

// The newest first; of customers that can be found. Words of one letter are looked at in the text: there are too many to look up.
Result<void> Finder::findEntries() {
    Query longer = m_query;
    QStringList letters;
    for (Term &term : longer.terms) {
        for (const QString &word : std::as_const(term.words)) {
            if (letterCount(word) < 2)
                letters << word;
        }
        term.words.removeIf([](const QString &word) { return letterCount(word) < 2; });
    }
    const std::optional<QString> expression = beginnings(longer);
    if (!expression)
        return {};
    TRY(statement, m_store.database().prepareBulk(
                       u"SELECT e.customer_id, e.id, e.text FROM entry_words w CROSS JOIN entry e ON e.id = w.rowid "
                       "CROSS JOIN document d ON d.id = e.customer_id WHERE w.entry_words MATCH ? ORDER BY w.rowid DESC"_s));
    statement.bind(0, QStringView(*expression));
    for (int candidates = 0; candidates < kMostCandidates && !isFull(); ++candidates) {
        TRY(more, statement.next());
        if (!more)
            return {};
        const QString text = letters.isEmpty() ? QString() : statement.text(2);
        if (std::all_of(letters.begin(), letters.end(), [&](const QString &word) { return beginsAWord(text, word); }))
            add(statement.integer(0), HitClass::Entry, statement.integer(1));
    }
    return {};
}

} // namespace kontor::search
