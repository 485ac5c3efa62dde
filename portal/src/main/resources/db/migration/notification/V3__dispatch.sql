-- Letters wait as text messages do. What waits now is worth something for minutes, and is asked for again.
DELETE FROM notification_sms;
ALTER TABLE notification_sms RENAME TO notification_dispatch;
ALTER TABLE notification_dispatch ADD COLUMN carrier text NOT NULL;
COMMENT ON COLUMN notification_dispatch.id IS 'operational: id of the text message or letter, which the provider gets, too; erased when it is handed over or given up, after two days at the latest';
COMMENT ON COLUMN notification_dispatch.carrier IS 'operational: text message or letter; with the row';
COMMENT ON COLUMN notification_dispatch.sealed IS 'personal: mobile number or name and postal address, and the text with its one-time code, sealed with the master key; erased when it is handed over or given up, after two days at the latest';
COMMENT ON COLUMN notification_dispatch.created_at IS 'operational: since when it waits; with the row';
COMMENT ON COLUMN notification_dispatch.send_until IS 'operational: until when it is worth being sent; with the row';
