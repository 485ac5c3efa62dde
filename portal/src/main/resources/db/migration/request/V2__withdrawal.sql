-- A request may be taken back: that is a submission of its own, at most one a request.
ALTER TABLE request_submission ADD COLUMN kind text NOT NULL DEFAULT 'request'
  CHECK (kind IN ('request', 'answer', 'withdrawal'));
UPDATE request_submission SET kind = 'answer' WHERE question_id IS NOT NULL;
CREATE UNIQUE INDEX request_submission_withdrawal ON request_submission (request_id) WHERE kind = 'withdrawal';
COMMENT ON COLUMN request_submission.kind IS 'operational: the request itself, an answer, or that it is taken back; with its request';
