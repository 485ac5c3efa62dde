ALTER TABLE account ADD COLUMN email_changed_at timestamptz;
COMMENT ON COLUMN account.email_changed_at IS 'operational: when the e-mail address was last changed, since a new one has to wait before it helps to recover the account; erased when the account is closed';
