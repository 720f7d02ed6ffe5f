-- Keeping it right: what was asked and how it was rated, gaps, owners of documents, usage, quotas.

CREATE TABLE portal.care_setting (
  organisation_id text NOT NULL,
  project_id      text NOT NULL,
  -- How long the words of conversations are kept; 0 keeps none.
  conversation_days integer NOT NULL DEFAULT 90 CHECK (conversation_days BETWEEN 0 AND 3650),
  -- After so many days without a change a document is shown as stale; null shows none.
  stale_days  integer CHECK (stale_days BETWEEN 1 AND 3650),
  -- Where "Ask a person" leads: nowhere, an address (https or mailto), or the owner of the first cited document.
  help_kind   text NOT NULL DEFAULT 'none' CHECK (help_kind IN ('none', 'link', 'owner')),
  help_target text,
  PRIMARY KEY (organisation_id, project_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE,
  CHECK (help_kind <> 'link' OR help_target IS NOT NULL)
);

-- Refused and disliked questions that mean the same. Their words stand in the messages and go with them; here are index terms only.
CREATE TABLE portal.gap (
  organisation_id text NOT NULL,
  id          text NOT NULL,
  project_id  text NOT NULL,
  terms       text[] NOT NULL,
  status      text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'solved', 'dismissed')),
  owner_id    text REFERENCES portal.person (id) ON DELETE SET NULL,
  decided_at  timestamptz,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX gap_project ON portal.gap (organisation_id, project_id);

-- Every answer that the portal has given to a person. Where no conversations are kept, the row has no words.
CREATE TABLE portal.conversation_message (
  organisation_id text NOT NULL,
  -- The engine's own name for the message, and for its session.
  id         text NOT NULL,
  project_id text NOT NULL,
  session_id text NOT NULL,
  person_id  text REFERENCES portal.person (id) ON DELETE SET NULL,
  question   text,
  answer     jsonb,
  grounding  text NOT NULL CHECK (grounding IN ('answered', 'uncertain', 'refused')),
  took_ms    integer NOT NULL CHECK (took_ms >= 0),
  gap_id     text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE,
  CHECK ((question IS NULL) = (answer IS NULL))
);
CREATE INDEX conversation_message_time ON portal.conversation_message (organisation_id, project_id, created_at DESC, id DESC);
CREATE INDEX conversation_message_session ON portal.conversation_message (organisation_id, project_id, session_id);
CREATE INDEX conversation_message_gap ON portal.conversation_message (organisation_id, project_id, gap_id) WHERE gap_id IS NOT NULL;

