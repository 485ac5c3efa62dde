-- What does not work at the moment, or will not for a while.
CREATE TABLE catalogue_disturbance (
  id      uuid PRIMARY KEY,
  unit    text,
  service text,
  text_de text NOT NULL,
  text_en text NOT NULL,
  begins  timestamptz NOT NULL,
  ends    timestamptz NOT NULL
);
CREATE INDEX catalogue_disturbance_by_end ON catalogue_disturbance (ends);
COMMENT ON COLUMN catalogue_disturbance.id IS 'public: the disturbance; 90 days after its end';
COMMENT ON COLUMN catalogue_disturbance.unit IS 'public: whose services it is about; with the row';
COMMENT ON COLUMN catalogue_disturbance.service IS 'public: which service it is about, nothing for all; with the row';
COMMENT ON COLUMN catalogue_disturbance.text_de IS 'public: what residents read; with the row';
COMMENT ON COLUMN catalogue_disturbance.text_en IS 'public: the same in English; with the row';
COMMENT ON COLUMN catalogue_disturbance.begins IS 'public: from when on; with the row';
COMMENT ON COLUMN catalogue_disturbance.ends IS 'public: until when; with the row';
