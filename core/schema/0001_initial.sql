-- Version 1 of the base. Instants are UTC milliseconds (..._at), calendar dates ISO text (..._on; a birthday may lack its year: --MM-DD),
-- money is minor units beside a currency. Every record has id and version; core/README.md says how history, ids and batches are read.
-- Choices of records that come in by thousands are checked by OR: for IN with three words and more each insert fills a table of them first, 3 of the 6 us that
-- an entry took. A base that was made with IN says the same.

CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL UNIQUE,              -- base_id, country, currency, time_zone, language, sort_key_version, ...
    value TEXT NOT NULL
) STRICT;

CREATE TABLE writer (                       -- one PC, or one travel copy; gives the high bits of the ids it makes
    number INTEGER PRIMARY KEY,
    pc TEXT NOT NULL UNIQUE,                -- the PC's own random id, kept in the user's configuration
    name TEXT NOT NULL,
    next_counter INTEGER NOT NULL DEFAULT 1,
    joined_at INTEGER NOT NULL
) STRICT;

CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL
) STRICT;

-- History, undo, feed and recovery: one order of everything that happened.
CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,                -- grows in commit order: every write is BEGIN IMMEDIATE
    id INTEGER NOT NULL UNIQUE,             -- known before COMMIT: after one of unknown outcome it tells
    writer INTEGER NOT NULL REFERENCES writer (number),
    user_id INTEGER REFERENCES user (id),
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,                     -- edit, add, log, task, purchase, tag, trash, import, bulk, merge, undo, redo, settings ...
    subject TEXT NOT NULL DEFAULT '',       -- record kind the act was about
    subject_id INTEGER NOT NULL DEFAULT 0,  -- 0: about no single record
    detail TEXT NOT NULL DEFAULT '{}',      -- JSON that the sentence in the history needs, never a customer's data
    state TEXT NOT NULL DEFAULT 'done' CHECK (state = 'running' OR state = 'done' OR state = 'undone'),
    reverses INTEGER NOT NULL DEFAULT 0     -- of undo and redo: the id of the operation they took back or did again
) STRICT;
CREATE INDEX operation_reverses ON operation (reverses) WHERE reverses <> 0;
CREATE INDEX operation_running ON operation (state) WHERE state = 'running';

CREATE TABLE change (
    seq INTEGER PRIMARY KEY,                -- the feed's cursor
    operation INTEGER NOT NULL REFERENCES operation (id),
    record TEXT NOT NULL,                   -- table name
    record_id INTEGER NOT NULL,
    last_id INTEGER,                        -- of a bulk insert: the records record_id .. last_id, as far as they exist
    about_id INTEGER NOT NULL,              -- the customer whose card shows it, or the record itself; 0 for a range
    what TEXT NOT NULL CHECK (what = 'insert' OR what = 'update' OR what = 'delete'),
    field TEXT NOT NULL DEFAULT '',         -- column name, of updates
    old ANY,                                -- of an update the value before; of a delete the whole row as JSON
    new ANY,
    version INTEGER NOT NULL DEFAULT 1      -- the record's version after this change
) STRICT;
CREATE INDEX change_about ON change (about_id, seq) WHERE about_id <> 0;
CREATE INDEX change_operation ON change (operation, seq);
CREATE INDEX change_range ON change (record_id, last_id) WHERE last_id IS NOT NULL;

CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'organisation')),
    lifecycle TEXT NOT NULL DEFAULT '',     -- lead, prospect, customer, former; empty: unknown
    name TEXT NOT NULL,
    given_name TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '',
    salutation TEXT NOT NULL DEFAULT '',    -- form of address: "Frau Dr. P."
    company TEXT NOT NULL DEFAULT '',
    job_title TEXT NOT NULL DEFAULT '',
    customer_number TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',        -- the main address; further ones are in `address`
    district TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',       -- ISO 3166 alpha-2 where known, else as typed
    birthday_on TEXT NOT NULL DEFAULT '',   -- YYYY-MM-DD or --MM-DD
    gender TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    marital_status TEXT NOT NULL DEFAULT '',
    education TEXT NOT NULL DEFAULT '',
    occupation TEXT NOT NULL DEFAULT '',
    income TEXT NOT NULL DEFAULT '',
    household_size INTEGER,
    hobby TEXT NOT NULL DEFAULT '',
    industry TEXT NOT NULL DEFAULT '',
    company_size TEXT NOT NULL DEFAULT '',
    market_segment TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',        -- how they found us
    score INTEGER,
    status TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    preferred_channel TEXT NOT NULL DEFAULT '',
    preferred_time TEXT NOT NULL DEFAULT '',
    letter_format TEXT NOT NULL DEFAULT '', -- html or plain
    delivery_method TEXT NOT NULL DEFAULT '',
    discount TEXT NOT NULL DEFAULT '',
    likes TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    external_id TEXT,                       -- "id" or "system:id" in the file that it came from
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    trashed_at INTEGER,
    merged_into INTEGER REFERENCES customer (id),
    -- derived, kept by the record layer
    name_folded TEXT NOT NULL DEFAULT '',
    sort_key BLOB NOT NULL DEFAULT x'',     -- collation key of the base's language, see setting sort_key_version
    last_contact_at INTEGER,
    next_due_on TEXT NOT NULL DEFAULT '',
    bought_total INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX customer_sort ON customer (sort_key) WHERE trashed_at IS NULL AND merged_into IS NULL;
