-- A customer's consent that the operator's support may read: given by its own admin, with an end. It belongs to the organisation; nobody else writes it.
CREATE TABLE portal.support_consent (
  organisation_id text NOT NULL REFERENCES portal.organisation (id) ON DELETE CASCADE,
  id         text NOT NULL,
  given_by   text NOT NULL,
  reason     text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  ends_at    timestamptz NOT NULL CHECK (ends_at <= created_at + interval '31 days'),
  ended_at   timestamptz,
  used_at    timestamptz,
  PRIMARY KEY (organisation_id, id)
);
ALTER TABLE portal.support_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.support_consent FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON portal.support_consent TO citadel_portal;
CREATE POLICY own_organisation ON portal.support_consent TO citadel_portal
  USING (organisation_id = portal.current_organisation()) WITH CHECK (organisation_id = portal.current_organisation());
CREATE POLICY look_up ON portal.support_consent FOR SELECT TO citadel_portal_lookup USING (true);
GRANT SELECT (organisation_id, id, ends_at, ended_at) ON portal.support_consent TO citadel_portal_lookup;

-- Every request: the membership that a slug selects, or the consent under which one of the operator's team may read. Both can end between two requests.
DROP FUNCTION portal.find_membership(text, text);
CREATE FUNCTION portal.find_membership(member_person_id text, organisation_slug text)
  RETURNS TABLE (organisation_id text, organisation_name text, role text, consent_id text, consent_ends_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT * FROM (
      SELECT o.id, o.name, m.role, NULL::text, NULL::timestamptz FROM portal.membership m JOIN portal.organisation o ON o.id = m.organisation_id
      WHERE m.person_id = member_person_id AND o.slug = organisation_slug AND o.status = 'active'
      UNION ALL
      SELECT o.id, o.name, 'reader', c.id, c.ends_at FROM portal.support_consent c JOIN portal.organisation o ON o.id = c.organisation_id
      JOIN portal.person p ON p.id = member_person_id AND p.operator
      WHERE o.slug = organisation_slug AND o.status = 'active' AND c.ended_at IS NULL AND c.ends_at > clock_timestamp()
    ) found ORDER BY 4 NULLS FIRST LIMIT 1
  $$;

CREATE OR REPLACE FUNCTION portal.list_memberships(member_person_id text)
  RETURNS TABLE (organisation_slug text, organisation_name text, role text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
    SELECT o.slug, o.name, m.role FROM portal.membership m JOIN portal.organisation o ON o.id = m.organisation_id
    WHERE m.person_id = member_person_id AND o.status = 'active'
    UNION ALL
    SELECT DISTINCT o.slug, o.name, 'reader' FROM portal.support_consent c JOIN portal.organisation o ON o.id = c.organisation_id
    JOIN portal.person p ON p.id = member_person_id AND p.operator
    WHERE o.status = 'active' AND c.ended_at IS NULL AND c.ends_at > clock_timestamp()
      AND NOT EXISTS (SELECT 1 FROM portal.membership own WHERE own.organisation_id = o.id AND own.person_id = member_person_id)
    ORDER BY 2, 1
  $$;
GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.find_membership(text, text) OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON FUNCTION portal.find_membership(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.find_membership(text, text) TO citadel_portal;

-- What the operator says in public about security: every version stays, the newest is shown.
CREATE TABLE portal.security_page (
  version    integer PRIMARY KEY CHECK (version > 0),
  text       text NOT NULL CHECK (length(text) <= 50000),
  saved_by   text NOT NULL,
  saved_at   timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE portal.security_page ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.security_page FORCE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON portal.security_page FOR SELECT TO citadel_portal USING (true);
CREATE POLICY operator_writes ON portal.security_page FOR INSERT TO citadel_portal WITH CHECK (current_setting('app.operator', true) = 'on');
GRANT SELECT, INSERT ON portal.security_page TO citadel_portal;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON portal.security_page FOR EACH STATEMENT EXECUTE FUNCTION portal.refuse_change();

-- Where an account has signed in from before, as digests: from there it can always try, however many fail from elsewhere.
CREATE TABLE portal.known_address (
  subject text PRIMARY KEY,
  seen_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE portal.known_address ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.known_address FORCE ROW LEVEL SECURITY;
CREATE POLICY counters ON portal.known_address TO citadel_portal USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.known_address TO citadel_portal;

-- Buckets of requests that all processes share. A process takes some requests ahead and spends them from its memory; what is lost in a crash are seconds.
CREATE UNLOGGED TABLE engine.rate_bucket (
  bucket text PRIMARY KEY,
  tokens double precision NOT NULL,
  at     timestamptz NOT NULL
);
ALTER TABLE engine.rate_bucket ENABLE ROW LEVEL SECURITY;
ALTER TABLE engine.rate_bucket FORCE ROW LEVEL SECURITY;
CREATE POLICY counters ON engine.rate_bucket TO citadel_engine_lookup USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON engine.rate_bucket TO citadel_engine_lookup;

-- Takes up to `wanted` requests from a bucket that holds `burst` at most and is given `per_second` back. Returns what was taken and what is left.
CREATE FUNCTION engine.take_requests(bucket_name text, burst double precision, per_second double precision, wanted double precision)
  RETURNS TABLE (taken double precision, remaining double precision)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$
  DECLARE held double precision; since timestamptz; moment timestamptz := clock_timestamp();
  BEGIN
    INSERT INTO engine.rate_bucket (bucket, tokens, at) VALUES (bucket_name, burst, moment) ON CONFLICT DO NOTHING;
    SELECT b.tokens, b.at INTO held, since FROM engine.rate_bucket b WHERE b.bucket = bucket_name FOR UPDATE;
    held := least(burst, held + greatest(0, extract(epoch FROM clock_timestamp() - since)) * per_second);
    taken := least(held, wanted);
    remaining := held - taken;
    UPDATE engine.rate_bucket b SET tokens = remaining, at = clock_timestamp() WHERE b.bucket = bucket_name;
    RETURN NEXT;
  END $$;
GRANT CREATE ON SCHEMA engine TO citadel_engine_lookup;
ALTER FUNCTION engine.take_requests(text, double precision, double precision, double precision) OWNER TO citadel_engine_lookup;
REVOKE CREATE ON SCHEMA engine FROM citadel_engine_lookup;
REVOKE ALL ON FUNCTION engine.take_requests(text, double precision, double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engine.take_requests(text, double precision, double precision, double precision) TO citadel_engine;
