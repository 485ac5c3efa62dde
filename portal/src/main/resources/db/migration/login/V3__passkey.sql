CREATE TABLE login_passkey (
  id            uuid PRIMARY KEY,
  account_id    uuid NOT NULL,
  credential_id bytea NOT NULL UNIQUE,
  credential    bytea NOT NULL,
  sign_count    bigint NOT NULL,
  name          bytea NOT NULL,
  created_at    timestamptz NOT NULL,
  last_used_at  timestamptz
);
CREATE INDEX login_passkey_account ON login_passkey (account_id);
COMMENT ON COLUMN login_passkey.id IS 'operational: which passkey; erased when its owner removes it or closes the account';
COMMENT ON COLUMN login_passkey.account_id IS 'pseudonym: whose passkey; with the row';
COMMENT ON COLUMN login_passkey.credential_id IS 'credential: under which id the device knows it; with the row';
COMMENT ON COLUMN login_passkey.credential IS 'credential: attested credential data (W3C Web Authentication 6.5.1), with the public key only; with the row';
COMMENT ON COLUMN login_passkey.sign_count IS 'credential: how often it signed, as it says itself, to notice a copy; with the row';
COMMENT ON COLUMN login_passkey.name IS 'personal: how its owner calls it, encrypted under the account''s data key; with the row';
COMMENT ON COLUMN login_passkey.created_at IS 'operational: when it was added; with the row';
COMMENT ON COLUMN login_passkey.last_used_at IS 'operational: when it last proved who its owner is; with the row';

CREATE TABLE login_spent_challenge (
  mark       bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX login_spent_challenge_expires ON login_spent_challenge (expires_at);
COMMENT ON COLUMN login_spent_challenge.mark IS 'operational: a challenge that was answered, so that nobody answers it again; erased once it has expired';
COMMENT ON COLUMN login_spent_challenge.expires_at IS 'operational: when the challenge expires by itself; with the row';