CREATE INDEX customer_city ON customer (city);
CREATE UNIQUE INDEX customer_external ON customer (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX customer_name_folded ON customer (name_folded);

CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind = 'phone' OR kind = 'email' OR kind = 'messenger' OR kind = 'social' OR kind = 'web' OR kind = 'video'),
    value TEXT NOT NULL,                    -- as typed
    normalised TEXT NOT NULL DEFAULT '',    -- phone: E.164 and ";ext="; e-mail: lower case; else trimmed
    label TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,    -- the first of its kind is the main one
    opted_out INTEGER NOT NULL DEFAULT 0 CHECK (opted_out IN (0, 1)),
    wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong IN (0, 1))
) STRICT;
CREATE INDEX contact_point_customer ON contact_point (customer_id, kind, position);
CREATE INDEX contact_point_normalised ON contact_point (normalised) WHERE normalised <> '';

CREATE TABLE address (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    label TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    district TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX address_customer ON address (customer_id);

CREATE TABLE relation (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    other_id INTEGER REFERENCES customer (id),
    other_name TEXT NOT NULL DEFAULT '',    -- people and pets without a card
    kind TEXT NOT NULL,                     -- works_at, spouse, child, pet, partner, supplier ...
    role TEXT NOT NULL DEFAULT '',          -- decides, influences, buys, uses ...
    birthday_on TEXT NOT NULL DEFAULT '',
    from_on TEXT NOT NULL DEFAULT '',
    until_on TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX relation_customer ON relation (customer_id);
CREATE INDEX relation_other ON relation (other_id) WHERE other_id IS NOT NULL;

CREATE TABLE important_date (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    label TEXT NOT NULL,
    date_on TEXT NOT NULL,
    yearly INTEGER NOT NULL DEFAULT 1 CHECK (yearly IN (0, 1))
) STRICT;
CREATE INDEX important_date_customer ON important_date (customer_id);

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    colour INTEGER NOT NULL DEFAULT 0,      -- 0..7, the pairs of the theme
    name_folded TEXT NOT NULL UNIQUE        -- derived
) STRICT;

CREATE TABLE customer_tag (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    tag_id INTEGER NOT NULL REFERENCES tag (id)
) STRICT;
CREATE UNIQUE INDEX customer_tag_customer ON customer_tag (customer_id, tag_id);
CREATE INDEX customer_tag_tag ON customer_tag (tag_id, customer_id);

CREATE TABLE custom_field (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL UNIQUE,              -- custom.NAME in rules and mappings
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'choices', 'yes_no', 'money', 'link')),
    choices TEXT NOT NULL DEFAULT '[]',     -- JSON array of texts
    position INTEGER NOT NULL DEFAULT 0,
    trashed_at INTEGER
) STRICT;

CREATE TABLE custom_value (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    custom_field_id INTEGER NOT NULL REFERENCES custom_field (id),
    text TEXT NOT NULL DEFAULT '',          -- text, date (ISO), choice, link; one row for each of several choices
    number REAL                             -- number, yes_no (0, 1), money (main units)
) STRICT;
CREATE INDEX custom_value_customer ON custom_value (customer_id, custom_field_id);
CREATE INDEX custom_value_field ON custom_value (custom_field_id, text);

CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    purpose TEXT NOT NULL DEFAULT '',       -- empty: any purpose
    channel TEXT NOT NULL DEFAULT '',       -- phone, email, sms, messenger, post; empty: any channel
    state TEXT NOT NULL CHECK (state = 'given' OR state = 'refused' OR state = 'withdrawn'),
    decided_at INTEGER NOT NULL,
    how TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consent_customer ON consent (customer_id, decided_at);

