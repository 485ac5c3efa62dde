-- What somebody is filling in. The key is in that person's browser only: nobody here can open it.
CREATE TABLE form_draft (
  id         uuid PRIMARY KEY,
  service    text NOT NULL,
  version    bigint NOT NULL,
  content    bytea NOT NULL,
  sent       boolean NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX form_draft_by_expiry ON form_draft (expires_at);
COMMENT ON COLUMN form_draft.id IS 'pseudonym: names the draft in its address; erased after 30 days';
COMMENT ON COLUMN form_draft.service IS 'public: what is asked for; erased with the draft';
COMMENT ON COLUMN form_draft.version IS 'operational: counts the changes, so that two tabs do not overwrite each other; erased with the draft';
COMMENT ON COLUMN form_draft.content IS 'sealed: the answers so far, once sent only where to go on, under a key that only the browser has; answers erased on sending or after 30 days';
COMMENT ON COLUMN form_draft.sent IS 'operational: whether it has become a request, so that it is sent once; erased with the draft';
COMMENT ON COLUMN form_draft.expires_at IS 'operational: when the draft is erased; erased with the draft';

CREATE TABLE form_upload (
  id       uuid PRIMARY KEY,
  draft_id uuid NOT NULL REFERENCES form_draft ON DELETE CASCADE,
  size     bigint NOT NULL,
  meta     bytea NOT NULL,
  content  bytea NOT NULL
);
ALTER TABLE form_upload ALTER COLUMN content SET STORAGE EXTERNAL; -- ciphertext does not compress
CREATE INDEX form_upload_by_draft ON form_upload (draft_id);
COMMENT ON COLUMN form_upload.id IS 'pseudonym: names the file within its draft; erased on sending or after 30 days';
COMMENT ON COLUMN form_upload.draft_id IS 'pseudonym: the draft it belongs to; erased on sending or after 30 days';
COMMENT ON COLUMN form_upload.size IS 'operational: bytes, for the limit of a draft; erased on sending or after 30 days';
COMMENT ON COLUMN form_upload.meta IS 'sealed: name, kind and question of the file, under a key that only the browser has; erased on sending or after 30 days';
COMMENT ON COLUMN form_upload.content IS 'sealed: the file, under a key that only the browser has; erased on sending or after 30 days';
