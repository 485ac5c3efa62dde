-- What waits, by unit, state and age: for the operators' desk, which counts and turns pages among many thousands.
CREATE INDEX delivery_item_waiting ON delivery_item (unit, state, created_at, id) WHERE state IN ('open', 'set-aside');

-- When a unit's system was last heard of.
CREATE TABLE delivery_contact (
  unit      text PRIMARY KEY,
  seen_at   timestamptz,
  failed_at timestamptz,
  failure   text
);
COMMENT ON COLUMN delivery_contact.unit IS 'operational: the unit; while the portal runs';
COMMENT ON COLUMN delivery_contact.seen_at IS 'operational: when it last came or took a push; with the row';
COMMENT ON COLUMN delivery_contact.failed_at IS 'operational: when a push to it last failed; with the row';
COMMENT ON COLUMN delivery_contact.failure IS 'operational: why; with the row';

-- Units that get nothing for a while; what is for them waits.
CREATE TABLE delivery_pause (
  unit      text PRIMARY KEY,
  since     timestamptz NOT NULL,
  until     timestamptz NOT NULL
);
COMMENT ON COLUMN delivery_pause.unit IS 'operational: the unit; until it is resumed';
COMMENT ON COLUMN delivery_pause.since IS 'operational: since when; with the row';
COMMENT ON COLUMN delivery_pause.until IS 'operational: when it ends by itself; with the row';
