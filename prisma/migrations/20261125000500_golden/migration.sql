-- Golden questions in full: what they ask and expect, runs with what they rested on, sign-off, the rule of the gate.

ALTER TABLE portal.golden_question
  -- Other ways to ask the same; they must come to the same.
  ADD COLUMN wordings          text[] NOT NULL DEFAULT '{}',
  ADD COLUMN forbidden_phrases text[] NOT NULL DEFAULT '{}',
  ADD COLUMN reference_answer  text,
  ADD COLUMN tags      text[] NOT NULL DEFAULT '{}',
  ADD COLUMN owner_id  text REFERENCES portal.person (id) ON DELETE SET NULL,
  ADD COLUMN notes     text NOT NULL DEFAULT '',
  ADD COLUMN weight    integer NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 10),
  ADD COLUMN must_pass boolean NOT NULL DEFAULT false,
  ADD COLUMN origin    text NOT NULL DEFAULT 'hand' CHECK (origin IN ('hand', 'chat', 'import', 'document', 'gap', 'promotion')),
  -- Since when it asks and expects what it does: a verdict from before is about another question.
  ADD COLUMN revised_at timestamptz NOT NULL DEFAULT now();

-- The documents that answers rested on, once for each state they were in: [{"id", "name", "version", "sha256"}].
CREATE TABLE portal.golden_snapshot (
  organisation_id text NOT NULL,
  project_id text NOT NULL,
  digest     text NOT NULL,
  documents  jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, project_id, digest),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

CREATE TABLE portal.golden_run (
  organisation_id text NOT NULL,
  id         text NOT NULL,
  project_id text NOT NULL,
  -- What people call it: 1, 2, 3 … in its project.
  number     integer NOT NULL CHECK (number >= 1),
  trigger    text NOT NULL CHECK (trigger IN ('hand', 'schedule', 'change', 'promotion')),
  status     text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
  cancel_asked boolean NOT NULL DEFAULT false,
  -- Null for the product itself.
  started_by   text REFERENCES portal.person (id) ON DELETE SET NULL,
  started_name text NOT NULL,
  total  integer NOT NULL DEFAULT 0,
  done   integer NOT NULL DEFAULT 0,
  passed integer NOT NULL DEFAULT 0,
  -- Chat calls, how many answers a model wrote, and how long those are together, in characters: what a run costs.
  asked           integer NOT NULL DEFAULT 0,
  generated       integer NOT NULL DEFAULT 0,
  generated_chars integer NOT NULL DEFAULT 0,
  questions_digest text,
  documents_digest text,
  -- What the gate's rule made of it.
  outcome text CHECK (outcome IN ('held', 'warned', 'documents-held', 'switched-off', 'restored')),
  created_at  timestamptz NOT NULL DEFAULT now(),
  started_at  timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, project_id, number),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

-- A verdict of a run outlives its question; one that was made by itself goes with it (lib/portal/golden).
ALTER TABLE portal.golden_verdict DROP CONSTRAINT golden_verdict_organisation_id_question_id_fkey;
ALTER TABLE portal.golden_verdict
  ADD COLUMN project_id text,
  ADD COLUMN run_id     text,
  ADD COLUMN position   integer NOT NULL DEFAULT 0,
  -- The question as it was asked, what was looked at one by one, and what came of the other wordings.
  ADD COLUMN asked      jsonb,
  ADD COLUMN findings   jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN others     jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN took_ms    integer NOT NULL DEFAULT 0,
  -- A person's word against the judgement: then it counts as the opposite of `passed`.
  ADD COLUMN overruled_at     timestamptz,
  ADD COLUMN overruled_by     text REFERENCES portal.person (id) ON DELETE SET NULL,
  ADD COLUMN overruled_name   text,
  ADD COLUMN overruled_reason text;
UPDATE portal.golden_verdict v SET project_id = q.project_id,
    asked = jsonb_build_object('question', q.question, 'wordings', '[]'::jsonb, 'expectedPhrases', to_jsonb(q.expected_phrases), 'forbiddenPhrases', '[]'::jsonb,
      'referenceAnswer', NULL, 'expectedDocument', CASE WHEN q.expected_document_id IS NULL THEN NULL
        ELSE jsonb_build_object('id', q.expected_document_id, 'name', q.expected_document_name) END,
      'expectedPage', q.expected_page, 'expectsRefusal', q.expects_refusal, 'mustPass', false, 'weight', 1, 'tags', '[]'::jsonb)
  FROM portal.golden_question q WHERE q.organisation_id = v.organisation_id AND q.id = v.question_id;
