-- Requests: envelopes and receipts stay, what was entered lies here only sealed and only until the unit took it.
CREATE TABLE request_envelope (
  id             uuid PRIMARY KEY,
  draft_id       uuid NOT NULL UNIQUE,
  reference      text NOT NULL UNIQUE,
  service        text NOT NULL,
  schema_version int NOT NULL,
  unit           text NOT NULL,
  account_id     uuid,
  subject        text,
  assurance      text NOT NULL,
  language       text NOT NULL,
  received_at    timestamptz NOT NULL,
  state          text NOT NULL,
  state_since    timestamptz NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX request_envelope_by_account ON request_envelope (account_id, id DESC) WHERE account_id IS NOT NULL;
COMMENT ON COLUMN request_envelope.id IS 'pseudonym: names the request; erased at the end of meinkonto.request.keep';
COMMENT ON COLUMN request_envelope.draft_id IS 'operational: one draft becomes one request; with the row';
COMMENT ON COLUMN request_envelope.reference IS 'pseudonym: the name of the request among people; with the row';
COMMENT ON COLUMN request_envelope.service IS 'operational: what was asked for; with the row';
COMMENT ON COLUMN request_envelope.schema_version IS 'operational: version of the answers’ schema; with the row';
COMMENT ON COLUMN request_envelope.unit IS 'operational: the unit in charge; with the row';
COMMENT ON COLUMN request_envelope.account_id IS 'pseudonym: who sent it; erased when the account is closed';
COMMENT ON COLUMN request_envelope.subject IS 'pseudonym: under which name the unit knows the account; erased when the account is closed';
COMMENT ON COLUMN request_envelope.assurance IS 'operational: how surely the sender was known; with the row';
COMMENT ON COLUMN request_envelope.language IS 'operational: language of the pages when it was sent; with the row';
COMMENT ON COLUMN request_envelope.received_at IS 'operational: when it was received; with the row';
COMMENT ON COLUMN request_envelope.state IS 'operational: where it stands; with the row';
COMMENT ON COLUMN request_envelope.state_since IS 'operational: since when, counts for its erasure; with the row';

-- The request itself (same id) and each later answer to a question.
CREATE TABLE request_submission (
  id            uuid PRIMARY KEY,
  request_id    uuid NOT NULL REFERENCES request_envelope ON DELETE CASCADE,
  question_id   text,
  received_at   timestamptz NOT NULL,
  receipt       text NOT NULL,
  taken_receipt text,
  done_at       timestamptz,
  UNIQUE (request_id, question_id)
);
COMMENT ON COLUMN request_submission.id IS 'pseudonym: names the submission; with its request';
COMMENT ON COLUMN request_submission.request_id IS 'pseudonym: its request; with its request';
COMMENT ON COLUMN request_submission.question_id IS 'operational: the unit’s name for the question answered, empty for the request itself; with its request';
COMMENT ON COLUMN request_submission.received_at IS 'operational: when it was received; with its request';
COMMENT ON COLUMN request_submission.receipt IS 'pseudonym: signed proof of receipt, reference and tags; with its request';
COMMENT ON COLUMN request_submission.taken_receipt IS 'pseudonym: signed proof that the unit took it; with its request';
COMMENT ON COLUMN request_submission.done_at IS 'operational: when the unit took or rejected it; with its request';

CREATE TABLE request_part (
  submission_id uuid NOT NULL REFERENCES request_submission ON DELETE CASCADE,
  position      smallint NOT NULL,
  name          text NOT NULL,
  media_type    text NOT NULL,
  size          bigint NOT NULL,
  tag           text NOT NULL,
  sealed        bytea NOT NULL,
  PRIMARY KEY (submission_id, name)
);
ALTER TABLE request_part ALTER COLUMN sealed SET STORAGE EXTERNAL; -- ciphertext does not get smaller
COMMENT ON COLUMN request_part.submission_id IS 'pseudonym: its submission; when the unit took or rejected it';
COMMENT ON COLUMN request_part.position IS 'operational: order of the parts; when the unit took or rejected it';
COMMENT ON COLUMN request_part.name IS 'operational: metadata, data or attachment and number; when the unit took or rejected it';
COMMENT ON COLUMN request_part.media_type IS 'operational: kind of content; when the unit took or rejected it';
COMMENT ON COLUMN request_part.size IS 'operational: bytes of the sealed part; when the unit took or rejected it';
COMMENT ON COLUMN request_part.tag IS 'operational: authentication tag of the sealed part; when the unit took or rejected it';
COMMENT ON COLUMN request_part.sealed IS 'sealed: JWE that only the unit can open; when the unit took or rejected it';

-- Which questions are open; their words are messages and not here.
CREATE TABLE request_question (
  request_id  uuid NOT NULL REFERENCES request_envelope ON DELETE CASCADE,
  question_id text NOT NULL,
  uploads     boolean NOT NULL,
  asked_at    timestamptz NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (request_id, question_id)
);
COMMENT ON COLUMN request_question.request_id IS 'pseudonym: the request it is about; with its request';
COMMENT ON COLUMN request_question.question_id IS 'operational: the unit’s name for the question; with its request';
COMMENT ON COLUMN request_question.uploads IS 'operational: whether files may come with the answer; with its request';
COMMENT ON COLUMN request_question.asked_at IS 'operational: when it was asked; with its request';
COMMENT ON COLUMN request_question.answered_at IS 'operational: when it was answered; with its request';
