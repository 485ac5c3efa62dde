-- Public keys that units handed in, besides the files in the folder of keys.
CREATE TABLE directory_registration (
  id           uuid PRIMARY KEY,
  unit         text NOT NULL,
  jwks         text NOT NULL,
  signed_by    text NOT NULL,
  push         text,
  contact      text NOT NULL,
  state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'confirmed', 'refused', 'revoked')),
  handed_in_at timestamptz NOT NULL,
  proposed_by  text,
  confirmed_by text,
  confirmed_at timestamptz,
  replaced_at  timestamptz,
  ended_by     text,
  ended_at     timestamptz,
  CHECK (state <> 'confirmed' OR confirmed_at IS NOT NULL)
);
CREATE INDEX directory_registration_of_unit ON directory_registration (unit, state);
COMMENT ON COLUMN directory_registration.id IS 'operational: names the registration for operators; two weeks after it was refused or nobody confirmed it, otherwise kept as the record of who let which key in';
COMMENT ON COLUMN directory_registration.unit IS 'operational: whose keys; with the row';
COMMENT ON COLUMN directory_registration.jwks IS 'public: the public keys; with the row';
COMMENT ON COLUMN directory_registration.signed_by IS 'public: the key id whose fingerprint is compared; with the row';
COMMENT ON COLUMN directory_registration.push IS 'operational: where deliveries are pushed to; with the row';
COMMENT ON COLUMN directory_registration.contact IS 'operational: e-mail address at work of whoever looks after the unit’s system; with the row';
COMMENT ON COLUMN directory_registration.state IS 'operational: waiting, confirmed, refused or revoked; with the row';
COMMENT ON COLUMN directory_registration.handed_in_at IS 'operational: when; with the row';
COMMENT ON COLUMN directory_registration.proposed_by IS 'pseudonym: the operator who compared the fingerprint first; with the row';
COMMENT ON COLUMN directory_registration.confirmed_by IS 'pseudonym: the operator who compared it second, or the key that signed the rotation; with the row';
COMMENT ON COLUMN directory_registration.confirmed_at IS 'operational: since when the keys count; with the row';
COMMENT ON COLUMN directory_registration.replaced_at IS 'operational: since when newer keys count, so that these sign for one more day; with the row';
COMMENT ON COLUMN directory_registration.ended_by IS 'pseudonym: the operator who refused or revoked it; with the row';
COMMENT ON COLUMN directory_registration.ended_at IS 'operational: when; with the row';
