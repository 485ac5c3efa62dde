-- Mandates: who may send which forms for whom, until when. Who is who, only their accounts tell.
CREATE TABLE mandate (
  id         uuid PRIMARY KEY,
  giver_id   uuid NOT NULL,
  holder_id  uuid,
  services   text[] NOT NULL CHECK (cardinality(services) > 0),
  state      text NOT NULL CHECK (state IN ('prepared', 'accepted', 'active')),
  code       bytea UNIQUE,
  lapses_at  timestamptz,
  last_day   date NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT mandate_of_two CHECK (giver_id <> holder_id),
  CONSTRAINT mandate_code_until_accepted CHECK ((state = 'prepared') = (code IS NOT NULL) AND (state = 'prepared') = (holder_id IS NULL)),
  CONSTRAINT mandate_lapses_until_active CHECK ((state = 'active') = (lapses_at IS NULL))
);
CREATE INDEX mandate_of_giver ON mandate (giver_id);
CREATE INDEX mandate_of_holder ON mandate (holder_id) WHERE holder_id IS NOT NULL;
COMMENT ON COLUMN mandate.id IS 'pseudonym: names the mandate; erased when one of the two ends it, when it runs out or nobody accepts it, or when one of their accounts is closed';
COMMENT ON COLUMN mandate.giver_id IS 'pseudonym: for whom somebody may act; with the row';
COMMENT ON COLUMN mandate.holder_id IS 'pseudonym: who may act; with the row';
COMMENT ON COLUMN mandate.services IS 'pseudonym: for which services; with the row';
COMMENT ON COLUMN mandate.state IS 'operational: prepared, accepted by code, or active because the giver confirmed who accepted; with the row';
COMMENT ON COLUMN mandate.code IS 'credential: keyed hash of the code that is handed over; erased when it is typed in';
COMMENT ON COLUMN mandate.lapses_at IS 'operational: until when it has to be accepted or confirmed; erased when it is';
COMMENT ON COLUMN mandate.last_day IS 'operational: the last day on which it counts; with the row';
COMMENT ON COLUMN mandate.created_at IS 'operational: when it was prepared; with the row';
