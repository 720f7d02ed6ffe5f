-- A customer that leaves: shut like a suspended one (every look-up before a scope asks for 'active'), and never opened again.
ALTER TABLE portal.organisation DROP CONSTRAINT organisation_status_check;
ALTER TABLE portal.organisation ADD CONSTRAINT organisation_status_check CHECK (status IN ('active', 'suspended', 'deleting'));
