-- Who looks after a service, but not after its unit.
ALTER TABLE operations_staff ADD COLUMN services text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN operations_staff.services IS 'operational: of which services a service owner sees everything; with the row';
