-- What is tried for a week is not tried during a pause: that it ended stays known as long as that matters.
COMMENT ON COLUMN delivery_pause.unit IS 'operational: the unit; a week after it was resumed';
COMMENT ON COLUMN delivery_pause.until IS 'operational: when it ended, or will end by itself; with the row';
