-- What a unit decides to give back, and how much of it the provider has given back so far.
ALTER TABLE payment
  ADD COLUMN paid_at  timestamptz,
  ADD COLUMN refunded numeric(10, 2) NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND amount); -- never more than was paid
UPDATE payment SET paid_at = state_since WHERE state = 'paid';
UPDATE payment SET refunded = amount, paid_at = created_at WHERE state = 'refunded';
COMMENT ON COLUMN payment.paid_at IS 'operational: since when it is paid; with the row';
COMMENT ON COLUMN payment.refunded IS 'operational: how much of it is to be given back; with the row';

ALTER TABLE payment_attempt ADD COLUMN credited numeric(10, 2) NOT NULL DEFAULT 0;
UPDATE payment_attempt SET credited = amount FROM payment WHERE payment.id = payment_id AND payment_attempt.state = 'refunded';
COMMENT ON COLUMN payment_attempt.credited IS 'operational: how much of it the provider has given back; with its payment';

CREATE TABLE payment_refund (
  id         uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payment ON DELETE CASCADE,
  name       text NOT NULL,
  amount     numeric(10, 2) NOT NULL CHECK (amount > 0),
  decided_at timestamptz NOT NULL,
  UNIQUE (payment_id, name)
);
COMMENT ON COLUMN payment_refund.id IS 'pseudonym: names the decision; with its payment';
COMMENT ON COLUMN payment_refund.payment_id IS 'pseudonym: its payment; with its payment';
COMMENT ON COLUMN payment_refund.name IS 'pseudonym: the unit’s name for it, empty where nothing is owed any more; with its payment';
COMMENT ON COLUMN payment_refund.amount IS 'operational: in Swiss francs; with its payment';
COMMENT ON COLUMN payment_refund.decided_at IS 'operational: when it was decided; with its payment';
