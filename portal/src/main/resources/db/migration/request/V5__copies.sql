-- Other units get a part of a request, too; each of them is told when it is taken back.
ALTER TABLE request_submission ADD COLUMN unit text;
ALTER TABLE request_submission DROP CONSTRAINT request_submission_kind_check;
ALTER TABLE request_submission ADD CONSTRAINT request_submission_kind_check
  CHECK (kind IN ('request', 'copy', 'answer', 'withdrawal', 'delivery-notice'));
DROP INDEX request_submission_withdrawal;
CREATE UNIQUE INDEX request_submission_withdrawal ON request_submission (request_id, coalesce(unit, '')) WHERE kind = 'withdrawal';
CREATE UNIQUE INDEX request_submission_copy ON request_submission (request_id, unit) WHERE kind = 'copy';
COMMENT ON COLUMN request_submission.unit IS 'operational: the unit that it is for, empty for the one in charge; with its request';
COMMENT ON COLUMN request_submission.kind IS 'operational: the request itself, a copy, an answer, that it is taken back, or how a formal delivery went; with its request';
