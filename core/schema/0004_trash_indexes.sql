-- Version 4 of the base. What lies in the trash is counted whenever something changes; without these all customers, entries and purchases were read for it.
CREATE INDEX customer_trashed ON customer (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX interaction_trashed ON interaction (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX task_trashed ON task (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX purchase_trashed ON purchase (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX deal_trashed ON deal (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX offer_trashed ON offer (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX support_case_trashed ON support_case (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX attachment_trashed ON attachment (trashed_at) WHERE trashed_at IS NOT NULL;
