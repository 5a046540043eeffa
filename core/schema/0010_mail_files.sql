-- Version 10: a file may have come with an entry, as the attachment of a mail.
ALTER TABLE attachment ADD COLUMN interaction_id INTEGER; -- the entry
CREATE INDEX attachment_interaction ON attachment (interaction_id) WHERE interaction_id IS NOT NULL;
