CREATE TABLE platform_spent_challenge (
  mark       bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX platform_spent_challenge_expires ON platform_spent_challenge (expires_at);
COMMENT ON COLUMN platform_spent_challenge.mark IS 'operational: a challenge that was answered, so that nobody answers it again; erased once it has expired';
COMMENT ON COLUMN platform_spent_challenge.expires_at IS 'operational: when the challenge expires by itself; with the row';
