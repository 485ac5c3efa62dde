-- What is to be brought to a unit. The sealed bytes are the request module's.
CREATE TABLE delivery_item (
  id          uuid PRIMARY KEY,
  request_id  uuid NOT NULL,
  unit        text NOT NULL,
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'set-aside', 'accepted', 'rejected')),
  leased      boolean NOT NULL DEFAULT false,
  attempt     int NOT NULL DEFAULT 0,
  due_at      timestamptz NOT NULL,
  reason      text,
  created_at  timestamptz NOT NULL,
  done_at     timestamptz
) WITH (fillfactor = 70);
CREATE INDEX delivery_item_due ON delivery_item (unit, due_at, id) WHERE state = 'open';
CREATE INDEX delivery_item_of_request ON delivery_item (request_id) WHERE state = 'open';
CREATE INDEX delivery_item_done ON delivery_item (done_at) WHERE done_at IS NOT NULL;
COMMENT ON COLUMN delivery_item.id IS 'pseudonym: the submission that is brought; 90 days after the unit was done with it';
COMMENT ON COLUMN delivery_item.request_id IS 'pseudonym: the request it belongs to; with the row';
COMMENT ON COLUMN delivery_item.unit IS 'operational: the unit in charge; with the row';
COMMENT ON COLUMN delivery_item.state IS 'operational: open, set aside, accepted or rejected; with the row';
COMMENT ON COLUMN delivery_item.leased IS 'operational: whether somebody at the unit has it, until it is due again; with the row';
COMMENT ON COLUMN delivery_item.attempt IS 'operational: how often it was offered, part of the lease token; with the row';
COMMENT ON COLUMN delivery_item.due_at IS 'operational: when it is offered next; with the row';
COMMENT ON COLUMN delivery_item.reason IS 'operational: why it was set aside, a code; with the row';
COMMENT ON COLUMN delivery_item.created_at IS 'operational: since when it waits; with the row';
COMMENT ON COLUMN delivery_item.done_at IS 'operational: when the unit was done with it; with the row';

-- Events that were heard: the same twice does nothing, another under the same id is refused.
CREATE TABLE delivery_event (
  unit     text NOT NULL,
  jti      bytea NOT NULL,
  content  bytea NOT NULL,
  heard_at timestamptz NOT NULL,
  PRIMARY KEY (unit, jti)
);
CREATE INDEX delivery_event_by_age ON delivery_event (heard_at);
COMMENT ON COLUMN delivery_event.unit IS 'operational: who said it; 90 days after it was heard';
COMMENT ON COLUMN delivery_event.jti IS 'operational: keyed hash of the event’s id; with the row';
COMMENT ON COLUMN delivery_event.content IS 'operational: keyed hash of what it said; with the row';
COMMENT ON COLUMN delivery_event.heard_at IS 'operational: when it was heard; with the row';

-- Client assertions that were used: each is good for one token.
CREATE TABLE delivery_assertion (
  id         bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX delivery_assertion_by_expiry ON delivery_assertion (expires_at);
COMMENT ON COLUMN delivery_assertion.id IS 'operational: keyed hash of unit and jti; when the assertion has expired';
COMMENT ON COLUMN delivery_assertion.expires_at IS 'operational: when it may be forgotten; with the row';
