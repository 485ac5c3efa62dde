-- What nobody at the unit has seen can be called back.
ALTER TABLE delivery_item DROP CONSTRAINT delivery_item_state_check;
ALTER TABLE delivery_item ADD CONSTRAINT delivery_item_state_check
  CHECK (state IN ('open', 'set-aside', 'accepted', 'rejected', 'recalled'));
COMMENT ON COLUMN delivery_item.state IS 'operational: open, set aside, accepted, rejected or called back; with the row';
