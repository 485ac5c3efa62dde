-- A person's or a company's account: name, contact data and how to be reached. Nothing else.
CREATE TABLE account (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('private', 'business')),
  data_key     bytea NOT NULL,
  email_lookup bytea NOT NULL UNIQUE,
  name         bytea NOT NULL,
  company      bytea,
  email        bytea NOT NULL,
  phone        bytea,
  address      bytea,
  preferences  bytea NOT NULL,
  opened_at    timestamptz NOT NULL
);
COMMENT ON COLUMN account.id IS 'pseudonym: names the account inside the portal; erased when the account is closed';
COMMENT ON COLUMN account.kind IS 'operational: private or business; erased when the account is closed';
COMMENT ON COLUMN account.data_key IS 'credential: the account''s own data key, wrapped by the master key; destroyed when the account is closed';
COMMENT ON COLUMN account.email_lookup IS 'pseudonym: keyed hash of the e-mail address, to find the account at log-in; erased when the address changes or the account is closed';
COMMENT ON COLUMN account.name IS 'personal: given and family name, encrypted under the data key; erased when the account is closed';
COMMENT ON COLUMN account.company IS 'personal: name of the company of a business account, encrypted under the data key; erased when the account is closed';
COMMENT ON COLUMN account.email IS 'personal: e-mail address to reach the person, encrypted under the data key; erased when it changes or the account is closed';
COMMENT ON COLUMN account.phone IS 'personal: phone number to reach the person, encrypted under the data key; erased when it changes or the account is closed';
COMMENT ON COLUMN account.address IS 'personal: postal address to reach the person, encrypted under the data key; erased when it changes or the account is closed';
COMMENT ON COLUMN account.preferences IS 'personal: language and wished notices, encrypted under the data key; erased when the account is closed';
COMMENT ON COLUMN account.opened_at IS 'operational: when the account was opened; erased when it is closed';

-- Under which name one unit knows an account: random, and different from unit to unit.
CREATE TABLE account_subject (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  unit_id    text NOT NULL,
  subject    text NOT NULL,
  PRIMARY KEY (account_id, unit_id),
  UNIQUE (unit_id, subject)
);
COMMENT ON COLUMN account_subject.account_id IS 'pseudonym: whose pairwise subject; erased when the account is closed';
COMMENT ON COLUMN account_subject.unit_id IS 'public: the unit that knows the account under this name; erased when the account is closed';
COMMENT ON COLUMN account_subject.subject IS 'pseudonym: the name itself, random; erased when the account is closed';
