-- The audit log: one hash chain an organisation, written in the transaction of the change it tells of. Rows are added and read, never changed:
-- the login may not, and a trigger refuses it to everybody else. There is no foreign key: the log outlives what it tells of.
CREATE TABLE portal.audit_event (
  organisation_id text NOT NULL,
  -- From 1 without gaps.
  sequence      integer NOT NULL CHECK (sequence >= 1),
  at            timestamptz NOT NULL,
  actor_kind    text NOT NULL CHECK (actor_kind IN ('person', 'operator', 'system')),
  actor_id      text,
  actor_name    text NOT NULL,
  action        text NOT NULL,
  target_kind   text,
  target_id     text,
  target_name   text,
  -- Where the request came from; null for work in the background.
  address       text,
  -- What it was and what it became, without secrets and without words of a document.
  before        jsonb NOT NULL,
  after         jsonb NOT NULL,
  -- sha256 of the row before (32 zero bytes for the first), and of this row's canonical JSON with it.
  previous_hash bytea NOT NULL,
  hash          bytea NOT NULL,
  PRIMARY KEY (organisation_id, sequence)
);
CREATE INDEX audit_event_time ON portal.audit_event (organisation_id, at DESC);

ALTER TABLE portal.audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON portal.audit_event TO citadel_portal
  USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation());
GRANT SELECT, INSERT ON portal.audit_event TO citadel_portal;

CREATE FUNCTION portal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;
REVOKE ALL ON FUNCTION portal.refuse_change() FROM PUBLIC;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON portal.audit_event FOR EACH STATEMENT EXECUTE FUNCTION portal.refuse_change();
