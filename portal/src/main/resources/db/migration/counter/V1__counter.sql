-- Who may issue codes at a counter.
CREATE TABLE counter_staff (
  account_id uuid PRIMARY KEY,
  counter    text NOT NULL,
  since      timestamptz NOT NULL
);
COMMENT ON COLUMN counter_staff.account_id IS 'pseudonym: the account of somebody who works there; until an operator takes it away, or the account is closed';
COMMENT ON COLUMN counter_staff.counter IS 'operational: what the counter is called; with the row';
COMMENT ON COLUMN counter_staff.since IS 'operational: since when; with the row';
