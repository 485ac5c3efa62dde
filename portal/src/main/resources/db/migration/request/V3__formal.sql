-- Formal deliveries: how each stands. Their words are messages and not here.
CREATE TABLE request_formal (
  request_id uuid NOT NULL REFERENCES request_envelope ON DELETE CASCADE,
  message_id text NOT NULL,
  kind       text NOT NULL,
  arrived_at timestamptz NOT NULL,
  last_day   date,
  deemed     boolean NOT NULL,
  opened_at  timestamptz,
  missed_at  timestamptz,
  PRIMARY KEY (request_id, message_id)
);
COMMENT ON COLUMN request_formal.request_id IS 'pseudonym: the request it is about; with its request';
COMMENT ON COLUMN request_formal.message_id IS 'operational: the unit’s name for the message; with its request';
COMMENT ON COLUMN request_formal.kind IS 'operational: decision, summons or notice; with its request';
COMMENT ON COLUMN request_formal.arrived_at IS 'operational: since when it could be opened; with its request';
COMMENT ON COLUMN request_formal.last_day IS 'operational: on which day its time ends, in the city; with its request';
COMMENT ON COLUMN request_formal.deemed IS 'operational: whether it counts as delivered then; with its request';
COMMENT ON COLUMN request_formal.opened_at IS 'operational: when its resident opened it; with its request';
COMMENT ON COLUMN request_formal.missed_at IS 'operational: when its time had ended unopened, or its account was closed; with its request';

-- How one went is told to the unit by a submission of its own; a question has one answer, a formal message up to two notices.
ALTER TABLE request_submission DROP CONSTRAINT request_submission_kind_check;
ALTER TABLE request_submission ADD CONSTRAINT request_submission_kind_check
  CHECK (kind IN ('request', 'answer', 'withdrawal', 'delivery-notice'));
ALTER TABLE request_submission DROP CONSTRAINT request_submission_request_id_question_id_key;
CREATE UNIQUE INDEX request_submission_answer ON request_submission (request_id, question_id) WHERE kind = 'answer';
CREATE INDEX request_submission_by_request ON request_submission (request_id);
COMMENT ON COLUMN request_submission.question_id IS 'operational: the unit’s name for the question answered, or for the formal message, empty for the request itself; with its request';
COMMENT ON COLUMN request_submission.kind IS 'operational: the request itself, an answer, that it is taken back, or how a formal delivery went; with its request';
