-- Entries about forgotten accounts are sealed with the master key: a rotation finds them among millions of others.
CREATE INDEX trust_entry_tombstones ON trust_entry (id) WHERE account_id IS NULL AND sealed IS NOT NULL;