ALTER TABLE portal.golden_verdict
  ALTER COLUMN project_id SET NOT NULL,
  ALTER COLUMN asked SET NOT NULL,
  ADD FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE,
  ADD FOREIGN KEY (organisation_id, run_id) REFERENCES portal.golden_run (organisation_id, id) ON DELETE CASCADE,
  ADD UNIQUE (organisation_id, run_id, question_id);

CREATE TABLE portal.golden_signature (
  organisation_id text NOT NULL,
  id          text NOT NULL,
  project_id  text NOT NULL,
  signed_by   text REFERENCES portal.person (id) ON DELETE SET NULL,
  signed_name text NOT NULL,
  signed_at   timestamptz NOT NULL,
  questions_digest text NOT NULL,
  documents_digest text NOT NULL,
  questions   integer NOT NULL,
  passed      integer NOT NULL,
  -- This server's Ed25519 signature over all of the above.
  signature   jsonb NOT NULL,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX golden_signature_latest ON portal.golden_signature (organisation_id, project_id, signed_at DESC);

CREATE TABLE portal.golden_rule (
  organisation_id text NOT NULL,
  project_id      text NOT NULL,
  -- Of the questions that are not must-pass, by weight.
  pass_percent    integer NOT NULL DEFAULT 90 CHECK (pass_percent BETWEEN 0 AND 100),
  signature_days  integer NOT NULL DEFAULT 90 CHECK (signature_days BETWEEN 1 AND 365),
  on_regression   text NOT NULL DEFAULT 'warn' CHECK (on_regression IN ('warn', 'hold', 'switch-off')),
  run_on_change   boolean NOT NULL DEFAULT true,
  run_every_hours integer CHECK (run_every_hours BETWEEN 1 AND 720),
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

ALTER TABLE portal.project
  -- The run after which the rule switched asking off; it goes on again when a run passes.
  ADD COLUMN asking_off_run text,
  -- The run after which the rule holds what sources bring back.
  ADD COLUMN documents_held_run text,
  -- The operator's kill switch: until it is lifted nobody can switch asking on.
  ADD COLUMN asking_stopped_at timestamptz;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['golden_snapshot', 'golden_run', 'golden_signature', 'golden_rule'] LOOP
    EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON portal.%I TO citadel_portal', name);
    EXECUTE format('CREATE POLICY own_organisation ON portal.%I TO citadel_portal USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation())', name);
  END LOOP;
END $$;

-- The operator's kill switch, and what it shows: flags, no content. Only for a session of the operator's team.
CREATE POLICY stop ON portal.project FOR UPDATE TO citadel_portal_lookup USING (true) WITH CHECK (true);
GRANT SELECT (asking_enabled, asking_stopped_at) ON portal.project TO citadel_portal_lookup;
GRANT UPDATE (asking_enabled, asking_changed_at, asking_changed_by, asking_off_run, asking_stopped_at) ON portal.project TO citadel_portal_lookup;

CREATE FUNCTION portal.stop_asking(stopped_project_id text, stop boolean)
  RETURNS TABLE (organisation_id text, project_name text)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    UPDATE portal.project p SET
      asking_stopped_at = CASE WHEN stop THEN coalesce(p.asking_stopped_at, now()) END,
      asking_enabled = p.asking_enabled AND NOT stop,
      asking_changed_at = CASE WHEN stop AND p.asking_enabled THEN now() ELSE p.asking_changed_at END,
      asking_changed_by = CASE WHEN stop AND p.asking_enabled THEN NULL ELSE p.asking_changed_by END,
      asking_off_run = NULL
    WHERE current_setting('app.operator', true) = 'on' AND p.id = stopped_project_id
    RETURNING p.organisation_id, p.name
  $$;

CREATE FUNCTION portal.list_asking()
  RETURNS TABLE (project_id text, enabled boolean, stopped_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$ SELECT p.id, p.asking_enabled, p.asking_stopped_at FROM portal.project p WHERE current_setting('app.operator', true) = 'on' $$;

GRANT SELECT (asking_changed_at, asking_changed_by) ON portal.project TO citadel_portal_lookup;
GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.stop_asking(text, boolean) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.list_asking() OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON FUNCTION portal.stop_asking(text, boolean), portal.list_asking() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.stop_asking(text, boolean), portal.list_asking() TO citadel_portal;
