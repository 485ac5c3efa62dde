-- A draft whose sender pays for it is left until that is done.
ALTER TABLE form_draft ADD COLUMN left_as bytea;
CREATE INDEX form_draft_left ON form_draft (id) WHERE left_as IS NOT NULL;
COMMENT ON COLUMN form_draft.left_as IS 'sealed: the address where its sender goes on once it is paid, under a key that only the browser has; erased when it is paid or changed, or after 30 days';
