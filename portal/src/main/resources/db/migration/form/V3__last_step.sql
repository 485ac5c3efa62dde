-- Where forms are left, counted when a draft is erased: not its answers, and nothing of what was sent.
ALTER TABLE form_draft ADD COLUMN last_step text;
COMMENT ON COLUMN form_draft.last_step IS 'operational: in which step something was last entered, to count where forms are left; erased on sending or with the draft';
