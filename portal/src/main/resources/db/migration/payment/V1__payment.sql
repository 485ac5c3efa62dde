-- What is paid before a unit gets it. No card data, no names: who pays is known to the provider or to the bank.
CREATE TABLE payment (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind        text NOT NULL,
  purchase    uuid NOT NULL,
  service     text NOT NULL,
  unit        text NOT NULL,
  account_id  uuid,
  language    text NOT NULL,
  amount      numeric(10, 2) NOT NULL CHECK (amount > 0),
  ways        text[] NOT NULL,
  state       text NOT NULL CHECK (state IN ('open', 'invoiced', 'paid', 'refunded', 'dropped')),
  state_since timestamptz NOT NULL,
  way         text,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  UNIQUE (kind, purchase)
) WITH (fillfactor = 80);
CREATE INDEX payment_open ON payment (expires_at) WHERE state = 'open';
CREATE INDEX payment_by_account ON payment (account_id) WHERE account_id IS NOT NULL;
COMMENT ON COLUMN payment.id IS 'pseudonym: names the payment; erased at the end of meinkonto.payment.keep';
COMMENT ON COLUMN payment.number IS 'pseudonym: its number on receipts and invoices; with the row';
COMMENT ON COLUMN payment.kind IS 'operational: what kind of thing is paid; with the row';
COMMENT ON COLUMN payment.purchase IS 'pseudonym: what is paid; with the row';
COMMENT ON COLUMN payment.service IS 'operational: the service that it is for; with the row';
COMMENT ON COLUMN payment.unit IS 'operational: the unit that the money is for; with the row';
COMMENT ON COLUMN payment.account_id IS 'pseudonym: who pays; erased when the account is closed';
COMMENT ON COLUMN payment.language IS 'operational: language of the pages; with the row';
COMMENT ON COLUMN payment.amount IS 'operational: in Swiss francs; with the row';
COMMENT ON COLUMN payment.ways IS 'operational: how it may be paid; with the row';
COMMENT ON COLUMN payment.state IS 'operational: where it stands; with the row';
COMMENT ON COLUMN payment.state_since IS 'operational: since when; with the row';
COMMENT ON COLUMN payment.way IS 'operational: how it is paid; with the row';
COMMENT ON COLUMN payment.created_at IS 'operational: since when it is asked for; with the row';
COMMENT ON COLUMN payment.expires_at IS 'operational: until when it is waited for; with the row';

-- Each time somebody went to the payment provider for it.
CREATE TABLE payment_attempt (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY,
  payment_id  uuid NOT NULL REFERENCES payment ON DELETE CASCADE,
  transaction text UNIQUE,
  state       text NOT NULL CHECK (state IN ('begun', 'authorized', 'settled', 'failed', 'released', 'refunded')),
  state_since timestamptz NOT NULL,
  method      text,
  counts      boolean NOT NULL DEFAULT false,
  next_at     timestamptz,
  tries       int NOT NULL DEFAULT 0
) WITH (fillfactor = 80);
CREATE INDEX payment_attempt_of ON payment_attempt (payment_id);
CREATE UNIQUE INDEX payment_attempt_number ON payment_attempt (number);
CREATE UNIQUE INDEX payment_attempt_counts ON payment_attempt (payment_id) WHERE counts; -- paid once, whatever happens
CREATE INDEX payment_attempt_next ON payment_attempt (next_at) WHERE next_at IS NOT NULL;
COMMENT ON COLUMN payment_attempt.id IS 'pseudonym: names the attempt; with its payment';
COMMENT ON COLUMN payment_attempt.number IS 'pseudonym: our reference at the provider; with its payment';
COMMENT ON COLUMN payment_attempt.payment_id IS 'pseudonym: its payment; with its payment';
COMMENT ON COLUMN payment_attempt.transaction IS 'pseudonym: the provider’s reference, empty until it gave one; with its payment';
COMMENT ON COLUMN payment_attempt.state IS 'operational: where it stands; with its payment';
COMMENT ON COLUMN payment_attempt.state_since IS 'operational: since when; with its payment';
COMMENT ON COLUMN payment_attempt.method IS 'operational: by which card or app; with its payment';
COMMENT ON COLUMN payment_attempt.counts IS 'operational: whether it is what the payment was paid with; with its payment';
COMMENT ON COLUMN payment_attempt.next_at IS 'operational: when the provider is asked or told next; with its payment';
COMMENT ON COLUMN payment_attempt.tries IS 'operational: how often that failed in a row; with its payment';
