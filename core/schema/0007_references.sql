-- Version 7 of the base. Who points at a record is looked for when it is deleted for good or an act that made it is taken back; without these all
-- entries, tasks, offers and cases were read for it.
CREATE INDEX interaction_contact_point ON interaction (contact_point_id) WHERE contact_point_id IS NOT NULL;
CREATE INDEX task_interaction ON task (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX offer_product ON offer (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX support_case_product ON support_case (product_id) WHERE product_id IS NOT NULL;
