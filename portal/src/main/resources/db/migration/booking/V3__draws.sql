-- How the places of an offer are given by lot: what was promised before anybody entered, and what came of it.
CREATE TABLE booking_draw (
  id         uuid PRIMARY KEY,
  service    text NOT NULL,
  offer      text NOT NULL,
  state      text NOT NULL CHECK (state IN ('open', 'closed', 'drawn', 'cancelled')),
  commitment text NOT NULL,
  sealed     bytea,
  document   text,
  UNIQUE (service, offer),
  FOREIGN KEY (service, offer) REFERENCES booking_offer (service, id) ON DELETE CASCADE,
  CHECK ((state IN ('open', 'closed')) = (sealed IS NOT NULL)),
  CHECK (state <> 'open' OR document IS NULL),
  CHECK (state NOT IN ('closed', 'drawn') OR document IS NOT NULL)
);
CREATE INDEX booking_draw_ahead ON booking_draw (state) WHERE state IN ('open', 'closed');
COMMENT ON COLUMN booking_draw.id IS 'operational: names the draw; kept as long as the offer';
COMMENT ON COLUMN booking_draw.service IS 'public: the service; with the row';
COMMENT ON COLUMN booking_draw.offer IS 'public: what is given by lot; with the row';
COMMENT ON COLUMN booking_draw.state IS 'public: whether one can enter, and whether it is drawn; with the row';
COMMENT ON COLUMN booking_draw.commitment IS 'public: the hash of its seed; with the row';
COMMENT ON COLUMN booking_draw.sealed IS 'credential: the seed, under the master key; erased when it is drawn, and published';
COMMENT ON COLUMN booking_draw.document IS 'public: tickets, seed and result, as the contract’s draw; with the row';

-- Who takes part, until they have been told what came of it.
CREATE TABLE booking_entry (
  id         uuid PRIMARY KEY,
  draw_id    uuid NOT NULL REFERENCES booking_draw ON DELETE CASCADE,
  ticket     text NOT NULL,
  draft_id   uuid NOT NULL UNIQUE,
  request_id uuid NOT NULL UNIQUE,
  account_id uuid,
  taken_back boolean NOT NULL DEFAULT false,
  place      int,
  UNIQUE (draw_id, ticket),
  UNIQUE (draw_id, account_id)
);
CREATE INDEX booking_entry_by_account ON booking_entry (account_id) WHERE account_id IS NOT NULL;
COMMENT ON COLUMN booking_entry.id IS 'pseudonym: names somebody’s lot; erased when they have been told, or have taken it back in time';
COMMENT ON COLUMN booking_entry.draw_id IS 'operational: the draw; with the row';
COMMENT ON COLUMN booking_entry.ticket IS 'pseudonym: the lot’s number, which is published without the rest; with the row';
COMMENT ON COLUMN booking_entry.draft_id IS 'pseudonym: the draft that was sent; with the row';
COMMENT ON COLUMN booking_entry.request_id IS 'pseudonym: the request that it became; with the row';
COMMENT ON COLUMN booking_entry.account_id IS 'pseudonym: whose it is, so that nobody has two; with the row, and when the account is closed';
COMMENT ON COLUMN booking_entry.taken_back IS 'operational: whether it was taken back after the list was closed; with the row';
COMMENT ON COLUMN booking_entry.place IS 'operational: the place at which it was drawn, empty when it was not; with the row';

-- Who is meant, so that nobody is in a draw twice.
CREATE TABLE booking_entrant (
  draw_id  uuid NOT NULL REFERENCES booking_draw ON DELETE CASCADE,
  person   bytea NOT NULL,
  entry_id uuid NOT NULL REFERENCES booking_entry ON DELETE CASCADE,
  PRIMARY KEY (draw_id, person)
);
CREATE INDEX booking_entrant_of ON booking_entrant (entry_id);
COMMENT ON COLUMN booking_entrant.draw_id IS 'operational: the draw; erased when nobody can enter any more';
COMMENT ON COLUMN booking_entrant.person IS 'pseudonym: keyed hash of what tells the person from others, for this offer alone; with the row';
COMMENT ON COLUMN booking_entrant.entry_id IS 'pseudonym: the lot; with the row';
