-- Leaving: exports and imports, deletions that can be undone for a while, and their receipts.

-- A suspended project keeps everything, and none of its keys opens it (engine.find_key asks for 'active').
ALTER TABLE engine.project DROP CONSTRAINT project_status_check;
ALTER TABLE engine.project ADD CONSTRAINT project_status_check CHECK (status IN ('active', 'suspended', 'deleting', 'deleted'));

-- Set while a project waits for its deletion: nobody finds it, its jobs wait.
ALTER TABLE portal.project ADD COLUMN leaving_at timestamptz;

-- An archive that is made or brought in. Its bytes lie encrypted in the blob store, under a data key of the row's own id.
CREATE TABLE portal.transfer (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  id          text NOT NULL,
  -- Null for the whole customer.
  project_id  text,
  kind        text NOT NULL CHECK (kind IN ('export', 'import')),
  status      text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'ready', 'failed', 'expired')),
  -- In entries of the archive.
  done        integer NOT NULL DEFAULT 0,
  total       integer NOT NULL DEFAULT 0,
  bytes       bigint,
  sha256      text,
  -- A sentence for the person, when it failed, and what to look at when it did not.
  note        text,
  asked_by    text REFERENCES portal.person (id) ON DELETE SET NULL,
  asked_name  text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  expires_at  timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

-- Outlives what it tells of: no foreign key.
CREATE TABLE portal.deletion (
  organisation_id text NOT NULL,
  id          text NOT NULL,
  -- Null for the whole customer.
  project_id  text,
  customer    text NOT NULL,
  name        text NOT NULL,
  status      text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'undone', 'done')),
  asked_kind  text NOT NULL CHECK (asked_kind IN ('person', 'operator', 'system')),
  asked_name  text NOT NULL,
  asked_at    timestamptz NOT NULL DEFAULT now(),
  due_at      timestamptz NOT NULL,
  -- What the engine held when the deletion began.
  held        jsonb,
  finished_at timestamptz,
  receipt     jsonb,
  PRIMARY KEY (organisation_id, id)
);
CREATE UNIQUE INDEX deletion_open ON portal.deletion (organisation_id, (coalesce(project_id, ''))) WHERE status IN ('waiting', 'running');

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['transfer', 'deletion'] LOOP
    EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON portal.%I TO citadel_portal', name);
    EXECUTE format('CREATE POLICY own_organisation ON portal.%I TO citadel_portal USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation())', name);
  END LOOP;
END $$;

-- Every table that holds rows of an organisation, whoever adds one later; with `has_project` those of its projects.
CREATE FUNCTION portal.organisation_tables()
  RETURNS TABLE (table_name text, has_project boolean)
  LANGUAGE sql STABLE SET search_path = pg_catalog, portal
  AS $$
    SELECT c.relname::text, bool_or(a.attname = 'project_id')
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND NOT a.attisdropped
    WHERE n.nspname = 'portal' AND c.relkind = 'r' AND c.relname NOT IN ('job', 'transfer', 'deletion', 'audit_event')
    GROUP BY c.relname HAVING bool_or(a.attname = 'organisation_id') ORDER BY 1
  $$;

