CREATE TABLE login_password (
  account_id uuid PRIMARY KEY,
  hash       text NOT NULL,
  set_at     timestamptz NOT NULL
);
COMMENT ON COLUMN login_password.account_id IS 'pseudonym: whose password; erased when the account is closed';
COMMENT ON COLUMN login_password.hash IS 'credential: Argon2id hash with its parameters and salt; erased when the password changes or the account is closed';
COMMENT ON COLUMN login_password.set_at IS 'operational: when the password was set; with the row';
