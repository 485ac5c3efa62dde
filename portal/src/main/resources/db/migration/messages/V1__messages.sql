-- A thread for each request. All words lie in the sealed columns, encrypted under the account's own key.
CREATE TABLE messages_thread (
  id              uuid PRIMARY KEY,
  account_id      uuid NOT NULL,
  request_id      uuid NOT NULL UNIQUE,
  state           text NOT NULL,
  asks            boolean NOT NULL DEFAULT false,
  unread          int NOT NULL DEFAULT 0,
  last_letter_id uuid NOT NULL,
  archived_at     timestamptz,
  subject         bytea NOT NULL
) WITH (fillfactor = 85);
-- The inbox and the archive page by page: message ids are UUIDv7, so the newest message's id is the order of the threads.
CREATE INDEX messages_thread_inbox ON messages_thread (account_id, last_letter_id DESC) WHERE archived_at IS NULL;
CREATE INDEX messages_thread_archive ON messages_thread (account_id, last_letter_id DESC) WHERE archived_at IS NOT NULL;
-- Search walks over both; closing an account finds all.
CREATE INDEX messages_thread_all ON messages_thread (account_id, last_letter_id DESC);
-- The number in the page frame, on every page: only what is unread is in this index.
CREATE INDEX messages_thread_unread ON messages_thread (account_id, last_letter_id DESC) INCLUDE (unread)
  WHERE unread > 0 AND archived_at IS NULL;
COMMENT ON COLUMN messages_thread.id IS 'operational: id of the thread; erased when the account is closed';
COMMENT ON COLUMN messages_thread.account_id IS 'pseudonym: whose thread; erased when the account is closed';
COMMENT ON COLUMN messages_thread.request_id IS 'pseudonym: the request it is about; erased when the account is closed';
COMMENT ON COLUMN messages_thread.state IS 'operational: where the request stands; erased when the account is closed';
COMMENT ON COLUMN messages_thread.asks IS 'operational: whether a question waits for an answer; erased when the account is closed';
COMMENT ON COLUMN messages_thread.unread IS 'operational: how many messages are unread; erased when the account is closed';
COMMENT ON COLUMN messages_thread.last_letter_id IS 'operational: the newest message, for the order of threads; erased when the account is closed';
COMMENT ON COLUMN messages_thread.archived_at IS 'operational: when the person put it away; erased when the account is closed';
COMMENT ON COLUMN messages_thread.subject IS 'personal: reference, service and unit, encrypted under the account''s key; erased when the account is closed';

CREATE TABLE messages_letter (
  id          uuid PRIMARY KEY,
  thread_id   uuid NOT NULL REFERENCES messages_thread ON DELETE CASCADE,
  kind        text NOT NULL,
  written_at  timestamptz NOT NULL,
  source      bytea NOT NULL,
  answered_at timestamptz,
  body        bytea NOT NULL
);
CREATE INDEX messages_letter_by_thread ON messages_letter (thread_id, id DESC);
-- The same word from a unit twice is one message.
CREATE UNIQUE INDEX messages_letter_once ON messages_letter (thread_id, source);
COMMENT ON COLUMN messages_letter.id IS 'operational: id of the message; erased when the account is closed';
COMMENT ON COLUMN messages_letter.thread_id IS 'operational: the thread it is in; erased when the account is closed';
COMMENT ON COLUMN messages_letter.kind IS 'operational: receipt, message, question, answer or state; erased when the account is closed';
COMMENT ON COLUMN messages_letter.written_at IS 'operational: when it was written; erased when the account is closed';
COMMENT ON COLUMN messages_letter.source IS 'operational: keyed hash of what it was made from, so that it comes once; erased when the account is closed';
COMMENT ON COLUMN messages_letter.answered_at IS 'operational: when a question was answered; erased when the account is closed';
COMMENT ON COLUMN messages_letter.body IS 'personal: the words, names of documents, receipt, encrypted under the account''s key; erased when the account is closed';

CREATE TABLE messages_document (
  id         uuid PRIMARY KEY,
  letter_id  uuid NOT NULL REFERENCES messages_letter ON DELETE CASCADE,
  content    bytea NOT NULL
);
CREATE INDEX messages_document_by_letter ON messages_document (letter_id);
ALTER TABLE messages_document ALTER COLUMN content SET STORAGE EXTERNAL; -- ciphertext does not get smaller
COMMENT ON COLUMN messages_document.id IS 'operational: id of the document; erased when the account is closed';
COMMENT ON COLUMN messages_document.letter_id IS 'operational: the message it came with; erased when the account is closed';
COMMENT ON COLUMN messages_document.content IS 'personal: a document from a unit, encrypted under the account''s key; erased when the account is closed';

-- When somebody was last told that there is something new, so that several messages make one notice.
CREATE TABLE messages_notice (
  account_id uuid PRIMARY KEY,
  told_at    timestamptz NOT NULL
);
COMMENT ON COLUMN messages_notice.account_id IS 'pseudonym: who was told; erased when the account is closed';
COMMENT ON COLUMN messages_notice.told_at IS 'operational: when; erased when the account is closed';
