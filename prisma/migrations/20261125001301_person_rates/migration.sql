-- Buckets of a person's requests that all processes share, as engine.rate_bucket has them for keys.
CREATE UNLOGGED TABLE portal.rate_bucket (
  bucket text PRIMARY KEY,
  tokens double precision NOT NULL,
  at     timestamptz NOT NULL
);
ALTER TABLE portal.rate_bucket ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.rate_bucket FORCE ROW LEVEL SECURITY;
CREATE POLICY nobody ON portal.rate_bucket TO citadel_portal USING (portal.current_person() IS NULL AND false);
CREATE POLICY counters ON portal.rate_bucket TO citadel_portal_lookup USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.rate_bucket TO citadel_portal_lookup;

CREATE FUNCTION portal.take_requests(bucket_name text, burst double precision, per_second double precision, wanted double precision)
  RETURNS TABLE (taken double precision, remaining double precision)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, portal
  AS $$
  DECLARE held double precision; since timestamptz;
  BEGIN
    INSERT INTO portal.rate_bucket (bucket, tokens, at) VALUES (bucket_name, burst, clock_timestamp()) ON CONFLICT DO NOTHING;
    SELECT b.tokens, b.at INTO held, since FROM portal.rate_bucket b WHERE b.bucket = bucket_name FOR UPDATE;
    held := least(burst, held + greatest(0, extract(epoch FROM clock_timestamp() - since)) * per_second);
    taken := least(held, wanted);
    remaining := held - taken;
    UPDATE portal.rate_bucket b SET tokens = remaining, at = clock_timestamp() WHERE b.bucket = bucket_name;
    RETURN NEXT;
  END $$;
GRANT CREATE ON SCHEMA portal TO citadel_portal_lookup;
ALTER FUNCTION portal.take_requests(text, double precision, double precision, double precision) OWNER TO citadel_portal_lookup;
REVOKE CREATE ON SCHEMA portal FROM citadel_portal_lookup;
REVOKE ALL ON FUNCTION portal.take_requests(text, double precision, double precision, double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.take_requests(text, double precision, double precision, double precision) TO citadel_portal;
