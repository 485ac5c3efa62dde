-- Requests that somebody sends for somebody else, by a mandate: account_id is whose request it is.
ALTER TABLE request_envelope ADD COLUMN actor_id uuid;
ALTER TABLE request_envelope ADD COLUMN mandate_id uuid;
CREATE INDEX request_envelope_by_actor ON request_envelope (actor_id, id DESC) WHERE actor_id IS NOT NULL;
COMMENT ON COLUMN request_envelope.actor_id IS 'pseudonym: who sent it for the account; erased when the actor’s account is closed';
COMMENT ON COLUMN request_envelope.mandate_id IS 'pseudonym: by which mandate; with the row';

ALTER TABLE request_held ADD COLUMN actor_id uuid;
ALTER TABLE request_held ADD COLUMN mandate_id uuid;
CREATE INDEX request_held_by_mandate ON request_held (mandate_id) WHERE mandate_id IS NOT NULL;
COMMENT ON COLUMN request_held.actor_id IS 'pseudonym: who sends it for the account; with the row';
COMMENT ON COLUMN request_held.mandate_id IS 'pseudonym: by which mandate; with the row';
