-- Version 2: files on a card. The content stands in pieces, so that no transaction is large; a linked file has none.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    name TEXT NOT NULL,                     -- of the file, without its folder
    size INTEGER NOT NULL DEFAULT 0,        -- bytes
    sha256 TEXT NOT NULL DEFAULT '',        -- of the content, hexadecimal; empty: linked
    path TEXT NOT NULL DEFAULT '',          -- of a linked file; empty: kept here
    added_at INTEGER NOT NULL,
    trashed_at INTEGER
) STRICT;
CREATE INDEX attachment_customer ON attachment (customer_id, added_at);

CREATE TABLE attachment_piece (             -- without history: pieces are written once, before their attachment, and outlive its undoing
    attachment_id INTEGER NOT NULL,
    number INTEGER NOT NULL,                -- 0, 1, 2 ...
    content BLOB NOT NULL,
    PRIMARY KEY (attachment_id, number)
) STRICT;
