-- Version 5: an own field names the group of the card that it stands in.
ALTER TABLE custom_field ADD COLUMN field_group TEXT NOT NULL DEFAULT '';  -- reach, about, buys; else a title of the person's own; empty: own fields
