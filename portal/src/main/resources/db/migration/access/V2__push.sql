-- Where an app wants to be woken when something is asked (W3C Push API).
CREATE TABLE access_push (
  phone_id uuid PRIMARY KEY REFERENCES access_phone (id) ON DELETE CASCADE,
  endpoint bytea NOT NULL
);
COMMENT ON COLUMN access_push.phone_id IS 'operational: which phone; until its owner switches it off, the push service does not know it any more, or with the phone';
COMMENT ON COLUMN access_push.endpoint IS 'credential: the address at the push service that wakes the app, encrypted under the account''s data key; with the row';
