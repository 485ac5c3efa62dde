-- A code that somebody who lost every second factor gets by letter or at the counter: the newest counts.
CREATE TABLE login_issued_code (
  account_id  uuid PRIMARY KEY,
  hash        bytea NOT NULL,
  valid_until timestamptz NOT NULL
);
CREATE INDEX login_issued_code_by_end ON login_issued_code (valid_until);
COMMENT ON COLUMN login_issued_code.account_id IS 'pseudonym: which account the code helps to recover; when it is used or over (after 21 days at the latest), or the account is closed';
COMMENT ON COLUMN login_issued_code.hash IS 'credential: keyed hash of the code; with the row';
COMMENT ON COLUMN login_issued_code.valid_until IS 'operational: end of the code; with the row';
