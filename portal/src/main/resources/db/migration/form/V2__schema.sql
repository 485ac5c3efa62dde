-- The answers' schemas as they were published: requests under an earlier version may still be read by a unit.
CREATE TABLE form_schema (
  service      text NOT NULL,
  version      integer NOT NULL,
  document     text NOT NULL,
  dialect      integer NOT NULL,
  bound        boolean NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (service, version)
);
COMMENT ON COLUMN form_schema.service IS 'public: the service; never erased';
COMMENT ON COLUMN form_schema.version IS 'public: version of its answers; never erased';
COMMENT ON COLUMN form_schema.document IS 'public: the JSON Schema as published; never erased';
COMMENT ON COLUMN form_schema.dialect IS 'operational: how the portal writes schemas, to compare only what is written alike; never erased';
COMMENT ON COLUMN form_schema.bound IS 'operational: whether something was sent under this version, so that it must not change any more; never erased';
COMMENT ON COLUMN form_schema.published_at IS 'operational: when it was first published; never erased';
