-- A code of a letter is confirmed or refused.
ALTER TABLE conformance_case
  DROP CONSTRAINT conformance_case_outcome_check,
  ADD CONSTRAINT conformance_case_outcome_check
    CHECK (outcome IN ('accepted', 'rejected', 'confirmed', 'refused', 'unreadable'));
