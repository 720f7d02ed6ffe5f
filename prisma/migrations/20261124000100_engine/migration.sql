-- The engine's room. Every table is keyed by project and forced under row-level security; the login role owns nothing.
-- `app.project_id` is set by lib/engine/database.ts inside each transaction, from a scope that only a key or a job's row can make.

CREATE SCHEMA engine;
GRANT USAGE ON SCHEMA engine TO citadel_engine, citadel_engine_lookup;

CREATE FUNCTION engine.current_project() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.project_id', true), '') $$;

CREATE TABLE engine.project (
  id          text PRIMARY KEY,
  name        text NOT NULL,
  environment text NOT NULL CHECK (environment IN ('production', 'staging', 'development')),
  metadata    jsonb NOT NULL DEFAULT '{}',
  status      text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'deleting', 'deleted')),
  created_at  timestamptz NOT NULL DEFAULT now(),
  deleted_at  timestamptz
);

CREATE TABLE engine.api_key (
  project_id   text NOT NULL REFERENCES engine.project (id) ON DELETE CASCADE,
  id           text NOT NULL,
  name         text,
  -- The first characters of the key, shown to people.
  prefix       text NOT NULL,
  -- sha256 of the whole key; the key itself is never stored.
  hash         bytea NOT NULL UNIQUE,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  PRIMARY KEY (project_id, id)
);

CREATE TABLE engine.document (
  project_id text NOT NULL REFERENCES engine.project (id) ON DELETE CASCADE,
  id         text NOT NULL,
  name       text NOT NULL,
  -- The newest version, whatever its status.
  newest_version_id text NOT NULL,
  -- The version that answers; null until the first one is ready.
  live_version_id   text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, name)
);

