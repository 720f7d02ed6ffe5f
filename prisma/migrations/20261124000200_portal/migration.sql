-- The portal's room: people, organisations, sealed tenant keys, golden questions. No table here holds a document.
-- `app.organisation_id` is set by lib/portal/database.ts from a TenantScope, `app.person_id` from a session.

CREATE SCHEMA portal;
GRANT USAGE ON SCHEMA portal TO citadel_portal, citadel_portal_lookup;

CREATE FUNCTION portal.current_organisation() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.organisation_id', true), '') $$;
CREATE FUNCTION portal.current_person() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT nullif(current_setting('app.person_id', true), '') $$;

CREATE TABLE portal.organisation (
  id         text PRIMARY KEY,
  slug       text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name       text NOT NULL,
  status     text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE portal.person (
  id            text PRIMARY KEY,
  email         text NOT NULL UNIQUE CHECK (email = lower(email)),
  name          text NOT NULL,
  -- argon2id, PHC string; null until the invitation is accepted.
  password_hash text,
  -- The SaaS company's own team: may see the operator's desk, and by that no customer's content.
  operator      boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE portal.membership (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  id         text NOT NULL,
  person_id  text NOT NULL REFERENCES portal.person (id) ON DELETE CASCADE,
  role       text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'reader')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, person_id)
);
CREATE INDEX membership_person ON portal.membership (person_id);

CREATE TABLE portal.session (
  id          text PRIMARY KEY,
  person_id   text NOT NULL REFERENCES portal.person (id) ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  revoked_at  timestamptz
);
CREATE INDEX session_person ON portal.session (person_id);

CREATE TABLE portal.invitation (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  id          text NOT NULL,
  email       text NOT NULL CHECK (email = lower(email)),
  role        text NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'reader')),
  -- sha256 of the token in the link.
  token_hash  bytea NOT NULL UNIQUE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  expires_at  timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at  timestamptz,
  PRIMARY KEY (organisation_id, id)
);

CREATE TABLE portal.project (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  id              text NOT NULL,
  slug            text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name            text NOT NULL,
  environment     text NOT NULL CHECK (environment IN ('production', 'staging', 'development')),
  product_line    text,
  -- The engine's own names for the project and for the key in the vault; the key itself is sealed.
  engine_project_id text NOT NULL UNIQUE,
  engine_key_id     text NOT NULL,
  key_prefix        text NOT NULL,
  sealed_key        bytea NOT NULL,
  -- "Ask your docs" for end users.
  asking_enabled    boolean NOT NULL DEFAULT false,
  asking_changed_at timestamptz,
  asking_changed_by text REFERENCES portal.person (id) ON DELETE SET NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  UNIQUE (organisation_id, slug)
);

