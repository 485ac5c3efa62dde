-- Formal deliveries: a message whose words open only when its reader asks for them.
ALTER TABLE messages_thread ADD COLUMN unopened boolean NOT NULL DEFAULT false;
CREATE INDEX messages_thread_unopened ON messages_thread (account_id, last_letter_id DESC) WHERE unopened;
COMMENT ON COLUMN messages_thread.unopened IS 'operational: whether a formal delivery waits to be opened; erased when the account is closed';
COMMENT ON COLUMN messages_letter.kind IS 'operational: receipt, message, formal, question, answer or state; erased when the account is closed';
COMMENT ON COLUMN messages_letter.answered_at IS 'operational: when a question was answered, or a formal delivery opened; erased when the account is closed';
