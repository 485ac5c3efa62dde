-- Text messages that wait to be sent: codes, worth something for minutes.
CREATE TABLE notification_sms (
  id         uuid PRIMARY KEY,
  sealed     bytea NOT NULL,
  created_at timestamptz NOT NULL,
  send_until timestamptz NOT NULL
);
COMMENT ON COLUMN notification_sms.id IS 'operational: id of the text message, which the gateway gets, too; erased when it is sent or given up after a few minutes';
COMMENT ON COLUMN notification_sms.sealed IS 'personal: mobile number and text with its one-time code, sealed with the master key; erased when it is sent or given up after a few minutes';
COMMENT ON COLUMN notification_sms.created_at IS 'operational: since when it waits; with the row';
COMMENT ON COLUMN notification_sms.send_until IS 'operational: until when it is worth being sent; with the row';
