-- Version 9: rows of a file that were taken in in another order than they stand in it.
ALTER TABLE import_row ADD COLUMN row_numbers BLOB; -- of the run, 32 bits each, the lowest byte first; then last_row - first_row tells their count alone. NULL: they follow each other
