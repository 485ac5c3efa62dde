-- The trust log. An entry's content is sealed; its commitment (HMAC-SHA-256 under a salt that is sealed with it)
-- is what the Merkle tree (RFC 9162 §2.1) is built over.
CREATE TABLE trust_entry (
  id          uuid PRIMARY KEY,
  account_id  uuid,
  occurred_at timestamptz NOT NULL,
  sequence    bigint,
  commitment  bytea NOT NULL,
  sealed      bytea,
  erased_with uuid
);
CREATE INDEX trust_entry_by_account ON trust_entry (account_id, id) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX trust_entry_by_sequence ON trust_entry (sequence) WHERE sequence IS NOT NULL;
CREATE INDEX trust_entry_pending ON trust_entry (id) WHERE sequence IS NULL;
CREATE INDEX trust_entry_by_tombstone ON trust_entry (erased_with) WHERE erased_with IS NOT NULL;
COMMENT ON COLUMN trust_entry.id IS 'operational: id of the entry; never erased';
COMMENT ON COLUMN trust_entry.account_id IS 'pseudonym: whose data the entry is about; erased when the account is closed';
COMMENT ON COLUMN trust_entry.occurred_at IS 'operational: when it happened; never erased';
COMMENT ON COLUMN trust_entry.sequence IS 'operational: place in the log; never erased';
COMMENT ON COLUMN trust_entry.commitment IS 'operational: salted commitment, says nothing without the salt; never erased';
COMMENT ON COLUMN trust_entry.sealed IS 'personal: what happened, by whom, on which ground, encrypted under the account''s key, with the salt; erased when the account is closed';
COMMENT ON COLUMN trust_entry.erased_with IS 'operational: which entry tells of the erasure; never erased';

-- The tree's hashes, 256 of one level in a row: level 0 has the leaves, level 1 the roots of full rows of level 0, and so on.
CREATE TABLE trust_tile (
  level    smallint NOT NULL,
  position bigint NOT NULL,
  hashes   bytea NOT NULL,
  PRIMARY KEY (level, position)
);
ALTER TABLE trust_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;
COMMENT ON COLUMN trust_tile.level IS 'operational: height in the tree divided by eight; never erased';
COMMENT ON COLUMN trust_tile.position IS 'operational: which 256 hashes of that level; never erased';
COMMENT ON COLUMN trust_tile.hashes IS 'operational: SHA-256 hashes of commitments; never erased';

CREATE TABLE trust_checkpoint (
  size      bigint PRIMARY KEY,
  root      bytea NOT NULL,
  signed_at timestamptz NOT NULL,
  jws       text NOT NULL
);
COMMENT ON COLUMN trust_checkpoint.size IS 'operational: how many entries the signature covers; never erased';
COMMENT ON COLUMN trust_checkpoint.root IS 'operational: root of the tree over them; never erased';
COMMENT ON COLUMN trust_checkpoint.signed_at IS 'operational: when it was signed; never erased';
COMMENT ON COLUMN trust_checkpoint.jws IS 'operational: size, root and time with the portal''s signature; never erased';
