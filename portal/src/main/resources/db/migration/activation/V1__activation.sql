-- Activations: which accounts units know for sure, and what is under way about that.
CREATE TABLE activation_link (
  account_id uuid NOT NULL,
  service    text NOT NULL,
  unit       text NOT NULL,
  link       bytea NOT NULL,
  lookup     bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, service)
);
CREATE INDEX activation_link_by_lookup ON activation_link (lookup);
COMMENT ON COLUMN activation_link.account_id IS 'pseudonym: who was activated; erased when its owner or the unit takes the activation back, or the account is closed';
COMMENT ON COLUMN activation_link.service IS 'public: for which service; with the row';
COMMENT ON COLUMN activation_link.unit IS 'public: the unit that knows the account; with the row';
COMMENT ON COLUMN activation_link.link IS 'pseudonym: the name that the unit gave, encrypted under the account’s data key; with the row';
COMMENT ON COLUMN activation_link.lookup IS 'pseudonym: keyed hash of unit and link, to find it when the unit takes it back; with the row';
COMMENT ON COLUMN activation_link.created_at IS 'operational: since when; with the row';

-- A code that was typed, an order of a letter, or the end of an activation, on its way to the unit.
CREATE TABLE activation_submission (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL,
  service    text NOT NULL,
  unit       text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('code', 'letter', 'end')),
  state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'refused')),
  envelope   text NOT NULL,
  receipt    text NOT NULL,
  metadata   bytea,
  data       bytea,
  reason     text,
  tries_left int,
  answer     bytea,
  sent_at    timestamptz NOT NULL,
  done_at    timestamptz
);
CREATE UNIQUE INDEX activation_submission_one_open ON activation_submission (account_id, service, kind) WHERE state = 'open' AND kind <> 'end';
CREATE INDEX activation_submission_of_account ON activation_submission (account_id, service, kind, sent_at DESC);
CREATE INDEX activation_submission_by_age ON activation_submission (sent_at);
COMMENT ON COLUMN activation_submission.id IS 'pseudonym: names the submission; erased 30 days after the unit answered, or when the account is closed';
COMMENT ON COLUMN activation_submission.account_id IS 'pseudonym: who sent it; with the row';
COMMENT ON COLUMN activation_submission.service IS 'public: for which service; with the row';
COMMENT ON COLUMN activation_submission.unit IS 'public: the unit in charge; with the row';
COMMENT ON COLUMN activation_submission.kind IS 'operational: a code, an order of a letter, or the end of an activation; with the row';
COMMENT ON COLUMN activation_submission.state IS 'operational: open, accepted or refused; with the row';
COMMENT ON COLUMN activation_submission.envelope IS 'pseudonym: what the contract says about it, without content; with the row';
COMMENT ON COLUMN activation_submission.receipt IS 'pseudonym: signed proof of receipt, reference and tags; with the row';
COMMENT ON COLUMN activation_submission.metadata IS 'sealed: JWE with the sender, that only the unit can open; when the unit answered, at the latest after seven days for a code or an order';
COMMENT ON COLUMN activation_submission.data IS 'sealed: JWE with the code, the order or the link, that only the unit can open; when the unit answered, at the latest after seven days for a code or an order';
COMMENT ON COLUMN activation_submission.reason IS 'operational: why it was refused, a code; with the row';
COMMENT ON COLUMN activation_submission.tries_left IS 'operational: how many more wrong codes the unit looks at; with the row';
COMMENT ON COLUMN activation_submission.answer IS 'personal: why the unit sends no letter, in its words, encrypted under the account’s data key; with the row';
COMMENT ON COLUMN activation_submission.sent_at IS 'operational: when it was sent; with the row';
COMMENT ON COLUMN activation_submission.done_at IS 'operational: when the unit answered; with the row';
