-- What a unit that is not live yet was sent to try out its system. All of it is made up; a day later it is erased.
CREATE TABLE conformance_case (
  id         uuid PRIMARY KEY,
  request_id uuid NOT NULL,
  unit       text NOT NULL,
  name       text NOT NULL,
  envelope   text NOT NULL,
  receipt    text NOT NULL,
  outcome    text CHECK (outcome IN ('accepted', 'rejected', 'unreadable')),
  detail     text,
  times      int NOT NULL DEFAULT 0,
  said       text,
  sent_at    timestamptz NOT NULL
);
CREATE INDEX conformance_case_of_unit ON conformance_case (unit, id);
CREATE INDEX conformance_case_of_request ON conformance_case (request_id);
COMMENT ON COLUMN conformance_case.id IS 'operational: the submission, about nobody; one day, or until the unit begins again';
COMMENT ON COLUMN conformance_case.request_id IS 'operational: the request that it belongs to; with the row';
COMMENT ON COLUMN conformance_case.unit IS 'operational: who tries out its system; with the row';
COMMENT ON COLUMN conformance_case.name IS 'operational: which case it is; with the row';
COMMENT ON COLUMN conformance_case.envelope IS 'operational: its envelope, marked as a test; with the row';
COMMENT ON COLUMN conformance_case.receipt IS 'operational: its signed receipt; with the row';
COMMENT ON COLUMN conformance_case.outcome IS 'operational: what the unit did with it; with the row';
COMMENT ON COLUMN conformance_case.detail IS 'operational: the code that the unit gave for it; with the row';
COMMENT ON COLUMN conformance_case.times IS 'operational: how often the unit accepted it; with the row';
COMMENT ON COLUMN conformance_case.said IS 'operational: of which kinds the unit’s words about it were; with the row';
COMMENT ON COLUMN conformance_case.sent_at IS 'operational: when it was sent; with the row';

CREATE TABLE conformance_part (
  case_id    uuid NOT NULL REFERENCES conformance_case ON DELETE CASCADE,
  position   smallint NOT NULL,
  name       text NOT NULL,
  media_type text NOT NULL,
  sealed     bytea NOT NULL,
  PRIMARY KEY (case_id, name)
);
COMMENT ON COLUMN conformance_part.case_id IS 'operational: its case; when the unit was done with it';
COMMENT ON COLUMN conformance_part.position IS 'operational: order of the parts; with the row';
COMMENT ON COLUMN conformance_part.name IS 'operational: metadata, data or attachment and number; with the row';
COMMENT ON COLUMN conformance_part.media_type IS 'operational: kind of content; with the row';
COMMENT ON COLUMN conformance_part.sealed IS 'sealed: JWE of made-up content that only the unit can open; with the row';
