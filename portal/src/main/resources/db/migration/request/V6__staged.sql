-- Large attachments are sealed and written in fragments before their submission is entered, so that nobody holds them
-- all at once. What was staged for a submission that never came is erased within the hour, as is what belongs to an
-- erased request.
ALTER TABLE request_part DROP CONSTRAINT request_part_submission_id_fkey;
COMMENT ON COLUMN request_part.name IS 'operational: metadata, data or attachment with number and fragment; when the unit took or rejected it';
