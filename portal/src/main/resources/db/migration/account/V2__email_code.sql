-- Somebody shows by a code that they read the mail of an address.
CREATE TABLE account_email_code (
  id          bytea PRIMARY KEY,
  code        bytea NOT NULL,
  sealed      bytea NOT NULL,
  tries       smallint NOT NULL DEFAULT 0,
  sent        smallint NOT NULL DEFAULT 1,
  valid_until timestamptz NOT NULL,
  erase_at    timestamptz NOT NULL
);
CREATE INDEX account_email_code_by_end ON account_email_code (erase_at);
COMMENT ON COLUMN account_email_code.id IS 'credential: keyed hash of the token in the browser; erased when used, at the latest after an hour';
COMMENT ON COLUMN account_email_code.code IS 'credential: keyed hash of the code; erased when used, at the latest after an hour';
COMMENT ON COLUMN account_email_code.sealed IS 'personal: what the code is for (such as the name and address of a registration), sealed with the master key; erased when used, at the latest after an hour';
COMMENT ON COLUMN account_email_code.tries IS 'operational: wrong tries; with the row';
COMMENT ON COLUMN account_email_code.sent IS 'operational: how often a code was sent; with the row';
COMMENT ON COLUMN account_email_code.valid_until IS 'operational: end of the code; with the row';
COMMENT ON COLUMN account_email_code.erase_at IS 'operational: when the row goes; with the row';
