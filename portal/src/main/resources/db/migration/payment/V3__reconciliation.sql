-- What the provider and the bank say, beside what the portal has noted. Nothing of who paid is read from the bank’s files.
CREATE INDEX payment_paid ON payment (paid_at) WHERE paid_at IS NOT NULL;

ALTER TABLE payment_attempt
  ADD COLUMN compared_at    timestamptz,
  ADD COLUMN there_booked   numeric(10, 2) NOT NULL DEFAULT 0,
  ADD COLUMN there_credited numeric(10, 2) NOT NULL DEFAULT 0,
  ADD COLUMN differs        boolean NOT NULL DEFAULT false;
CREATE INDEX payment_attempt_uncompared ON payment_attempt (state_since) WHERE compared_at IS NULL AND transaction IS NOT NULL;
CREATE INDEX payment_attempt_differs ON payment_attempt (compared_at) WHERE differs;
COMMENT ON COLUMN payment_attempt.compared_at IS 'operational: when it was last compared with the provider; with its payment';
COMMENT ON COLUMN payment_attempt.there_booked IS 'operational: how much the provider says it has booked; with its payment';
COMMENT ON COLUMN payment_attempt.there_credited IS 'operational: how much the provider says it has given back; with its payment';
COMMENT ON COLUMN payment_attempt.differs IS 'operational: whether that is not what was decided; with its payment';

ALTER TABLE payment_refund
  ADD COLUMN by_hand        boolean NOT NULL DEFAULT false,
  ADD COLUMN transferred_at timestamptz;
CREATE INDEX payment_refund_by_hand ON payment_refund (decided_at) WHERE by_hand AND transferred_at IS NULL;
COMMENT ON COLUMN payment_refund.by_hand IS 'operational: whether the city transfers it, since it was paid at the bank; with its payment';
COMMENT ON COLUMN payment_refund.transferred_at IS 'operational: when staff said that it was transferred; with its payment';

CREATE TABLE payment_bank_file (
  digest  bytea PRIMARY KEY,
  read_at timestamptz NOT NULL
);
COMMENT ON COLUMN payment_bank_file.digest IS 'operational: which file of the bank it was; erased at the end of meinkonto.payment.keep';
COMMENT ON COLUMN payment_bank_file.read_at IS 'operational: when it was read; with the row';

CREATE TABLE payment_credit (
  id             uuid PRIMARY KEY,
  bank_reference text NOT NULL UNIQUE,
  booked_on      date NOT NULL,
  currency       text NOT NULL,
  amount         numeric(14, 2) NOT NULL,
  reference      text CHECK (reference ~ '^[0-9]{27}$'),
  payment_id     uuid REFERENCES payment ON DELETE SET NULL,
  finding        text NOT NULL,
  settled_at     timestamptz
);
CREATE INDEX payment_credit_day ON payment_credit (booked_on);
CREATE INDEX payment_credit_of ON payment_credit (payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX payment_credit_open ON payment_credit (booked_on) WHERE settled_at IS NULL AND finding NOT IN ('matched', 'late');
COMMENT ON COLUMN payment_credit.id IS 'operational: names the credit; erased at the end of meinkonto.payment.keep';
COMMENT ON COLUMN payment_credit.bank_reference IS 'operational: what the bank calls it; with the row';
COMMENT ON COLUMN payment_credit.booked_on IS 'operational: the day on which the bank booked it; with the row';
COMMENT ON COLUMN payment_credit.currency IS 'operational: of the amount; with the row';
COMMENT ON COLUMN payment_credit.amount IS 'operational: how much; with the row';
COMMENT ON COLUMN payment_credit.reference IS 'pseudonym: the reference of a QR-bill, empty if it had none; with the row';
COMMENT ON COLUMN payment_credit.payment_id IS 'pseudonym: the payment that it belongs to; emptied with the payment';
COMMENT ON COLUMN payment_credit.finding IS 'operational: what was found about it; with the row';
COMMENT ON COLUMN payment_credit.settled_at IS 'operational: when staff said that nothing is to be done any more; with the row';
