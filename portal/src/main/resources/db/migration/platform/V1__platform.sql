-- Secrets of the portal itself, each sealed with the master key.
CREATE TABLE platform_secret (
  name       text PRIMARY KEY,
  sealed     bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN platform_secret.name IS 'operational: which secret this is; never erased';
COMMENT ON COLUMN platform_secret.sealed IS 'credential: sealed with the master key; erased when replaced';
COMMENT ON COLUMN platform_secret.created_at IS 'operational: age of the secret; with the row';

-- Rate limits (Bucket4j). The key is a keyed hash, never an address in the clear.
CREATE TABLE platform_rate_limit (
  id         text PRIMARY KEY,
  state      bytea,
  expires_at bigint
);
COMMENT ON COLUMN platform_rate_limit.id IS 'pseudonym: limit and keyed hash of what is limited; erased when the limit is full again';
COMMENT ON COLUMN platform_rate_limit.state IS 'operational: remaining tokens; with the row';
COMMENT ON COLUMN platform_rate_limit.expires_at IS 'operational: when the row may go, milliseconds since 1970; with the row';

-- Timed work (db-scheduler).
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  state                text,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_by_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_by_heartbeat ON scheduled_tasks (last_heartbeat);
COMMENT ON COLUMN scheduled_tasks.task_name IS 'operational: kind of work; when done';
COMMENT ON COLUMN scheduled_tasks.task_instance IS 'operational: id of what is worked on; when done';
COMMENT ON COLUMN scheduled_tasks.task_data IS 'operational: ids only; when done';
COMMENT ON COLUMN scheduled_tasks.execution_time IS 'operational: when it is due; when done';
COMMENT ON COLUMN scheduled_tasks.picked IS 'operational: whether a node works on it; when done';
COMMENT ON COLUMN scheduled_tasks.picked_by IS 'operational: which node works on it; when done';
COMMENT ON COLUMN scheduled_tasks.last_success IS 'operational: when it last went well; when done';
COMMENT ON COLUMN scheduled_tasks.last_failure IS 'operational: when it last failed; when done';
COMMENT ON COLUMN scheduled_tasks.consecutive_failures IS 'operational: failures in a row; when done';
COMMENT ON COLUMN scheduled_tasks.last_heartbeat IS 'operational: sign of life of the node; when done';
COMMENT ON COLUMN scheduled_tasks.version IS 'operational: optimistic lock; when done';
COMMENT ON COLUMN scheduled_tasks.priority IS 'operational: order among due work; when done';
COMMENT ON COLUMN scheduled_tasks.state IS 'operational: unused; when done';

-- Events between modules (Spring Modulith's event publication registry). Events carry ids only.
CREATE TABLE event_publication (
  id                     uuid PRIMARY KEY,
  listener_id            text NOT NULL,
  event_type             text NOT NULL,
  serialized_event       text NOT NULL,
  publication_date       timestamptz NOT NULL,
  completion_date        timestamptz,
  status                 text,
  completion_attempts    int,
  last_resubmission_date timestamptz
);
CREATE INDEX event_publication_by_event ON event_publication USING hash (serialized_event);
CREATE INDEX event_publication_by_completion ON event_publication (completion_date);
COMMENT ON COLUMN event_publication.id IS 'operational: id of the publication; when handled';
COMMENT ON COLUMN event_publication.listener_id IS 'operational: who handles it; when handled';
COMMENT ON COLUMN event_publication.event_type IS 'operational: kind of event; when handled';
COMMENT ON COLUMN event_publication.serialized_event IS 'pseudonym: ids only; when handled';
COMMENT ON COLUMN event_publication.publication_date IS 'operational: when it happened; when handled';
COMMENT ON COLUMN event_publication.completion_date IS 'operational: when it was handled; when handled';
COMMENT ON COLUMN event_publication.status IS 'operational: state of the publication; when handled';
COMMENT ON COLUMN event_publication.completion_attempts IS 'operational: how often it was tried; when handled';
COMMENT ON COLUMN event_publication.last_resubmission_date IS 'operational: when it was last tried again; when handled';
