-- Version 3 of the base: indexes without which one act read everything.

-- When a customer is removed SQLite looks for those merged into it; taking back an import of many took time by their square.
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
-- The card asks for what is pinned each time it is opened.
CREATE INDEX interaction_pinned ON interaction (customer_id, at) WHERE pinned = 1;