CREATE TABLE engine.document_version (
  project_id   text NOT NULL,
  id           text NOT NULL,
  document_id  text NOT NULL,
  version      integer NOT NULL CHECK (version >= 1),
  content_type text NOT NULL,
  bytes        bigint NOT NULL,
  sha256       text NOT NULL,
  -- Name of the encrypted original in the blob store, made by the server.
  blob_name    text NOT NULL,
  status       text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'scanning', 'extracting', 'indexing', 'ready', 'failed')),
  -- How often its reading was begun. It fences: a run that has been overtaken by another one writes nothing more.
  attempts     integer NOT NULL DEFAULT 0,
  progress_done  integer NOT NULL DEFAULT 0,
  progress_total integer NOT NULL DEFAULT 0,
  error_code    text,
  error_message text,
  page_count   integer NOT NULL DEFAULT 0,
  chunk_count  integer NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL DEFAULT now(),
  indexed_at   timestamptz,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, document_id, version),
  FOREIGN KEY (project_id, document_id) REFERENCES engine.document (project_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
ALTER TABLE engine.document
  ADD FOREIGN KEY (project_id, newest_version_id) REFERENCES engine.document_version (project_id, id) DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (project_id, live_version_id) REFERENCES engine.document_version (project_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX document_version_unfinished ON engine.document_version (project_id, created_at) WHERE status NOT IN ('ready', 'failed');

CREATE TABLE engine.page (
  project_id text NOT NULL,
  version_id text NOT NULL,
  page       integer NOT NULL CHECK (page >= 1),
  text       text NOT NULL,
  width      double precision,
  height     double precision,
  blocks     jsonb NOT NULL,
  PRIMARY KEY (project_id, version_id, page),
  FOREIGN KEY (project_id, version_id) REFERENCES engine.document_version (project_id, id) ON DELETE CASCADE
);

-- A version's passages. They are staged here while the version is read; only those with a row in engine.live_chunk are searched.
CREATE TABLE engine.chunk (
  project_id  text NOT NULL,
  id          text NOT NULL,
  version_id  text NOT NULL,
  document_id text NOT NULL,
  -- Place among the version's chunks, from 0.
  ordinal     integer NOT NULL,
  page        integer NOT NULL,
  -- Span in the page's text, UTF-16 offsets; `text` is that slice.
  start_offset integer NOT NULL,
  end_offset   integer NOT NULL,
  text        text NOT NULL,
  -- Document name and headings: for ranking, never quoted.
  context     text[] NOT NULL,
  -- Signs of the embedding's components, for the Hamming prefilter.
  code        bit(384) NOT NULL,
  -- The embedding as 384 signed bytes, times 127 of the unit vector.
  vector      bytea NOT NULL,
  -- Spans [start, end, …] in the page's text, and one 384-byte vector a sentence in the same order.
  sentence_spans   integer[] NOT NULL,
  sentence_vectors bytea NOT NULL,
  -- Words that belong to a sentence and stand elsewhere (header cells, a list's lead-in), in the same order; empty where there are none.
  sentence_contexts text[] NOT NULL,
  -- The distinct index terms with their counts, and their total number: for exact BM25.
  terms       text[] NOT NULL,
  term_counts integer[] NOT NULL,
  term_total  integer NOT NULL,
  PRIMARY KEY (project_id, id),
  UNIQUE (project_id, version_id, ordinal),
  FOREIGN KEY (project_id, version_id) REFERENCES engine.document_version (project_id, id) ON DELETE CASCADE,
  FOREIGN KEY (project_id, document_id) REFERENCES engine.document (project_id, id) ON DELETE CASCADE
);
CREATE INDEX chunk_document ON engine.chunk (project_id, document_id);

-- The live index: the chunks of each document's live version, in narrow rows that a scan of a whole project reads fast.
CREATE TABLE engine.live_chunk (
  project_id  text NOT NULL,
  document_id text NOT NULL,
  ordinal     integer NOT NULL,
  chunk_id    text NOT NULL,
  code        bit(384) NOT NULL,
  vector      bytea NOT NULL,
  term_total  integer NOT NULL,
  PRIMARY KEY (project_id, document_id, ordinal),
  FOREIGN KEY (project_id, document_id) REFERENCES engine.document (project_id, id) ON DELETE CASCADE
);
CREATE INDEX live_chunk_code ON engine.live_chunk (project_id) INCLUDE (document_id, ordinal, code);

-- Which live chunks hold a term, and how often: candidates by word, and the document frequencies of BM25. A row holds a
-- block of 128 neighbouring chunks, so that frequent terms cost few rows and no array grows long.
CREATE TABLE engine.posting (
  project_id  text NOT NULL,
  term        text NOT NULL,
  document_id text NOT NULL,
  block       integer NOT NULL,
  ordinals    integer[] NOT NULL,
  counts      integer[] NOT NULL,
  PRIMARY KEY (project_id, term, document_id, block),
  FOREIGN KEY (project_id, document_id) REFERENCES engine.document (project_id, id) ON DELETE CASCADE
);
CREATE INDEX posting_document ON engine.posting (project_id, document_id);

-- What BM25 needs to know about each searchable document: its live version's chunks and terms.
CREATE TABLE engine.indexed_document (
  project_id  text NOT NULL,
  document_id text NOT NULL,
  version_id  text NOT NULL,
  chunk_count integer NOT NULL,
  term_total  bigint NOT NULL,
  PRIMARY KEY (project_id, document_id),
  FOREIGN KEY (project_id, document_id) REFERENCES engine.document (project_id, id) ON DELETE CASCADE
);

CREATE TABLE engine.session (
  project_id text NOT NULL REFERENCES engine.project (id) ON DELETE CASCADE,
  id         text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (project_id, id)
);

CREATE TABLE engine.message (
  project_id text NOT NULL,
  id         text NOT NULL,
  session_id text NOT NULL,
  question   text NOT NULL,
  answer     jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (project_id, id),
  FOREIGN KEY (project_id, session_id) REFERENCES engine.session (project_id, id) ON DELETE CASCADE
);
CREATE INDEX message_session ON engine.message (project_id, session_id, created_at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['api_key', 'document', 'document_version', 'page', 'chunk', 'live_chunk', 'posting', 'indexed_document', 'session', 'message'] LOOP
    EXECUTE format('ALTER TABLE engine.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE engine.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_project ON engine.%I TO citadel_engine USING (project_id = engine.current_project()) WITH CHECK (project_id = engine.current_project())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON engine.%I TO citadel_engine', name);
  END LOOP;
END $$;
ALTER TABLE engine.project ENABLE ROW LEVEL SECURITY;
ALTER TABLE engine.project FORCE ROW LEVEL SECURITY;
CREATE POLICY own_project ON engine.project TO citadel_engine USING (id = engine.current_project()) WITH CHECK (id = engine.current_project());
GRANT SELECT, INSERT, UPDATE, DELETE ON engine.project TO citadel_engine;

-- What must look across projects: the closed list. Each function belongs to a role that cannot log in and may read just these columns.
CREATE POLICY look_up ON engine.project FOR SELECT TO citadel_engine_lookup USING (true);
CREATE POLICY look_up ON engine.api_key FOR SELECT TO citadel_engine_lookup USING (true);
CREATE POLICY look_up ON engine.document_version FOR SELECT TO citadel_engine_lookup USING (true);
GRANT SELECT (id, name, environment, status, created_at) ON engine.project TO citadel_engine_lookup;
GRANT SELECT (project_id, id, hash, expires_at, revoked_at, last_used_at) ON engine.api_key TO citadel_engine_lookup;
GRANT SELECT (project_id, id, status, created_at) ON engine.document_version TO citadel_engine_lookup;

-- A live key by its hash: the first step of every request with a project key.
CREATE FUNCTION engine.find_key(key_hash bytea)
  RETURNS TABLE (project_id text, key_id text, environment text, last_used_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$
    SELECT k.project_id, k.id, p.environment, k.last_used_at
    FROM engine.api_key k JOIN engine.project p ON p.id = k.project_id
    WHERE k.hash = key_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AND p.status = 'active'
  $$;

-- The projects' names for the management API, oldest first, after a cursor (an id).
CREATE FUNCTION engine.list_projects(after_id text, how_many integer)
  RETURNS TABLE (id text, name text, environment text, status text, created_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$
    SELECT p.id, p.name, p.environment, p.status, p.created_at FROM engine.project p
    WHERE p.status <> 'deleted' AND (after_id IS NULL OR p.id > after_id) ORDER BY p.id LIMIT how_many
  $$;

-- Versions that have neither ended ready nor failed: the worker's sweep queues those whose job is lost.
CREATE FUNCTION engine.unfinished_versions()
  RETURNS TABLE (project_id text, version_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$
    SELECT v.project_id, v.id FROM engine.document_version v
    WHERE v.status NOT IN ('ready', 'failed') ORDER BY v.created_at
  $$;

-- Projects whose deletion has been asked for and is not finished: the worker's sweep goes on with them.
CREATE FUNCTION engine.projects_to_delete()
  RETURNS TABLE (project_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$ SELECT p.id FROM engine.project p WHERE p.status = 'deleting' ORDER BY p.id $$;

GRANT CREATE ON SCHEMA engine TO citadel_engine_lookup;
ALTER FUNCTION engine.find_key(bytea) OWNER TO citadel_engine_lookup;
ALTER FUNCTION engine.list_projects(text, integer) OWNER TO citadel_engine_lookup;
ALTER FUNCTION engine.unfinished_versions() OWNER TO citadel_engine_lookup;
ALTER FUNCTION engine.projects_to_delete() OWNER TO citadel_engine_lookup;
REVOKE CREATE ON SCHEMA engine FROM citadel_engine_lookup;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA engine FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA engine TO citadel_engine;
GRANT EXECUTE ON FUNCTION engine.current_project() TO citadel_engine_lookup;
