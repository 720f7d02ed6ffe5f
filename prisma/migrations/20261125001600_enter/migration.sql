-- Row-level security takes the tenant from the credential itself, at the start of every transaction: not from what the process has
-- made of it. These functions ask again, on their own, whatever the look-ups before a scope (engine.find_key, portal.find_session,
-- portal.find_membership) have said.

CREATE FUNCTION engine.enter_by_key(key_hash bytea) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$
  DECLARE entered text;
  BEGIN
    SELECT k.project_id INTO entered FROM engine.api_key k JOIN engine.project p ON p.id = k.project_id
    WHERE k.hash = key_hash AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AND p.status = 'active';
    IF entered IS NULL THEN RAISE EXCEPTION 'no live key' USING ERRCODE = 'CT401'; END IF;
    PERFORM set_config('app.project_id', entered, true);
    RETURN entered;
  END $$;

-- What is entered: 'entered', or what there is none of any more: 'session' or 'membership'. A consent stands for a membership.
CREATE FUNCTION portal.enter_by_session(entering_session text, entered_organisation text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
  DECLARE entering text; is_operator boolean;
  BEGIN
    PERFORM set_config('app.organisation_id', '', true), set_config('app.person_id', '', true),
            set_config('app.operator', '', true), set_config('app.worker', '', true);
    SELECT p.id, p.operator INTO entering, is_operator FROM portal.session s JOIN portal.person p ON p.id = s.person_id
    WHERE s.id = entering_session AND s.revoked_at IS NULL AND s.expires_at > now();
    IF entering IS NULL THEN RETURN 'session'; END IF;
    IF NOT EXISTS (SELECT 1 FROM portal.organisation o WHERE o.id = entered_organisation AND o.status = 'active')
      OR NOT (EXISTS (SELECT 1 FROM portal.membership m WHERE m.organisation_id = entered_organisation AND m.person_id = entering)
        OR is_operator AND EXISTS (SELECT 1 FROM portal.support_consent c
          WHERE c.organisation_id = entered_organisation AND c.ended_at IS NULL AND c.ends_at > clock_timestamp()))
    THEN RETURN 'membership'; END IF;
    PERFORM set_config('app.organisation_id', entered_organisation, true), set_config('app.person_id', entering, true);
    RETURN 'entered';
  END $$;

GRANT CREATE ON SCHEMA engine TO citadel_engine_lookup;
GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION engine.enter_by_key(bytea) OWNER TO citadel_engine_lookup;
ALTER FUNCTION portal.enter_by_session(text, text) OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA engine FROM citadel_engine_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON FUNCTION engine.enter_by_key(bytea), portal.enter_by_session(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engine.enter_by_key(bytea) TO citadel_engine;
GRANT EXECUTE ON FUNCTION portal.enter_by_session(text, text) TO citadel_portal;
