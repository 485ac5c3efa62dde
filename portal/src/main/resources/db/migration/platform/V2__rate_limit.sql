-- One number for each limit. What was counted before is forgotten once; limits span a day at most.
DROP TABLE platform_rate_limit;
CREATE TABLE platform_rate_limit (
  id      text PRIMARY KEY,
  full_at bigint NOT NULL
);
COMMENT ON COLUMN platform_rate_limit.id IS 'pseudonym: limit and keyed hash of what is limited; erased when the limit is full again';
COMMENT ON COLUMN platform_rate_limit.full_at IS 'operational: when the limit is full again, milliseconds since 1970; with the row';
