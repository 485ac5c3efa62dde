CREATE TABLE login_authenticator (
  account_id   uuid PRIMARY KEY,
  secret       bytea NOT NULL,
  last_step    bigint NOT NULL,
  active       boolean NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX login_authenticator_begun ON login_authenticator (created_at) WHERE NOT active;
COMMENT ON COLUMN login_authenticator.account_id IS 'pseudonym: whose authenticator app; erased when its owner removes it, does not finish setting it up within an hour, or closes the account';
COMMENT ON COLUMN login_authenticator.secret IS 'credential: what app and portal share (RFC 6238), encrypted under the account''s data key; with the row';
COMMENT ON COLUMN login_authenticator.last_step IS 'operational: the time step of the newest code that was accepted, so that none is accepted twice; with the row';
COMMENT ON COLUMN login_authenticator.active IS 'operational: whether a first code has proved that an app has the secret; with the row';
COMMENT ON COLUMN login_authenticator.created_at IS 'operational: when setting it up began; with the row';
COMMENT ON COLUMN login_authenticator.last_used_at IS 'operational: when it last proved who its owner is; with the row';

CREATE TABLE login_recovery_code (
  account_id uuid NOT NULL,
  hash       bytea NOT NULL,
  PRIMARY KEY (account_id, hash)
);
COMMENT ON COLUMN login_recovery_code.account_id IS 'pseudonym: whose recovery code; erased when it is used, a new set replaces it, or the account is closed';
COMMENT ON COLUMN login_recovery_code.hash IS 'credential: keyed hash of a code of 120 random bits; with the row';
