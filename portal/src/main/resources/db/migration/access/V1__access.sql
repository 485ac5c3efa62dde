CREATE TABLE access_phone (
  id            uuid PRIMARY KEY,
  account_id    uuid NOT NULL,
  credential_id bytea NOT NULL UNIQUE,
  credential    bytea NOT NULL,
  sign_count    bigint NOT NULL,
  name          bytea NOT NULL,
  confirmed     boolean NOT NULL,
  created_at    timestamptz NOT NULL,
  last_used_at  timestamptz
);
CREATE INDEX access_phone_account ON access_phone (account_id);
CREATE INDEX access_phone_offered ON access_phone (created_at) WHERE NOT confirmed;
COMMENT ON COLUMN access_phone.id IS 'operational: which phone; erased when its owner disconnects it, does not confirm it within ten minutes, or closes the account';
COMMENT ON COLUMN access_phone.account_id IS 'pseudonym: whose phone; with the row';
COMMENT ON COLUMN access_phone.credential_id IS 'credential: under which id the phone knows its key; with the row';
COMMENT ON COLUMN access_phone.credential IS 'credential: attested credential data (W3C Web Authentication 6.5.1), with the public key only; with the row';
COMMENT ON COLUMN access_phone.sign_count IS 'credential: how often the key signed, as it says itself, to notice a copy; with the row';
COMMENT ON COLUMN access_phone.name IS 'personal: how its owner calls it, encrypted under the account''s data key; with the row';
COMMENT ON COLUMN access_phone.confirmed IS 'operational: whether its owner confirmed it at the computer; with the row';
COMMENT ON COLUMN access_phone.created_at IS 'operational: when it was connected; with the row';
COMMENT ON COLUMN access_phone.last_used_at IS 'operational: when its key last signed; with the row';

CREATE TABLE access_app (
  token      bytea PRIMARY KEY,
  phone_id   uuid NOT NULL REFERENCES access_phone (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
CREATE INDEX access_app_phone ON access_app (phone_id);
CREATE INDEX access_app_created ON access_app (created_at);
COMMENT ON COLUMN access_app.token IS 'credential: keyed hash of the token by which the app on a phone is known; it shows open requests and approves none; erased after 400 days, or with the phone';
COMMENT ON COLUMN access_app.phone_id IS 'operational: on which phone; with the row';
COMMENT ON COLUMN access_app.created_at IS 'operational: since when; with the row';

CREATE TABLE access_pairing (
  account_id uuid PRIMARY KEY,
  id         uuid NOT NULL UNIQUE,
  code       bytea NOT NULL UNIQUE,
  phone_id   uuid REFERENCES access_phone (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX access_pairing_expires ON access_pairing (expires_at);
COMMENT ON COLUMN access_pairing.account_id IS 'pseudonym: who connects a phone; erased when it is done, or after ten minutes';
COMMENT ON COLUMN access_pairing.id IS 'operational: which pairing; with the row';
COMMENT ON COLUMN access_pairing.code IS 'credential: keyed hash of the code that the phone reads; with the row';
COMMENT ON COLUMN access_pairing.phone_id IS 'operational: the phone that read it; with the row';
COMMENT ON COLUMN access_pairing.expires_at IS 'operational: until when the code counts; with the row';

CREATE TABLE access_sign_in (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  browser    bytea NOT NULL,
  origin     bytea NOT NULL,
  asking     bytea NOT NULL,
  purpose    text NOT NULL,
  state      text NOT NULL,
  wrong      integer NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX access_sign_in_open ON access_sign_in (account_id) WHERE state = 'OPEN';
CREATE INDEX access_sign_in_expires ON access_sign_in (expires_at);
COMMENT ON COLUMN access_sign_in.id IS 'operational: which request to sign in; erased an hour after it expired, or with the account';
COMMENT ON COLUMN access_sign_in.account_id IS 'pseudonym: whose phone is asked; with the row';
COMMENT ON COLUMN access_sign_in.browser IS 'credential: keyed hash of what only the browser knows that waits; with the row';
COMMENT ON COLUMN access_sign_in.origin IS 'pseudonym: keyed hash of the network it comes from; with the row';
COMMENT ON COLUMN access_sign_in.asking IS 'personal: browser and network, as the phone shows them, encrypted under the account''s data key; with the row';
COMMENT ON COLUMN access_sign_in.purpose IS 'operational: logging in, or confirming a step; with the row';
COMMENT ON COLUMN access_sign_in.state IS 'operational: open, approved, denied, replaced or used; with the row';
COMMENT ON COLUMN access_sign_in.wrong IS 'operational: how often a wrong number was typed; with the row';
COMMENT ON COLUMN access_sign_in.expires_at IS 'operational: until when the phone can answer; with the row';

CREATE TABLE access_refused_origin (
  account_id uuid NOT NULL,
  origin     bytea NOT NULL,
  until      timestamptz NOT NULL,
  PRIMARY KEY (account_id, origin)
);
CREATE INDEX access_refused_origin_until ON access_refused_origin (until);
COMMENT ON COLUMN access_refused_origin.account_id IS 'pseudonym: who said that it was not them; erased after a day, or with the account';
COMMENT ON COLUMN access_refused_origin.origin IS 'pseudonym: keyed hash of the network that may not ask; with the row';
COMMENT ON COLUMN access_refused_origin.until IS 'operational: until when; with the row';
