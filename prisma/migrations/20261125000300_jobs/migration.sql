-- Work that the portal does later or again, in the worker process: one row a job. A row names ids and nothing else.

CREATE TABLE portal.job (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  id           text NOT NULL,
  -- Null for work on the organisation itself.
  project_id   text,
  kind         text NOT NULL,
  -- The id of what the work is about, or empty. Of a kind and subject there is one job; asking again moves it.
  subject      text NOT NULL DEFAULT '',
  due_at       timestamptz NOT NULL DEFAULT now(),
  -- While a worker holds it; a worker that dies lets it lapse.
  locked_until timestamptz,
  -- How often it was asked for: a job that is asked for while it runs goes round once more.
  asked        integer NOT NULL DEFAULT 1,
  attempts     integer NOT NULL DEFAULT 0,
  -- Given up after too many attempts; asking again starts it anew.
  failed_at    timestamptz,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX job_subject ON portal.job (organisation_id, (coalesce(project_id, '')), kind, subject);
CREATE INDEX job_due ON portal.job (due_at) WHERE failed_at IS NULL;

ALTER TABLE portal.job ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.job FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.job TO citadel_portal;
CREATE POLICY own_organisation ON portal.job TO citadel_portal
  USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation());

-- The worker's one look across tenants: it takes the next job that is due and learns its ids. The scope is made again from the row.
CREATE POLICY look_up ON portal.job FOR SELECT TO citadel_portal_lookup USING (true);
CREATE POLICY claim ON portal.job FOR UPDATE TO citadel_portal_lookup USING (true) WITH CHECK (true);
GRANT SELECT (organisation_id, id, kind, due_at, locked_until, attempts, failed_at) ON portal.job TO citadel_portal_lookup;
GRANT UPDATE (locked_until, attempts) ON portal.job TO citadel_portal_lookup;

-- Those of the organisation with the least work in hand come first, so that nobody's thousand jobs hold up another's one.
CREATE FUNCTION portal.claim_job(kinds text[], lock_seconds integer)
  RETURNS TABLE (organisation_id text, job_id text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    UPDATE portal.job j SET locked_until = now() + make_interval(secs => lock_seconds), attempts = j.attempts + 1
    WHERE (j.organisation_id, j.id) = (
      SELECT due.organisation_id, due.id FROM portal.job due
      WHERE current_setting('app.worker', true) = 'on' AND due.failed_at IS NULL AND due.due_at <= now() AND due.kind = ANY (kinds)
        AND (due.locked_until IS NULL OR due.locked_until < now())
      ORDER BY (SELECT count(*) FROM portal.job held WHERE held.organisation_id = due.organisation_id AND held.locked_until >= now()), due.due_at
      LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    RETURNING j.organisation_id, j.id
  $$;

GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.claim_job(text[], integer) OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON FUNCTION portal.claim_job(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.claim_job(text[], integer) TO citadel_portal;
