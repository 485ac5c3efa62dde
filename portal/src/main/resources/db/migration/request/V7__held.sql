-- Requests that are sealed and wait until they are paid. Their parts are in request_part already; nobody is told of them.
CREATE TABLE request_held (
  id             uuid PRIMARY KEY,
  draft_id       uuid NOT NULL UNIQUE,
  reference      text NOT NULL UNIQUE,
  service        text NOT NULL,
  schema_version int NOT NULL,
  unit           text NOT NULL,
  account_id     uuid,
  subject        text,
  assurance      text NOT NULL,
  language       text NOT NULL,
  received_at    timestamptz NOT NULL,
  receipt        text NOT NULL
);
COMMENT ON COLUMN request_held.id IS 'pseudonym: names the request; erased when it is paid, or not paid in time';
COMMENT ON COLUMN request_held.draft_id IS 'operational: one draft becomes one request; with the row';
COMMENT ON COLUMN request_held.reference IS 'pseudonym: the name of the request among people; with the row';
COMMENT ON COLUMN request_held.service IS 'operational: what is asked for; with the row';
COMMENT ON COLUMN request_held.schema_version IS 'operational: version of the answers’ schema; with the row';
COMMENT ON COLUMN request_held.unit IS 'operational: the unit in charge; with the row';
COMMENT ON COLUMN request_held.account_id IS 'pseudonym: who sends it; with the row';
COMMENT ON COLUMN request_held.subject IS 'pseudonym: under which name the unit knows the account; with the row';
COMMENT ON COLUMN request_held.assurance IS 'operational: how surely the sender is known; with the row';
COMMENT ON COLUMN request_held.language IS 'operational: language of the pages when it was sealed; with the row';
COMMENT ON COLUMN request_held.received_at IS 'operational: when it was received; with the row';
COMMENT ON COLUMN request_held.receipt IS 'pseudonym: signed proof of receipt, reference and tags; with the row';

-- What other units get of them.
CREATE TABLE request_held_copy (
  id      uuid PRIMARY KEY,
  held_id uuid NOT NULL REFERENCES request_held ON DELETE CASCADE,
  unit    text NOT NULL,
  receipt text NOT NULL
);
CREATE INDEX request_held_copy_of ON request_held_copy (held_id);
COMMENT ON COLUMN request_held_copy.id IS 'pseudonym: names the copy; with its request';
COMMENT ON COLUMN request_held_copy.held_id IS 'pseudonym: its request; with its request';
COMMENT ON COLUMN request_held_copy.unit IS 'operational: who gets it; with its request';
COMMENT ON COLUMN request_held_copy.receipt IS 'pseudonym: signed proof of receipt, reference and tags; with its request';
