-- Proofs of isolation: what the prover tried and found, signed. They are made with disposable projects and hold nothing of any customer, so whoever may
-- see the portal may read them; only the operator's side writes them, and nobody changes one.
CREATE TABLE portal.proof (
  id          text PRIMARY KEY,
  finished_at timestamptz NOT NULL,
  verdict     text NOT NULL CHECK (verdict IN ('holds', 'leaks', 'void')),
  report      jsonb NOT NULL,
  signature   jsonb NOT NULL
);
CREATE INDEX proof_finished ON portal.proof (finished_at DESC);

ALTER TABLE portal.proof ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.proof FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON portal.proof FOR SELECT TO citadel_portal USING (true);
CREATE POLICY operator_writes ON portal.proof FOR INSERT TO citadel_portal WITH CHECK (current_setting('app.operator', true) = 'on');
GRANT SELECT, INSERT ON portal.proof TO citadel_portal;
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON portal.proof FOR EACH STATEMENT EXECUTE FUNCTION portal.refuse_change();
