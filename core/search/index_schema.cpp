#include "search/index_schema.h"

#include "base/fold.h"
#include "base/phone.h"
#include "base/transliterate.h"
#include "search/document_source.h"

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFormat = 1; // of the tables here and of makeDocument()

// Letters, numbers, marks and private characters make words; text comes folded, so accents are no matter of the tokenizer. Without sizes of
// columns, which only ranking needs. A bigger heap between flushes means fewer segments to merge while the index is made.
constexpr QStringView kScript = uR"(
CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    format TEXT NOT NULL,
    stage INTEGER NOT NULL DEFAULT 0,
    cursor INTEGER NOT NULL DEFAULT 0,
    cursor_operation INTEGER NOT NULL DEFAULT 0,
    piece_at INTEGER NOT NULL DEFAULT 0,
    customers_to INTEGER NOT NULL DEFAULT 0,
    entries_to INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    latin TEXT NOT NULL,
    sound TEXT NOT NULL,
    company TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    tags TEXT NOT NULL,
    rest TEXT NOT NULL
) STRICT;
CREATE INDEX document_name ON document (name);
CREATE INDEX document_company ON document (company) WHERE company <> '';
CREATE TABLE gram (term TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE words USING fts5(name, latin, company, email, tags, rest, content='', columnsize=0, prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
CREATE VIRTUAL TABLE sounds USING fts5(sound, content='', columnsize=0, detail=none);
CREATE VIRTUAL TABLE grams USING fts5(name, company, email, phone, tags, rest, content='', columnsize=0, tokenize="trigram case_sensitive 1");
CREATE VIRTUAL TABLE entry_words USING fts5(text, content='', columnsize=0, prefix='2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
INSERT INTO grams (grams, rank) VALUES ('hashsize', 33554432);
INSERT INTO entry_words (entry_words, rank) VALUES ('hashsize', 33554432);
)";

} // namespace

QString indexFormat() {
    return u"%1 %2 %3 %4 %5"_s.arg(kFormat)
        .arg(kFoldVersion)
        .arg(kTransliterationVersion)
        .arg(kPhoneVersion)
        .arg(searchableFieldsKey());
}

Result<void> makeIndexTables(db::Database &database) {
    for (const QString &table :
         {u"words"_s, u"sounds"_s, u"grams"_s, u"entry_words"_s, u"entry"_s, u"gram"_s, u"document"_s, u"state"_s})
        TRY_VOID(database.execute(u"DROP TABLE IF EXISTS "_s + table));
    TRY_VOID(database.executeScript(kScript.toString()));
    return database.execute(u"INSERT INTO state (id, format) VALUES (1, ?)"_s, {indexFormat()});
}

} // namespace kontor::search
