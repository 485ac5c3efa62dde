-- Whoever looks after a service sees its deliveries.
ALTER TABLE delivery_item ADD COLUMN service text;
COMMENT ON COLUMN delivery_item.service IS 'operational: what its request asks for; with the row';
DROP INDEX delivery_item_waiting;
CREATE INDEX delivery_item_waiting ON delivery_item (unit, state, created_at, id) INCLUDE (service)
  WHERE state IN ('open', 'set-aside');
