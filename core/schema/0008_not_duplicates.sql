-- Version 8: pairs of which a person said that they are two. The smaller id stands first.
CREATE TABLE not_duplicate (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    other_id INTEGER NOT NULL REFERENCES customer (id)
) STRICT;
CREATE UNIQUE INDEX not_duplicate_pair ON not_duplicate (customer_id, other_id);
CREATE INDEX not_duplicate_other ON not_duplicate (other_id);
