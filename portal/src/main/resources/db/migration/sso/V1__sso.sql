-- Single sign-on: units' own applications learn from the portal who somebody is.

-- A request of an application that waits until somebody has logged in or agreed.
CREATE TABLE sso_request (
  id      bytea PRIMARY KEY,
  sealed  bytea NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX sso_request_by_end ON sso_request (ends_at);
COMMENT ON COLUMN sso_request.id IS 'credential: keyed hash of the reference in the browser; when the application has its answer, at the latest after an hour';
COMMENT ON COLUMN sso_request.sealed IS 'personal: what the application asked, which may hint at who it expects, sealed with the master key; with the row';
COMMENT ON COLUMN sso_request.ends_at IS 'operational: when the row goes; with the row';

-- A sign-in at an application, with what it may still be exchanged for.
CREATE TABLE sso_authorization (
  id            uuid PRIMARY KEY,
  client        text NOT NULL,
  account_id    uuid NOT NULL,
  sid           text NOT NULL,
  redirect_uri  text NOT NULL,
  nonce         text,
  challenge     text NOT NULL,
  scopes        text NOT NULL,
  claims        text NOT NULL,
  acr           text NOT NULL,
  amr           text NOT NULL,
  proved_at     timestamptz NOT NULL,
  code          bytea NOT NULL UNIQUE,
  code_until    timestamptz NOT NULL,
  code_used     boolean NOT NULL DEFAULT false,
  access        bytea UNIQUE,
  access_until  timestamptz,
  refresh       bytea UNIQUE,
  refresh_until timestamptz,
  ends_at       timestamptz NOT NULL
);
CREATE INDEX sso_authorization_by_account ON sso_authorization (account_id, client);
CREATE INDEX sso_authorization_by_session ON sso_authorization (sid);
CREATE INDEX sso_authorization_by_end ON sso_authorization (ends_at);
COMMENT ON COLUMN sso_authorization.id IS 'operational: which sign-in; when its session and its tokens are over, when it is revoked or the account is closed';
COMMENT ON COLUMN sso_authorization.client IS 'pseudonym: at which application; with the row';
COMMENT ON COLUMN sso_authorization.account_id IS 'pseudonym: who signed in; with the row';
COMMENT ON COLUMN sso_authorization.sid IS 'pseudonym: names the session towards applications, to end it there, too; with the row';
COMMENT ON COLUMN sso_authorization.redirect_uri IS 'operational: where the code was sent; with the row';
COMMENT ON COLUMN sso_authorization.nonce IS 'operational: the application''s own mark, given back to it; with the row';
COMMENT ON COLUMN sso_authorization.challenge IS 'operational: what the code''s bearer must prove (RFC 7636); with the row';
COMMENT ON COLUMN sso_authorization.scopes IS 'operational: what was agreed to; with the row';
COMMENT ON COLUMN sso_authorization.claims IS 'operational: single claims that were asked for; with the row';
COMMENT ON COLUMN sso_authorization.acr IS 'operational: level of the login; with the row';
COMMENT ON COLUMN sso_authorization.amr IS 'operational: by what the person proved who they are; with the row';
COMMENT ON COLUMN sso_authorization.proved_at IS 'operational: when they last proved it; with the row';
COMMENT ON COLUMN sso_authorization.code IS 'credential: keyed hash of the code; with the row';
COMMENT ON COLUMN sso_authorization.code_until IS 'operational: end of the code; with the row';
COMMENT ON COLUMN sso_authorization.code_used IS 'operational: whether the code was exchanged; with the row';
COMMENT ON COLUMN sso_authorization.access IS 'credential: keyed hash of the access token; with the row';
COMMENT ON COLUMN sso_authorization.access_until IS 'operational: end of the access token; with the row';
COMMENT ON COLUMN sso_authorization.refresh IS 'credential: keyed hash of the refresh token; with the row';
COMMENT ON COLUMN sso_authorization.refresh_until IS 'operational: end of the refresh token; with the row';
COMMENT ON COLUMN sso_authorization.ends_at IS 'operational: when the row goes; with the row';

-- What somebody agreed that an application gets.
CREATE TABLE sso_consent (
  account_id uuid NOT NULL,
  client     text NOT NULL,
  details    text NOT NULL,
  given_at   timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (account_id, client)
);
COMMENT ON COLUMN sso_consent.account_id IS 'pseudonym: who agreed; when they revoke it or close the account';
COMMENT ON COLUMN sso_consent.client IS 'pseudonym: to which application; with the row';
COMMENT ON COLUMN sso_consent.details IS 'operational: what it gets, such as name and email; with the row';
COMMENT ON COLUMN sso_consent.given_at IS 'operational: when they agreed; with the row';
COMMENT ON COLUMN sso_consent.used_at IS 'operational: when they last signed in there; with the row';

-- Signatures by which applications said who they are: each is good once.
CREATE TABLE sso_assertion (
  id      bytea PRIMARY KEY,
  ends_at timestamptz NOT NULL
);
CREATE INDEX sso_assertion_by_end ON sso_assertion (ends_at);
COMMENT ON COLUMN sso_assertion.id IS 'operational: keyed hash of application and jti; when the assertion has expired';
COMMENT ON COLUMN sso_assertion.ends_at IS 'operational: when it may be forgotten; with the row';

-- Keys that sign ID tokens and logout tokens.
CREATE TABLE sso_signing_key (
  generation int PRIMARY KEY,
  sealed     bytea NOT NULL,
  signs_from timestamptz NOT NULL
);
COMMENT ON COLUMN sso_signing_key.generation IS 'operational: which key; erased some weeks after a newer one took over';
COMMENT ON COLUMN sso_signing_key.sealed IS 'credential: the key, sealed with the master key; with the row';
COMMENT ON COLUMN sso_signing_key.signs_from IS 'operational: since when it signs; with the row';

-- Applications that are yet to hear that a session ended.
CREATE TABLE sso_logout (
  id      uuid PRIMARY KEY,
  client  text NOT NULL,
  subject text NOT NULL,
  sid     text NOT NULL,
  address text NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX sso_logout_by_end ON sso_logout (ends_at);
COMMENT ON COLUMN sso_logout.id IS 'operational: which notice; when the application has it, at the latest after a day';
COMMENT ON COLUMN sso_logout.client IS 'operational: which application; with the row';
COMMENT ON COLUMN sso_logout.subject IS 'pseudonym: the name by which it knows the person; with the row';
COMMENT ON COLUMN sso_logout.sid IS 'pseudonym: the session that ended; with the row';
COMMENT ON COLUMN sso_logout.address IS 'operational: where it wants to hear of it; with the row';
COMMENT ON COLUMN sso_logout.ends_at IS 'operational: when the row goes; with the row';
