-- Who runs the portal, and in which role.
CREATE TABLE operations_staff (
  account_id uuid PRIMARY KEY,
  role       text NOT NULL CHECK (role IN ('operator', 'service-owner', 'auditor')),
  units      text[] NOT NULL DEFAULT '{}',
  since      timestamptz NOT NULL
);
COMMENT ON COLUMN operations_staff.account_id IS 'pseudonym: the account of somebody who runs the portal; until the role is taken away, or the account is closed';
COMMENT ON COLUMN operations_staff.role IS 'operational: what they may do; with the row';
COMMENT ON COLUMN operations_staff.units IS 'operational: of which units a service owner sees anything; with the row';
COMMENT ON COLUMN operations_staff.since IS 'operational: since when; with the row';

-- What staff did. The running portal reads and adds rows, and changes none.
CREATE TABLE operations_audit (
  id          uuid PRIMARY KEY,
  occurred_at timestamptz NOT NULL,
  account_id  uuid,
  act         text NOT NULL,
  unit        text,
  reference   text,
  reason      text NOT NULL
);
CREATE INDEX operations_audit_by_time ON operations_audit (occurred_at DESC, id DESC);
CREATE INDEX operations_audit_by_reference ON operations_audit (reference) WHERE reference IS NOT NULL;
COMMENT ON COLUMN operations_audit.id IS 'operational: the entry; never, the portal cannot';
COMMENT ON COLUMN operations_audit.occurred_at IS 'operational: when; with the row';
COMMENT ON COLUMN operations_audit.account_id IS 'pseudonym: who of the staff, nothing for the terminal; with the row';
COMMENT ON COLUMN operations_audit.act IS 'operational: what was done; with the row';
COMMENT ON COLUMN operations_audit.unit IS 'operational: which unit it was about; with the row';
COMMENT ON COLUMN operations_audit.reference IS 'pseudonym: which delivery, proposal, disturbance or member of staff it was about; with the row';
COMMENT ON COLUMN operations_audit.reason IS 'operational: why, in the words of staff, who name nobody; with the row';

-- What one member of staff proposed and another must confirm.
CREATE TABLE operations_proposal (
  id          uuid PRIMARY KEY,
  act         text NOT NULL,
  unit        text NOT NULL,
  detail      text NOT NULL,
  reason      text NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'declined', 'expired')),
  decided_by  uuid,
  decided_at  timestamptz
);
CREATE UNIQUE INDEX operations_proposal_once ON operations_proposal (act, unit, detail) WHERE state = 'open';
CREATE INDEX operations_proposal_by_expiry ON operations_proposal (expires_at);
COMMENT ON COLUMN operations_proposal.id IS 'operational: the proposal; 90 days after it could be confirmed';
COMMENT ON COLUMN operations_proposal.act IS 'operational: what is to be done; with the row';
COMMENT ON COLUMN operations_proposal.unit IS 'operational: at which unit; with the row';
COMMENT ON COLUMN operations_proposal.detail IS 'operational: what exactly, as the act writes it; with the row';
COMMENT ON COLUMN operations_proposal.reason IS 'operational: why, in the words of staff, who name nobody; with the row';
COMMENT ON COLUMN operations_proposal.proposed_by IS 'pseudonym: who of the staff proposed it; with the row';
COMMENT ON COLUMN operations_proposal.proposed_at IS 'operational: when; with the row';
COMMENT ON COLUMN operations_proposal.expires_at IS 'operational: until when another may confirm it; with the row';
COMMENT ON COLUMN operations_proposal.state IS 'operational: open, confirmed, declined or expired; with the row';
COMMENT ON COLUMN operations_proposal.decided_by IS 'pseudonym: who of the staff decided; with the row';
COMMENT ON COLUMN operations_proposal.decided_at IS 'operational: when; with the row';
