-- Who waits too long is told, and so are those whom it waits for.
ALTER TABLE delivery_item ADD COLUMN told_at timestamptz;
COMMENT ON COLUMN delivery_item.told_at IS 'operational: when we last said that it has waited too long; with the row';
