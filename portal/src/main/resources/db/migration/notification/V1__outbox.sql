-- Notices that wait to be sent. They never hold the content of a message or a request.
CREATE TABLE notification_outbox (
  id         uuid PRIMARY KEY,
  sealed     bytea NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON COLUMN notification_outbox.id IS 'operational: id of the notice; erased when it is sent or given up after two days';
COMMENT ON COLUMN notification_outbox.sealed IS 'personal: kind of notice, e-mail address, one-time code, sealed with the master key; erased when it is sent or given up after two days';
COMMENT ON COLUMN notification_outbox.created_at IS 'operational: since when it waits; with the row';
