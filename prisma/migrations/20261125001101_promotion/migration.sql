-- Copies of documents and golden questions from one project of an organisation into another. A row belongs to the project that receives.

CREATE TABLE portal.promotion (
  organisation_id text NOT NULL,
  id           text NOT NULL,
  project_id   text NOT NULL,
  from_project_id text NOT NULL,
  document_ids text[] NOT NULL,
  question_ids text[] NOT NULL,
  status       text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'copying', 'reading', 'done', 'failed')),
  done         integer NOT NULL DEFAULT 0,
  -- Why it failed, or what to look at.
  reason       text,
  run_number   integer,
  started_name text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  finished_at  timestamptz,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, from_project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX promotion_project ON portal.promotion (organisation_id, project_id, created_at DESC);
CREATE INDEX promotion_from ON portal.promotion (organisation_id, from_project_id, created_at DESC);

ALTER TABLE portal.promotion ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.promotion FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.promotion TO citadel_portal;
CREATE POLICY own_organisation ON portal.promotion TO citadel_portal
  USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation());
