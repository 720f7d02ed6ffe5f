-- What a language model was given and gave for a project's answers, in tokens a day (UTC): the project's daily budget is kept by it.
-- A call's share is reserved before it is made and corrected after it, so that calls at the same time cannot overdraw it together.
CREATE TABLE engine.token_use (
  project_id text NOT NULL REFERENCES engine.project (id) ON DELETE CASCADE,
  day        date NOT NULL,
  tokens     bigint NOT NULL CHECK (tokens >= 0),
  PRIMARY KEY (project_id, day)
);

ALTER TABLE engine.token_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE engine.token_use FORCE ROW LEVEL SECURITY;
CREATE POLICY own_project ON engine.token_use TO citadel_engine USING (project_id = engine.current_project()) WITH CHECK (project_id = engine.current_project());
GRANT SELECT, INSERT, UPDATE, DELETE ON engine.token_use TO citadel_engine;