CREATE TABLE interaction (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL,                     -- call, email, meeting, message, sms, visit, note, ...
    direction TEXT NOT NULL DEFAULT '' CHECK (direction = '' OR direction = 'in' OR direction = 'out'),
    outcome TEXT NOT NULL DEFAULT '',       -- reached, call_again, no_answer, busy, sent_offer, not_interested, wrong_number, do_not_call
    at INTEGER NOT NULL,
    duration_seconds INTEGER,
    text TEXT NOT NULL DEFAULT '',
    user_id INTEGER REFERENCES user (id),
    contact_point_id INTEGER,               -- the number or address that was used, if known
    pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    external_id TEXT,
    trashed_at INTEGER
) STRICT;
CREATE INDEX interaction_customer ON interaction (customer_id, at, trashed_at); -- whole, so that segments need not read the rows
CREATE UNIQUE INDEX interaction_external ON interaction (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE participant (                  -- further customers who took part
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    interaction_id INTEGER NOT NULL REFERENCES interaction (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    role TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX participant_interaction ON participant (interaction_id);
CREATE INDEX participant_customer ON participant (customer_id);

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER REFERENCES customer (id),
    title TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',          -- call, email, meeting ...: what ticking it offers to log
    due_on TEXT NOT NULL DEFAULT '',        -- local date of the base; empty: some day
    due_at INTEGER,                         -- only where a time was named
    remind_at INTEGER,
    repeat TEXT NOT NULL DEFAULT '',        -- RFC 5545 RRULE
    done_at INTEGER,
    user_id INTEGER REFERENCES user (id),
    interaction_id INTEGER,                 -- the entry whose outcome made it
    note TEXT NOT NULL DEFAULT '',
    external_id TEXT,
    created_at INTEGER NOT NULL,
    trashed_at INTEGER
) STRICT;
CREATE INDEX task_customer ON task (customer_id, due_on);
CREATE INDEX task_due ON task (due_on) WHERE done_at IS NULL AND trashed_at IS NULL;

CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    brand TEXT NOT NULL DEFAULT '',
    price INTEGER,
    external_id TEXT,
    trashed_at INTEGER,
    name_folded TEXT NOT NULL DEFAULT ''    -- derived
) STRICT;
CREATE INDEX product_name ON product (name_folded);
CREATE UNIQUE INDEX product_external ON product (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE purchase (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    purchased_on TEXT NOT NULL,
    amount INTEGER NOT NULL,                -- in the base's currency, minor units; negative: a return
    currency TEXT NOT NULL DEFAULT '',      -- of the original amount, where it is another one
    original_amount INTEGER,
    product_id INTEGER REFERENCES product (id),
    quantity REAL NOT NULL DEFAULT 1,
    paid INTEGER NOT NULL DEFAULT 1 CHECK (paid IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    external_id TEXT,
    trashed_at INTEGER
) STRICT;
CREATE INDEX purchase_customer ON purchase (customer_id, purchased_on, amount, trashed_at);
CREATE INDEX purchase_product ON purchase (product_id, customer_id) WHERE product_id IS NOT NULL;
CREATE UNIQUE INDEX purchase_external ON purchase (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE pipeline (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE stage (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    pipeline_id INTEGER NOT NULL REFERENCES pipeline (id),
    name TEXT NOT NULL,
    probability INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE deal (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    stage_id INTEGER REFERENCES stage (id),
    title TEXT NOT NULL,
    amount INTEGER,
    probability INTEGER,
    expected_on TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'won' OR state = 'lost'),
    reason_lost TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    external_id TEXT,
    created_at INTEGER NOT NULL,
    trashed_at INTEGER
) STRICT;
CREATE INDEX deal_customer ON deal (customer_id);
CREATE UNIQUE INDEX deal_external ON deal (external_id) WHERE external_id IS NOT NULL;

CREATE TABLE support_case (                 -- "case" is a word of SQL
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    title TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',          -- complaint, request ...
    product_id INTEGER REFERENCES product (id),
    severity TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state = 'open' OR state = 'waiting' OR state = 'solved' OR state = 'closed'),
    opened_at INTEGER NOT NULL,
    solved_at INTEGER,
    resolution TEXT NOT NULL DEFAULT '',
    satisfaction INTEGER,
    note TEXT NOT NULL DEFAULT '',
    external_id TEXT,
    trashed_at INTEGER
) STRICT;
CREATE INDEX support_case_customer ON support_case (customer_id, opened_at);

CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    offered_on TEXT NOT NULL,
    product_id INTEGER REFERENCES product (id),
    amount INTEGER,
    probability INTEGER,
    reaction TEXT NOT NULL DEFAULT '',      -- accepted, declined, undecided ...
    note TEXT NOT NULL DEFAULT '',
    external_id TEXT,
    trashed_at INTEGER
) STRICT;
CREATE INDEX offer_customer ON offer (customer_id, offered_on);

CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL,
    rule TEXT NOT NULL,                     -- JSON, version 1
    pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    position INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    trashed_at INTEGER,
    name_folded TEXT NOT NULL DEFAULT ''    -- derived
) STRICT;
CREATE UNIQUE INDEX segment_name ON segment (name_folded) WHERE trashed_at IS NULL;

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL DEFAULT 1,
    operation INTEGER NOT NULL,             -- operation.id
    file_name TEXT NOT NULL,                -- without its folder
    kind TEXT NOT NULL,                     -- customers, interactions, purchases ...
    at INTEGER NOT NULL,
    mapping TEXT NOT NULL DEFAULT '{}',     -- JSON: what was understood of the file and where each column went
    read_count INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    filled INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX import_batch_operation ON import_batch (operation);

CREATE TABLE import_row (                   -- one line for a run of rows with one outcome: row first_row + n made or met record first_id + n
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES import_batch (id),
    first_row INTEGER NOT NULL,             -- 1 is the first data record after the header
    last_row INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome = 'added' OR outcome = 'filled' OR outcome = 'changed' OR outcome = 'unchanged' OR outcome = 'rejected'),
    first_id INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX import_row_batch ON import_row (batch_id, first_row);