-- Rows of one table in the order of its key, as JSON without sealed columns and hashes (bytea). Row-level security applies: it runs as its caller.
CREATE FUNCTION portal.rows_of(wanted text, organisation text, project text, skipped integer, how_many integer)
  RETURNS TABLE (entry jsonb)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, portal
  AS $$
  DECLARE hidden text[]; keys text; by_project text := '';
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM portal.organisation_tables() t WHERE t.table_name = wanted) THEN RAISE EXCEPTION 'no such table'; END IF;
    SELECT coalesce(array_agg(a.attname::text), '{}') INTO hidden FROM pg_attribute a
      WHERE a.attrelid = format('portal.%I', wanted)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype;
    SELECT string_agg(format('t.%I', a.attname), ', ' ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO keys
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = format('portal.%I', wanted)::regclass AND i.indisprimary;
    IF project IS NOT NULL THEN by_project := CASE WHEN wanted = 'project' THEN ' AND t.id = $2' ELSE ' AND t.project_id = $2' END; END IF;
    RETURN QUERY EXECUTE format('SELECT to_jsonb(t) - $5 FROM portal.%I t WHERE t.organisation_id = $1%s ORDER BY %s OFFSET $3 LIMIT $4', wanted, by_project, keys)
      USING organisation, project, skipped, how_many, hidden;
  END $$;

-- How many rows there are, table by table: for the receipt, before and after.
CREATE FUNCTION portal.count_rows(organisation text, project text)
  RETURNS TABLE (table_name text, rows bigint)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, portal
  AS $$
  DECLARE found record; counted bigint;
  BEGIN
    FOR found IN SELECT t.table_name AS name, t.has_project FROM portal.organisation_tables() t LOOP
      CONTINUE WHEN project IS NOT NULL AND NOT found.has_project AND found.name <> 'project';
      EXECUTE format('SELECT count(*) FROM portal.%I t WHERE t.organisation_id = $1%s', found.name,
        CASE WHEN project IS NULL THEN '' WHEN found.name = 'project' THEN ' AND t.id = $2' ELSE ' AND t.project_id = $2' END) INTO counted USING organisation, project;
      table_name := found.name; rows := counted; RETURN NEXT;
    END LOOP;
  END $$;

-- The operator's view of deletions and their receipts: names and counts, no content.
CREATE POLICY look_up ON portal.deletion FOR SELECT TO citadel_portal_lookup USING (true);
GRANT SELECT ON portal.deletion TO citadel_portal_lookup;
CREATE FUNCTION portal.list_deletions()
  RETURNS TABLE (organisation_id text, id text, project_id text, customer text, name text, status text, asked_name text, asked_at timestamptz, due_at timestamptz, finished_at timestamptz, receipt jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT d.organisation_id, d.id, d.project_id, d.customer, d.name, d.status, d.asked_name, d.asked_at, d.due_at, d.finished_at, d.receipt
    FROM portal.deletion d WHERE current_setting('app.operator', true) = 'on' ORDER BY d.asked_at DESC, d.id DESC
  $$;

-- The log of a customer that is gone: its rows name people and things, so they go as well, but for the closing one, whose previous_hash still proves an export of
-- the log. The policy lets nobody remove a row of a customer that exists.
CREATE OR REPLACE FUNCTION portal.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'citadel_portal_lookup' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE POLICY erase_gone ON portal.audit_event FOR DELETE TO citadel_portal_lookup
  USING (NOT EXISTS (SELECT 1 FROM portal.organisation o WHERE o.id = organisation_id));
CREATE POLICY look_up ON portal.audit_event FOR SELECT TO citadel_portal_lookup
  USING (NOT EXISTS (SELECT 1 FROM portal.organisation o WHERE o.id = organisation_id));
GRANT SELECT (organisation_id, sequence), DELETE ON portal.audit_event TO citadel_portal_lookup;
CREATE FUNCTION portal.erase_audit(gone text, closing integer) RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    WITH erased AS (DELETE FROM portal.audit_event e WHERE e.organisation_id = gone AND e.sequence < closing AND gone = portal.current_organisation() RETURNING 1)
    SELECT count(*) FROM erased
  $$;

GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.list_deletions() OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.erase_audit(text, integer) OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
GRANT EXECUTE ON FUNCTION portal.current_organisation() TO citadel_portal_lookup;
REVOKE ALL ON FUNCTION portal.organisation_tables(), portal.rows_of(text, text, text, integer, integer), portal.count_rows(text, text), portal.list_deletions(), portal.erase_audit(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.organisation_tables(), portal.rows_of(text, text, text, integer, integer), portal.count_rows(text, text), portal.list_deletions(), portal.erase_audit(text, integer) TO citadel_portal;
