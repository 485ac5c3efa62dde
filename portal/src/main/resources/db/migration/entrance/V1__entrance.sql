-- Many people at once before some services. Of who waits nothing is kept: they have signed tickets.
CREATE TABLE entrance_rush (
  id         uuid PRIMARY KEY,
  services   text[] NOT NULL,
  planned    boolean NOT NULL,
  login      boolean NOT NULL,
  gathers_at timestamptz NOT NULL,
  opens_at   timestamptz NOT NULL,
  forecast   int NOT NULL,
  floor      int NOT NULL CHECK (floor > 0),
  ceiling    int NOT NULL CHECK (ceiling >= floor),
  mode       text NOT NULL CHECK (mode IN ('running', 'paused', 'everybody')),
  early      bigint NOT NULL,
  late       bigint NOT NULL,
  front      double precision NOT NULL,
  pace       double precision NOT NULL,
  shown      double precision NOT NULL,
  stepped_at timestamptz NOT NULL,
  slowed_at  timestamptz NOT NULL,
  waited_at  timestamptz NOT NULL,
  ended_at   timestamptz
);
-- Of all nodes that have too much to do at once, one opens the waiting room.
CREATE UNIQUE INDEX entrance_rush_by_itself ON entrance_rush (planned) WHERE NOT planned AND ended_at IS NULL;
CREATE INDEX entrance_rush_by_end ON entrance_rush (ended_at);
COMMENT ON COLUMN entrance_rush.id IS 'operational: the rush; 90 days after its end';
COMMENT ON COLUMN entrance_rush.services IS 'operational: before which services people wait; with the row';
COMMENT ON COLUMN entrance_rush.planned IS 'operational: whether staff planned it, or it opened by itself; with the row';
COMMENT ON COLUMN entrance_rush.login IS 'operational: whether only who is logged in takes part in the draw; with the row';
COMMENT ON COLUMN entrance_rush.gathers_at IS 'operational: from when on people gather; with the row';
COMMENT ON COLUMN entrance_rush.opens_at IS 'operational: when the first get in; with the row';
COMMENT ON COLUMN entrance_rush.forecast IS 'operational: how many are expected; with the row';
COMMENT ON COLUMN entrance_rush.floor IS 'operational: how many a minute get in at least; with the row';
COMMENT ON COLUMN entrance_rush.ceiling IS 'operational: how many a minute get in at most; with the row';
COMMENT ON COLUMN entrance_rush.mode IS 'operational: whether admission runs, is paused, or lets everybody in; with the row';
COMMENT ON COLUMN entrance_rush.early IS 'operational: how many came before opening; with the row';
COMMENT ON COLUMN entrance_rush.late IS 'operational: how many numbers were given after opening; with the row';
COMMENT ON COLUMN entrance_rush.front IS 'operational: up to which place people have been called; with the row';
COMMENT ON COLUMN entrance_rush.pace IS 'operational: how many people a second get in; with the row';
COMMENT ON COLUMN entrance_rush.shown IS 'operational: which share of those who were called came; with the row';
COMMENT ON COLUMN entrance_rush.stepped_at IS 'operational: when the front moved last; with the row';
COMMENT ON COLUMN entrance_rush.slowed_at IS 'operational: when the pace was last reduced; with the row';
COMMENT ON COLUMN entrance_rush.waited_at IS 'operational: when somebody last waited; with the row';
COMMENT ON COLUMN entrance_rush.ended_at IS 'operational: when it ended; with the row';

-- Who got in: an account once, under a name that belongs to this rush alone.
CREATE TABLE entrance_admission (
  rush        uuid NOT NULL REFERENCES entrance_rush ON DELETE CASCADE,
  holder      uuid NOT NULL,
  number      bigint NOT NULL,
  place       double precision NOT NULL,
  admitted_at timestamptz NOT NULL,
  PRIMARY KEY (rush, holder)
);
CREATE INDEX entrance_admission_by_place ON entrance_admission (rush, place);
CREATE INDEX entrance_admission_by_time ON entrance_admission (admitted_at);
COMMENT ON COLUMN entrance_admission.rush IS 'operational: into which rush; a day after it was written, or when the account is closed';
COMMENT ON COLUMN entrance_admission.holder IS 'pseudonym: keyed hash of account and rush, or a random number; with the row';
COMMENT ON COLUMN entrance_admission.number IS 'operational: the ticket that was used last, so that none counts twice; with the row';
COMMENT ON COLUMN entrance_admission.place IS 'operational: from which place in the line; with the row';
COMMENT ON COLUMN entrance_admission.admitted_at IS 'operational: when; with the row';

-- The picture that operators see: ten seconds a row.
CREATE TABLE entrance_picture (
  rush     uuid NOT NULL REFERENCES entrance_rush ON DELETE CASCADE,
  at       timestamptz NOT NULL,
  arrived  int NOT NULL DEFAULT 0,
  admitted int NOT NULL DEFAULT 0,
  waiting  bigint NOT NULL DEFAULT 0,
  front    double precision NOT NULL DEFAULT 0,
  millis   double precision NOT NULL DEFAULT 0,
  PRIMARY KEY (rush, at)
);
COMMENT ON COLUMN entrance_picture.rush IS 'operational: of which rush; with the rush';
COMMENT ON COLUMN entrance_picture.at IS 'operational: when the ten seconds begin; with the rush';
COMMENT ON COLUMN entrance_picture.arrived IS 'operational: how many came; with the rush';
COMMENT ON COLUMN entrance_picture.admitted IS 'operational: how many got in; with the rush';
COMMENT ON COLUMN entrance_picture.waiting IS 'operational: how many waited; with the rush';
COMMENT ON COLUMN entrance_picture.front IS 'operational: up to which place people had been called; with the rush';
COMMENT ON COLUMN entrance_picture.millis IS 'operational: how long pages took; with the rush';

-- What each node has to do, while there is a rush.
CREATE TABLE entrance_node (
  id        uuid PRIMARY KEY,
  seen_at   timestamptz NOT NULL,
  millis    double precision NOT NULL,
  in_flight int NOT NULL,
  processor double precision NOT NULL
);
COMMENT ON COLUMN entrance_node.id IS 'operational: the node; a minute after it was last seen';
COMMENT ON COLUMN entrance_node.seen_at IS 'operational: when it was last seen; with the row';
COMMENT ON COLUMN entrance_node.millis IS 'operational: how long its pages took; with the row';
COMMENT ON COLUMN entrance_node.in_flight IS 'operational: how many requests it was answering; with the row';
COMMENT ON COLUMN entrance_node.processor IS 'operational: how much of its processors was in use; with the row';