-- What the person who asked says of the answer: one vote, which they can change.
CREATE TABLE portal.feedback (
  organisation_id text NOT NULL,
  message_id text NOT NULL,
  person_id  text NOT NULL REFERENCES portal.person (id) ON DELETE CASCADE,
  project_id text NOT NULL,
  vote       text NOT NULL CHECK (vote IN ('up', 'down')),
  reason     text CHECK (reason IN ('wrong', 'incomplete', 'out-of-date', 'wrong-source', 'no-answer', 'other')),
  note       text NOT NULL DEFAULT '',
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, message_id, person_id),
  FOREIGN KEY (organisation_id, message_id) REFERENCES portal.conversation_message (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX feedback_project ON portal.feedback (organisation_id, project_id);

-- Who looks after a document: whoever uploaded it, until an admin names another.
CREATE TABLE portal.document_owner (
  organisation_id text NOT NULL,
  project_id  text NOT NULL,
  document_id text NOT NULL,
  owner_id    text NOT NULL REFERENCES portal.person (id) ON DELETE CASCADE,
  PRIMARY KEY (organisation_id, project_id, document_id),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

-- Counters of a project and day (UTC), without content. `times` counts answers by how long they took, in the steps of lib/portal/usage.
CREATE TABLE portal.usage_day (
  organisation_id text NOT NULL,
  project_id text NOT NULL,
  day        date NOT NULL,
  questions  integer NOT NULL DEFAULT 0,
  uncertain  integer NOT NULL DEFAULT 0,
  refused    integer NOT NULL DEFAULT 0,
  people     integer NOT NULL DEFAULT 0,
  times      integer[] NOT NULL DEFAULT '{}',
  -- As they were when last measured on that day; null when nobody measured.
  documents  integer,
  bytes      bigint,
  pages      integer,
  tokens     bigint,
  PRIMARY KEY (organisation_id, project_id, day),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

-- Who was counted already in a period: a digest that belongs to that project and period alone.
CREATE TABLE portal.usage_seen (
  organisation_id text NOT NULL,
  project_id text NOT NULL,
  -- A day, or the first day of a month.
  period     text NOT NULL,
  person     bytea NOT NULL,
  PRIMARY KEY (organisation_id, project_id, period, person),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

-- People who asked in a month (UTC); the other figures of a month are the sums of its days.
CREATE TABLE portal.usage_month (
  organisation_id text NOT NULL,
  project_id text NOT NULL,
  month      date NOT NULL,
  people     integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation_id, project_id, month),
  FOREIGN KEY (organisation_id, project_id) REFERENCES portal.project (organisation_id, id) ON DELETE CASCADE
);

-- What the operator allows a customer; null for no limit.
CREATE TABLE portal.quota (
  organisation_id text PRIMARY KEY REFERENCES portal.organisation (id) ON DELETE CASCADE,
  questions bigint CHECK (questions >= 0),
  documents bigint CHECK (documents >= 0),
  bytes     bigint CHECK (bytes >= 0),
  members   bigint CHECK (members >= 0)
);

-- Questions of a month (UTC) that were begun and not given up: what the limit is compared with.
CREATE TABLE portal.quota_use (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  month     date NOT NULL,
  questions bigint NOT NULL CHECK (questions >= 0),
  PRIMARY KEY (organisation_id, month)
);

-- Uploads on their way: they count beside what the engine holds already, so that many at once cannot pass a limit together.
CREATE TABLE portal.quota_hold (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  id          text NOT NULL,
  documents   integer NOT NULL,
  bytes       bigint NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  released_at timestamptz,
  PRIMARY KEY (organisation_id, id)
);

-- Which warnings the customer has had: each once a month.
CREATE TABLE portal.quota_warning (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  month  date NOT NULL,
  metric text NOT NULL CHECK (metric IN ('questions', 'documents', 'bytes', 'members')),
  level  integer NOT NULL CHECK (level IN (80, 100)),
  at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, month, metric, level)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['care_setting', 'gap', 'conversation_message', 'feedback', 'document_owner', 'usage_day', 'usage_seen', 'usage_month', 'quota', 'quota_use', 'quota_hold', 'quota_warning'] LOOP
    EXECUTE format('ALTER TABLE portal.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE portal.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON portal.%I TO citadel_portal', name);
    EXECUTE format('CREATE POLICY own_organisation ON portal.%I TO citadel_portal USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation())', name);
  END LOOP;
END $$;

-- Each project has one job that keeps its retention and measures its usage, from its first day on.
CREATE FUNCTION portal.queue_care() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, portal
  AS $$
  BEGIN
    INSERT INTO portal.job (organisation_id, id, project_id, kind, due_at)
      VALUES (NEW.organisation_id, 'job_' || replace(gen_random_uuid()::text, '-', ''), NEW.id, 'care.keep', now() + interval '6 hours') ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
CREATE TRIGGER queue_care AFTER INSERT ON portal.project FOR EACH ROW EXECUTE FUNCTION portal.queue_care();
INSERT INTO portal.job (organisation_id, id, project_id, kind)
  SELECT organisation_id, 'job_' || replace(gen_random_uuid()::text, '-', ''), id, 'care.keep' FROM portal.project ON CONFLICT DO NOTHING;

-- The operator's view of usage and limits: counts, no content. Only for a session of the operator's team or its API.
CREATE POLICY look_up ON portal.usage_day FOR SELECT TO citadel_portal_lookup USING (true);
CREATE POLICY look_up ON portal.usage_month FOR SELECT TO citadel_portal_lookup USING (true);
CREATE POLICY look_up ON portal.quota FOR SELECT TO citadel_portal_lookup USING (true);
GRANT SELECT ON portal.usage_day, portal.usage_month, portal.quota TO citadel_portal_lookup;

CREATE FUNCTION portal.list_usage(first_day date, last_day date)
  RETURNS TABLE (organisation_id text, project_id text, day date, questions integer, uncertain integer, refused integer, people integer, times integer[],
                 documents integer, bytes bigint, pages integer, tokens bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT u.organisation_id, u.project_id, u.day, u.questions, u.uncertain, u.refused, u.people, u.times, u.documents, u.bytes, u.pages, u.tokens
    FROM portal.usage_day u WHERE current_setting('app.operator', true) = 'on' AND u.day BETWEEN first_day AND last_day
    ORDER BY u.organisation_id, u.project_id, u.day
  $$;
CREATE FUNCTION portal.list_usage_people(counted_month date)
  RETURNS TABLE (organisation_id text, project_id text, people integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$ SELECT u.organisation_id, u.project_id, u.people FROM portal.usage_month u WHERE current_setting('app.operator', true) = 'on' AND u.month = counted_month $$;
CREATE FUNCTION portal.list_quotas()
  RETURNS TABLE (organisation_id text, questions bigint, documents bigint, bytes bigint, members bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$ SELECT q.organisation_id, q.questions, q.documents, q.bytes, q.members FROM portal.quota q WHERE current_setting('app.operator', true) = 'on' $$;

GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.list_usage(date, date) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.list_usage_people(date) OWNER TO citadel_portal_lookup;
ALTER FUNCTION portal.list_quotas() OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON FUNCTION portal.queue_care(), portal.list_usage(date, date), portal.list_usage_people(date), portal.list_quotas() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.queue_care(), portal.list_usage(date, date), portal.list_usage_people(date), portal.list_quotas() TO citadel_portal;
