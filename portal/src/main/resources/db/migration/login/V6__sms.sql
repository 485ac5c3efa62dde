CREATE TABLE login_sms (
  account_id   uuid PRIMARY KEY,
  number       bytea NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz
);
COMMENT ON COLUMN login_sms.account_id IS 'pseudonym: whose mobile number for codes; erased when its owner removes it, recovers the account by a kept code, or closes the account';
COMMENT ON COLUMN login_sms.number IS 'personal: the mobile number, encrypted under the account''s data key; with the row';
COMMENT ON COLUMN login_sms.created_at IS 'operational: when a code showed that its owner has this number; with the row';
COMMENT ON COLUMN login_sms.last_used_at IS 'operational: when it last proved who its owner is; with the row';

CREATE TABLE login_sms_code (
  id          bytea PRIMARY KEY,
  account_id  uuid NOT NULL,
  code        bytea NOT NULL,
  number      bytea NOT NULL,
  tries       smallint NOT NULL DEFAULT 0,
  valid_until timestamptz NOT NULL,
  erase_at    timestamptz NOT NULL
);
CREATE INDEX login_sms_code_account ON login_sms_code (account_id);
CREATE INDEX login_sms_code_erase ON login_sms_code (erase_at);
COMMENT ON COLUMN login_sms_code.id IS 'credential: keyed hash of account, purpose and browser, so that a code is good in the browser that asked for it only; erased when the code is used, the number is changed or removed, or an hour after it was sent';
COMMENT ON COLUMN login_sms_code.account_id IS 'pseudonym: whose code; with the row';
COMMENT ON COLUMN login_sms_code.code IS 'credential: keyed hash of the code; with the row';
COMMENT ON COLUMN login_sms_code.number IS 'personal: the mobile number to which it was sent, encrypted under the account''s data key; with the row';
COMMENT ON COLUMN login_sms_code.tries IS 'operational: how often a code was typed; with the row';
COMMENT ON COLUMN login_sms_code.valid_until IS 'operational: until when the code can be typed; with the row';
COMMENT ON COLUMN login_sms_code.erase_at IS 'operational: when the row is erased; with the row';
