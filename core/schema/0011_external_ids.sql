-- Version 11: a file of tasks or cases is taken in again by their ids; without these indexes each row read all of them.
CREATE INDEX task_external ON task (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX support_case_external ON support_case (external_id) WHERE external_id IS NOT NULL;