CREATE TABLE portal.golden_question (
  organisation_id text NOT NULL,
  id          text NOT NULL,
  project_id  text NOT NULL,
  question    text NOT NULL,
  -- What must come back: phrases the answer must hold, and the document (and page) that must be cited; or a refusal.
  expected_phrases       text[] NOT NULL DEFAULT '{}',
  expected_document_id   text,
  expected_document_name text,
  expected_page          integer CHECK (expected_page >= 1),
  expects_refusal boolean NOT NULL DEFAULT false,
  created_by  text REFERENCES portal.person (id) ON DELETE SET NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

CREATE TABLE portal.golden_verdict (
  organisation_id text NOT NULL,
  id          text NOT NULL,
  question_id text NOT NULL,
  passed      boolean NOT NULL,
  -- A sentence for the person: what was as expected and what was not.
  reason      text NOT NULL,
  answer      jsonb NOT NULL,
  ran_by      text REFERENCES portal.person (id) ON DELETE SET NULL,
  ran_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, question_id) REFERENCES portal.golden_question (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX golden_verdict_question ON portal.golden_verdict (organisation_id, question_id, ran_at DESC);

-- "New customer" requests, so that the same one can be sent again without doubling anything. The row is locked while its
-- steps are taken; the plan holds the names and ids every attempt uses.
CREATE TABLE portal.onboarding (
  idempotency_key text PRIMARY KEY,
  request_digest  text NOT NULL,
  -- The slug is reserved from the first try on.
  slug            text NOT NULL UNIQUE,
  plan            jsonb NOT NULL,
  attempts        integer NOT NULL DEFAULT 1,
  -- The invitation's token, sealed, for the answer to a repeated request.
  sealed_invitation bytea,
  finished_at     timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now()
);

-- Failed sign-ins per account and per address, for throttling; counted on this table so that every process sees them.
CREATE TABLE portal.sign_in_attempt (
  subject    text NOT NULL,
  id         text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (subject, id)
);
CREATE INDEX sign_in_attempt_recent ON portal.sign_in_attempt (subject, created_at DESC);
CREATE INDEX sign_in_attempt_age ON portal.sign_in_attempt (created_at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitation', 'project', 'golden_question', 'golden_verdict'] LOOP
    EXECUTE format('CREATE POLICY own_organisation ON portal.%I TO citadel_portal USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation())', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'membership', 'session', 'invitation', 'project', 'golden_question', 'golden_verdict', 'onboarding', 'sign_in_attempt'] LOOP
    EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON portal.%I TO citadel_portal', name);
  END LOOP;
END $$;
CREATE POLICY own_organisation ON portal.organisation TO citadel_portal
  USING (id = portal.current_organisation()) WITH CHECK (id = portal.current_organisation());
CREATE POLICY own_organisation ON portal.membership TO citadel_portal
  USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation());
-- A signed-in person sees their own memberships before a tenant is chosen, themselves, and their sessions.
CREATE POLICY own_membership ON portal.membership FOR SELECT TO citadel_portal USING (person_id = portal.current_person());
CREATE POLICY own_person ON portal.person TO citadel_portal
  USING (id = portal.current_person()) WITH CHECK (id = portal.current_person());
CREATE POLICY colleague ON portal.person FOR SELECT TO citadel_portal
  USING (EXISTS (SELECT 1 FROM portal.membership m WHERE m.person_id = person.id AND m.organisation_id = portal.current_organisation()));
CREATE POLICY own_session ON portal.session TO citadel_portal
  USING (person_id = portal.current_person()) WITH CHECK (person_id = portal.current_person());
-- These two belong to no tenant: the operator's requests in progress, and counters that hold only digests.
CREATE POLICY operator_desk ON portal.onboarding TO citadel_portal USING (current_setting('app.operator', true) = 'on') WITH CHECK (current_setting('app.operator', true) = 'on');
CREATE POLICY counters ON portal.sign_in_attempt TO citadel_portal USING (true) WITH CHECK (true);

-- What must look across tenants: the closed list.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organisation', 'person', 'membership', 'session', 'invitation', 'project'] LOOP
    EXECUTE format('CREATE POLICY look_up ON portal.%I FOR SELECT TO citadel_portal_lookup USING (true)', name);
  END LOOP;
END $$;
GRANT SELECT (id, slug, name, status, created_at) ON portal.organisation TO citadel_portal_lookup;
GRANT SELECT (id, email, name, password_hash, operator) ON portal.person TO citadel_portal_lookup;
GRANT SELECT (organisation_id, person_id, role) ON portal.membership TO citadel_portal_lookup;
GRANT SELECT (id, person_id, expires_at, revoked_at) ON portal.session TO citadel_portal_lookup;
GRANT SELECT (organisation_id, id, email, role, token_hash, expires_at, accepted_at, revoked_at) ON portal.invitation TO citadel_portal_lookup;
GRANT SELECT (organisation_id, id, slug, name, environment, product_line, engine_project_id, created_at) ON portal.project TO citadel_portal_lookup;

-- Signing in: the person behind an e-mail address.
CREATE FUNCTION portal.find_person(person_email text)
  RETURNS TABLE (id text, name text, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$ SELECT p.id, p.name, p.password_hash FROM portal.person p WHERE p.email = lower(person_email) $$;

-- Every request: the person behind a session that is neither expired nor revoked.
CREATE FUNCTION portal.find_session(session_id text)
  RETURNS TABLE (person_id text, email text, name text, operator boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT p.id, p.email, p.name, p.operator FROM portal.session s JOIN portal.person p ON p.id = s.person_id
    WHERE s.id = session_id AND s.revoked_at IS NULL AND s.expires_at > now()
  $$;

-- The open invitation behind a link's token.
CREATE FUNCTION portal.find_invitation(invitation_token_hash bytea)
  RETURNS TABLE (organisation_id text, organisation_name text, organisation_slug text, invitation_id text, email text, role text, person_exists boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT i.organisation_id, o.name, o.slug, i.id, i.email, i.role,
           EXISTS (SELECT 1 FROM portal.person p WHERE p.email = i.email)
    FROM portal.invitation i JOIN portal.organisation o ON o.id = i.organisation_id
    WHERE i.token_hash = invitation_token_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now() AND o.status = 'active'
  $$;

-- The organisation and role a person selects by a slug; nothing for a slug that is not among their memberships.
CREATE FUNCTION portal.find_membership(member_person_id text, organisation_slug text)
  RETURNS TABLE (organisation_id text, organisation_name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT o.id, o.name, m.role FROM portal.membership m JOIN portal.organisation o ON o.id = m.organisation_id
    WHERE m.person_id = member_person_id AND o.slug = organisation_slug AND o.status = 'active'
  $$;

-- The organisations a person may choose from.
CREATE FUNCTION portal.list_memberships(member_person_id text)
  RETURNS TABLE (organisation_slug text, organisation_name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT o.slug, o.name, m.role FROM portal.membership m JOIN portal.organisation o ON o.id = m.organisation_id
    WHERE m.person_id = member_person_id AND o.status = 'active'
    ORDER BY o.name, o.slug
  $$;

-- The operator's desk: customers with their projects; totals come from the engine. Only for a session of the operator's team.
CREATE FUNCTION portal.list_customers()
  RETURNS TABLE (organisation_id text, organisation_slug text, organisation_name text, organisation_status text, created_at timestamptz,
                 project_id text, project_slug text, project_name text, environment text, product_line text, engine_project_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT o.id, o.slug, o.name, o.status, o.created_at, p.id, p.slug, p.name, p.environment, p.product_line, p.engine_project_id
    FROM portal.organisation o LEFT JOIN portal.project p ON p.organisation_id = o.id
    WHERE current_setting('app.operator', true) = 'on'
    ORDER BY o.created_at, o.id, p.created_at
  $$;

GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.find_person(text) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.find_session(text) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.find_invitation(bytea) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.find_membership(text, text) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.list_memberships(text) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.list_customers() OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA portal FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO citadel_portal;
