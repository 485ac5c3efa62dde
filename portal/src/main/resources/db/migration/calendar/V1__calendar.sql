-- Days and hours that units tell everybody. Who subscribes to them is known to nobody.
CREATE TABLE calendar (
  service    text NOT NULL,
  id         text NOT NULL,
  content    text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (service, id)
);
COMMENT ON COLUMN calendar.service IS 'public: the service that it belongs to; erased when its unit withdraws it';
COMMENT ON COLUMN calendar.id IS 'public: what its unit calls it; with the row';
COMMENT ON COLUMN calendar.content IS 'public: its name and its entries, as the unit published them; with the row';
COMMENT ON COLUMN calendar.changed_at IS 'public: when its unit last said something else; with the row';
