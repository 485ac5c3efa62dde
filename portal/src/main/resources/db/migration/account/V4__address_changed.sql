ALTER TABLE account ADD COLUMN address_changed_at timestamptz;
COMMENT ON COLUMN account.address_changed_at IS 'operational: when the postal address was last changed, since a new one has to wait before a letter to it helps to recover the account; erased when the account is closed';
