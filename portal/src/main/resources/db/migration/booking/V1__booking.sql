-- What units offer to be booked, and how many of the places are taken: never more than there are.
CREATE TABLE booking_offer (
  service      text NOT NULL,
  id           text NOT NULL,
  version      int NOT NULL,
  capacity     int NOT NULL,
  taken        int NOT NULL,
  ends_at      timestamptz,
  document     text NOT NULL,
  withdrawn    boolean NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (service, id),
  CONSTRAINT never_oversold CHECK (taken BETWEEN 0 AND capacity)
) WITH (fillfactor = 50);
COMMENT ON COLUMN booking_offer.service IS 'public: the service that it is booked by; kept for meinkonto.booking.keep after its end';
COMMENT ON COLUMN booking_offer.id IS 'public: the unit’s name for it; with the row';
COMMENT ON COLUMN booking_offer.version IS 'operational: counts what the unit said about it; with the row';
COMMENT ON COLUMN booking_offer.capacity IS 'public: how many places it has; with the row';
COMMENT ON COLUMN booking_offer.taken IS 'operational: how many of them nobody else can have; with the row';
COMMENT ON COLUMN booking_offer.ends_at IS 'public: when booking ends; with the row';
COMMENT ON COLUMN booking_offer.document IS 'public: what the unit says about it, as the contract’s offer; with the row';
COMMENT ON COLUMN booking_offer.withdrawn IS 'operational: whether nobody else can book it; with the row';
COMMENT ON COLUMN booking_offer.published_at IS 'operational: when the unit said so; with the row';

-- Places that somebody has, until they let them go or the unit knows whose they are.
CREATE TABLE booking_hold (
  id         uuid PRIMARY KEY,
  draft_id   uuid NOT NULL UNIQUE,
  request_id uuid UNIQUE,
  service    text NOT NULL,
  offer      text NOT NULL,
  slots      text[] NOT NULL,
  places     int NOT NULL CHECK (places > 0),
  account_id uuid,
  state      text NOT NULL CHECK (state IN ('held', 'claimed', 'booked')),
  expires_at timestamptz,
  FOREIGN KEY (service, offer) REFERENCES booking_offer (service, id) ON DELETE CASCADE,
  CHECK ((state = 'held') = (expires_at IS NOT NULL)),
  CHECK ((state = 'held') = (request_id IS NULL))
) WITH (fillfactor = 70);
CREATE INDEX booking_hold_ends ON booking_hold (expires_at) WHERE state = 'held';
CREATE INDEX booking_hold_by_account ON booking_hold (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX booking_hold_of_offer ON booking_hold (service, offer);
COMMENT ON COLUMN booking_hold.id IS 'pseudonym: names places that somebody has; erased when they are let go, or when the unit has taken the request';
COMMENT ON COLUMN booking_hold.draft_id IS 'pseudonym: the draft for which they are held; with the row';
COMMENT ON COLUMN booking_hold.request_id IS 'pseudonym: the request that books them; with the row';
COMMENT ON COLUMN booking_hold.service IS 'operational: the service; with the row';
COMMENT ON COLUMN booking_hold.offer IS 'operational: what is booked; with the row';
COMMENT ON COLUMN booking_hold.slots IS 'operational: of which offers they are places; with the row';
COMMENT ON COLUMN booking_hold.places IS 'operational: how many; with the row';
COMMENT ON COLUMN booking_hold.account_id IS 'pseudonym: who has them, for the limit of an account; with the row, and when the account is closed';
COMMENT ON COLUMN booking_hold.state IS 'operational: held, sent, or certain; with the row';
COMMENT ON COLUMN booking_hold.expires_at IS 'operational: when they are let go; with the row';

-- Who gets a place, so that nobody gets two of the same.
CREATE TABLE booking_person (
  service text NOT NULL,
  offer   text NOT NULL,
  person  bytea NOT NULL,
  hold_id uuid NOT NULL REFERENCES booking_hold ON DELETE CASCADE,
  PRIMARY KEY (service, offer, person)
);
CREATE INDEX booking_person_of ON booking_person (hold_id);
COMMENT ON COLUMN booking_person.service IS 'operational: the service; with its hold';
COMMENT ON COLUMN booking_person.offer IS 'operational: what is booked; with its hold';
COMMENT ON COLUMN booking_person.person IS 'pseudonym: keyed hash of what tells the person from others, for this offer alone; with its hold';
COMMENT ON COLUMN booking_person.hold_id IS 'pseudonym: the places; with its hold';

-- Places that are free, and not on sale yet.
CREATE TABLE booking_return (
  id      uuid PRIMARY KEY,
  service text NOT NULL,
  slots   text[] NOT NULL,
  places  int NOT NULL CHECK (places > 0),
  due_at  timestamptz NOT NULL
);
CREATE INDEX booking_return_due ON booking_return (due_at);
COMMENT ON COLUMN booking_return.id IS 'operational: names the row; erased when the places are on sale';
COMMENT ON COLUMN booking_return.service IS 'operational: the service; with the row';
COMMENT ON COLUMN booking_return.slots IS 'operational: of which offers they are places; with the row';
COMMENT ON COLUMN booking_return.places IS 'operational: how many; with the row';
COMMENT ON COLUMN booking_return.due_at IS 'operational: when they are on sale again; with the row';

-- What a unit said of free places, so that it counts once.
CREATE TABLE booking_freed (
  service text NOT NULL,
  offer   text NOT NULL,
  id      uuid NOT NULL,
  PRIMARY KEY (service, offer, id)
);
COMMENT ON COLUMN booking_freed.service IS 'operational: the service; kept as long as the offer';
COMMENT ON COLUMN booking_freed.offer IS 'operational: the offer; with the row';
COMMENT ON COLUMN booking_freed.id IS 'operational: the unit’s name for what it said; with the row';
