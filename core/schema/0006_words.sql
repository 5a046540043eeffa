-- Version 6: outcomes and types of customers that people change. Without rows the built-in ones hold; the first change writes them all down.
CREATE TABLE outcome (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,                     -- as interaction.outcome stores it
    wording TEXT NOT NULL DEFAULT '',       -- empty: the built-in word
    step_unit TEXT NOT NULL DEFAULT '' CHECK (step_unit IN ('', 'hours', 'days', 'working_days', 'weeks', 'months')),
    step_count INTEGER NOT NULL DEFAULT 0,
    step_hour INTEGER NOT NULL DEFAULT 0 CHECK (step_hour IN (0, 1)),
    step_title TEXT NOT NULL DEFAULT '',
    step_kind TEXT NOT NULL DEFAULT '',
    marks_phone_wrong INTEGER NOT NULL DEFAULT 0 CHECK (marks_phone_wrong IN (0, 1)),
    refuses_calls INTEGER NOT NULL DEFAULT 0 CHECK (refuses_calls IN (0, 1)),
    position INTEGER NOT NULL DEFAULT 0,
    is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1))
) STRICT;

CREATE TABLE customer_type (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,                     -- as customer.lifecycle stores it
    wording TEXT NOT NULL DEFAULT '',       -- empty: the built-in word
    colour INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    is_removed INTEGER NOT NULL DEFAULT 0 CHECK (is_removed IN (0, 1))
) STRICT;
