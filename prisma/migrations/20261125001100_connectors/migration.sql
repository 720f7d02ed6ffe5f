-- Sources: where a project's documents come from by themselves, what each source has brought, and what it left aside.

CREATE TABLE portal.connector (
  organisation_id text NOT NULL,
  id          text NOT NULL,
  project_id  text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('website', 'bucket')),
  name        text NOT NULL,
  -- Addresses, patterns and limits; no secret.
  settings    jsonb NOT NULL,
  -- The credentials, sealed under the master key for this row alone; null where none are needed.
  sealed_secret bytea,
  -- Null: by hand or by the webhook only.
  every_minutes integer CHECK (every_minutes BETWEEN 15 AND 44640),
  -- sha256 of the webhook's token.
  hook_hash   bytea UNIQUE,
  status      text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'syncing', 'ready', 'broken', 'held', 'leaving')),
  -- A person asked for the next sync, so that it is no automatic one.
  asked_by_hand boolean NOT NULL DEFAULT true,
  done        integer NOT NULL DEFAULT 0,
  total       integer,
  started_at  timestamptz,
  finished_at timestamptz,
  -- When a sync last went through, and since when it does not.
  synced_at   timestamptz,
  broken_since timestamptz,
  reason      text,
  summary     jsonb,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX connector_project ON portal.connector (organisation_id, project_id);

-- What a source has brought: its address there, and the engine's document it became.
CREATE TABLE portal.connector_document (
  organisation_id text NOT NULL,
  connector_id text NOT NULL,
  address     text NOT NULL CHECK (octet_length(address) <= 2048),
  project_id  text NOT NULL,
  document_id text NOT NULL,
  name        text NOT NULL,
  -- Where people find it at the source; null where there is no such place.
  link        text,
  etag        text,
  modified    text,
  -- sha256 of the bytes, in hex.
  digest      text NOT NULL,
  -- Other addresses it leads to, for when the source says that it has not changed.
  links       text[] NOT NULL DEFAULT '{}',
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, connector_id, address),
  FOREIGN KEY (organisation_id, connector_id) REFERENCES portal.connector (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX connector_document_id ON portal.connector_document (organisation_id, project_id, document_id);

-- What the latest sync left aside, with the reason in words.
CREATE TABLE portal.connector_skip (
  organisation_id text NOT NULL,
  connector_id text NOT NULL,
  position    integer NOT NULL,
  project_id  text NOT NULL,
  address     text NOT NULL,
  reason      text NOT NULL,
  PRIMARY KEY (organisation_id, connector_id, position),
  FOREIGN KEY (organisation_id, connector_id) REFERENCES portal.connector (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['connector', 'connector_document', 'connector_skip'] LOOP
    EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON portal.%I TO citadel_portal', name);
    EXECUTE format('CREATE POLICY own_organisation ON portal.%I TO citadel_portal USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation())', name);
  END LOOP;
END $$;

-- The webhook: whoever holds the token makes that one source's sync due, and learns nothing but that. It never makes one due within a minute of the last.
CREATE POLICY look_up ON portal.connector FOR SELECT TO citadel_portal_lookup USING (true);
GRANT SELECT (organisation_id, id, project_id, hook_hash, finished_at, status) ON portal.connector TO citadel_portal_lookup;
CREATE POLICY ring ON portal.job FOR INSERT TO citadel_portal_lookup WITH CHECK (kind = 'connector.sync');
GRANT INSERT (organisation_id, id, project_id, kind, subject, due_at) ON portal.job TO citadel_portal_lookup;
GRANT SELECT (project_id, subject, asked), UPDATE (due_at, asked, attempts, failed_at) ON portal.job TO citadel_portal_lookup;

CREATE FUNCTION portal.ring_connector(token_hash bytea, new_job_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
  DECLARE source record;
  BEGIN
    SELECT c.organisation_id, c.id, c.project_id, c.finished_at INTO source FROM portal.connector c WHERE c.hook_hash = token_hash AND c.status <> 'leaving';
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO portal.job AS j (organisation_id, id, project_id, kind, subject, due_at)
      VALUES (source.organisation_id, new_job_id, source.project_id, 'connector.sync', source.id, greatest(now(), source.finished_at + interval '1 minute'))
      ON CONFLICT (organisation_id, (coalesce(project_id, '')), kind, subject)
      DO UPDATE SET due_at = CASE WHEN j.failed_at IS NULL THEN least(j.due_at, excluded.due_at) ELSE excluded.due_at END, asked = j.asked + 1, attempts = 0, failed_at = NULL;
    RETURN true;
  END $$;

GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.ring_connector(bytea, text) OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON FUNCTION portal.ring_connector(bytea, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.ring_connector(bytea, text) TO citadel_portal;
