-- What happened, counted by month, until the month is over and published. No person, no id of anything a person did.
CREATE TABLE statistics_tally (
  month   date NOT NULL,
  measure text NOT NULL,
  service text NOT NULL,
  unit    text NOT NULL,
  detail  text NOT NULL,
  slot    smallint NOT NULL,
  count   bigint NOT NULL,
  PRIMARY KEY (month, measure, service, unit, detail, slot)
) WITH (fillfactor = 50);
COMMENT ON COLUMN statistics_tally.month IS 'operational: first day of the month; erased when the month is published';
COMMENT ON COLUMN statistics_tally.measure IS 'operational: what is counted; with the row';
COMMENT ON COLUMN statistics_tally.service IS 'operational: of which service, empty for none; with the row';
COMMENT ON COLUMN statistics_tally.unit IS 'operational: of which unit, empty for none; with the row';
COMMENT ON COLUMN statistics_tally.detail IS 'operational: which step, time span or kind of login, empty for none; with the row';
COMMENT ON COLUMN statistics_tally.slot IS 'operational: one of several rows for the same, so that transactions do not wait for each other; with the row';
COMMENT ON COLUMN statistics_tally.count IS 'operational: how often; with the row';

-- How many accounts are in use, without a list of them: places that keyed hashes of accounts fell on.
CREATE TABLE statistics_active (
  month  date PRIMARY KEY,
  places bytea NOT NULL
);
COMMENT ON COLUMN statistics_active.month IS 'operational: first day of the month; erased after twelve months';
COMMENT ON COLUMN statistics_active.places IS 'pseudonym: bits that a keyed hash, cut to 18 bits, of each account set that logged in; several accounts set the same bit; with the row';

-- What everybody may see, once and for all: rounded, small numbers only as such.
CREATE TABLE statistics_figure (
  measure text NOT NULL,
  month   date NOT NULL,
  service text NOT NULL,
  unit    text NOT NULL,
  detail  text NOT NULL,
  count   bigint NOT NULL,
  small   boolean NOT NULL,
  sample  boolean NOT NULL,
  PRIMARY KEY (measure, month, service, unit, detail)
);
CREATE INDEX statistics_figure_of_unit ON statistics_figure (measure, unit, month);
COMMENT ON COLUMN statistics_figure.measure IS 'public: what was counted; never erased';
COMMENT ON COLUMN statistics_figure.month IS 'public: first day of the month; never erased';
COMMENT ON COLUMN statistics_figure.service IS 'public: of which service, empty for none; never erased';
COMMENT ON COLUMN statistics_figure.unit IS 'public: of which unit, empty for none; never erased';
COMMENT ON COLUMN statistics_figure.detail IS 'public: which step, time span or kind of login, empty for none; never erased';
COMMENT ON COLUMN statistics_figure.count IS 'public: how often, rounded at random to a multiple of five; never erased';
COMMENT ON COLUMN statistics_figure.small IS 'public: whether it was less than five; never erased';
COMMENT ON COLUMN statistics_figure.sample IS 'public: whether it was made up for the demo; never erased';
