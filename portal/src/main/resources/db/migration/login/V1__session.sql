-- Sessions (Spring Session JDBC). Its own names are upper case; PostgreSQL folds them.
CREATE TABLE spring_session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval int NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100)
);
CREATE UNIQUE INDEX spring_session_by_id ON spring_session (session_id);
CREATE INDEX spring_session_by_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_by_principal ON spring_session (principal_name);
CREATE TABLE spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES spring_session ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
COMMENT ON COLUMN spring_session.primary_id IS 'operational: row id; erased when the session ends';
COMMENT ON COLUMN spring_session.session_id IS 'credential: names the session in the cookie; erased when the session ends';
COMMENT ON COLUMN spring_session.creation_time IS 'operational: begin of the session; erased with it';
COMMENT ON COLUMN spring_session.last_access_time IS 'operational: for the idle limit; erased with the session';
COMMENT ON COLUMN spring_session.max_inactive_interval IS 'operational: idle limit in seconds; erased with the session';
COMMENT ON COLUMN spring_session.expiry_time IS 'operational: when the session ends; erased with it';
COMMENT ON COLUMN spring_session.principal_name IS 'pseudonym: account id; erased with the session';
COMMENT ON COLUMN spring_session_attributes.session_primary_id IS 'operational: whose attribute; erased with the session';
COMMENT ON COLUMN spring_session_attributes.attribute_name IS 'operational: which attribute; erased with the session';
COMMENT ON COLUMN spring_session_attributes.attribute_bytes IS 'pseudonym: account id and factors, no name or contact data; erased with the session';
