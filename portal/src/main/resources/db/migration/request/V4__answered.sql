-- How long people wait for a first word is counted once a request.
ALTER TABLE request_envelope ADD COLUMN answered_at timestamptz;
UPDATE request_envelope SET answered_at = state_since WHERE state NOT IN ('received', 'fetched', 'accepted');
COMMENT ON COLUMN request_envelope.answered_at IS 'operational: when the unit first said something about it, so that this is counted once; with the row';
