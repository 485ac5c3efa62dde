-- Identity from outside: who proves elsewhere who they are gets into the account that they connected.

CREATE TABLE federation_link (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL,
  provider     text NOT NULL,
  subject      bytea NOT NULL UNIQUE,
  strong       boolean NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  UNIQUE (account_id, provider)
);
COMMENT ON COLUMN federation_link.id IS 'pseudonym: which link; until it is removed, or the account is recovered or closed';
COMMENT ON COLUMN federation_link.account_id IS 'pseudonym: whose; with the row';
COMMENT ON COLUMN federation_link.provider IS 'operational: at which provider; with the row';
COMMENT ON COLUMN federation_link.subject IS 'credential: keyed hash of the provider''s name for the person; with the row';
COMMENT ON COLUMN federation_link.strong IS 'operational: whether it once proved two factors; with the row';
COMMENT ON COLUMN federation_link.created_at IS 'operational: when it was connected; with the row';
COMMENT ON COLUMN federation_link.last_used_at IS 'operational: when it last opened the account; with the row';
