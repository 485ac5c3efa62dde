-- Who waits for a place of what is full, and who has been offered one.
CREATE TABLE booking_waiting (
  id            uuid PRIMARY KEY,
  service       text NOT NULL,
  offer         text NOT NULL,
  account_id    uuid NOT NULL,
  places        int NOT NULL CHECK (places > 0),
  since         timestamptz NOT NULL,
  offered_until timestamptz,
  slots         text[],
  UNIQUE (service, offer, account_id),
  FOREIGN KEY (service, offer) REFERENCES booking_offer (service, id) ON DELETE CASCADE,
  CHECK ((offered_until IS NULL) = (slots IS NULL))
);
CREATE INDEX booking_waiting_line ON booking_waiting (service, offer, since) WHERE offered_until IS NULL;
CREATE INDEX booking_waiting_offered ON booking_waiting (offered_until) WHERE offered_until IS NOT NULL;
CREATE INDEX booking_waiting_by_account ON booking_waiting (account_id);
COMMENT ON COLUMN booking_waiting.id IS 'pseudonym: names somebody’s wait; erased when they book, no longer want to wait, or the offer is over';
COMMENT ON COLUMN booking_waiting.service IS 'operational: the service; with the row';
COMMENT ON COLUMN booking_waiting.offer IS 'operational: what they wait for; with the row';
COMMENT ON COLUMN booking_waiting.account_id IS 'pseudonym: who waits; with the row, and when the account is closed';
COMMENT ON COLUMN booking_waiting.places IS 'operational: for how many places; with the row';
COMMENT ON COLUMN booking_waiting.since IS 'operational: since when: the place in the line; with the row';
COMMENT ON COLUMN booking_waiting.offered_until IS 'operational: until when places are kept for them; with the row';
COMMENT ON COLUMN booking_waiting.slots IS 'operational: of which offers these are places; with the row';
