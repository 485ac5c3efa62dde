-- Large files are kept in pieces, so that nobody has to hold a whole one. A row of before still has its content itself.
ALTER TABLE form_upload ALTER COLUMN content DROP NOT NULL;
ALTER TABLE form_upload ADD COLUMN whole boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN form_upload.content IS 'sealed: the file, when it is not in pieces, under a key that only the browser has; erased on sending or after 30 days';
COMMENT ON COLUMN form_upload.whole IS 'operational: whether all its pieces are written; erased on sending or after 30 days';

CREATE TABLE form_upload_piece (
  upload_id uuid NOT NULL REFERENCES form_upload ON DELETE CASCADE,
  position  integer NOT NULL,
  content   bytea NOT NULL,
  PRIMARY KEY (upload_id, position)
);
ALTER TABLE form_upload_piece ALTER COLUMN content SET STORAGE EXTERNAL; -- ciphertext does not compress
COMMENT ON COLUMN form_upload_piece.upload_id IS 'pseudonym: the file it belongs to; erased on sending or after 30 days';
COMMENT ON COLUMN form_upload_piece.position IS 'operational: where in the file it stands, from 0; erased on sending or after 30 days';
COMMENT ON COLUMN form_upload_piece.content IS 'sealed: a piece of the file, under a key that only the browser has; erased on sending or after 30 days';
