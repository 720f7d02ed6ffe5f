-- Another embedding model than the built-in one: each project says which model its vectors are of, and how many components they have. A
-- re-index stores the vectors of the next model beside those that answer, and puts them in their place in one transaction.

CREATE TABLE engine.project_index (
  project_id text PRIMARY KEY REFERENCES engine.project (id) ON DELETE CASCADE,
  -- The embedding model's name; 'built-in' for the one that runs here, which is also meant where a project has no row.
  model      text NOT NULL,
  -- Components of its vectors, and so bits of the codes.
  dimensions integer NOT NULL CHECK (dimensions BETWEEN 1 AND 16384)
);

-- The codes are as wide as the project's model wants. No row is written anew: the type stores the same bytes.
ALTER TABLE engine.chunk ALTER COLUMN code TYPE bit varying;
ALTER TABLE engine.live_chunk ALTER COLUMN code TYPE bit varying;

-- Vectors of the model that a project is being re-indexed with, until every live chunk has some. They are the progress as well.
CREATE TABLE engine.reindexed_chunk (
  project_id text NOT NULL,
  chunk_id   text NOT NULL,
  model      text NOT NULL,
  code       bit varying NOT NULL,
  vector     bytea NOT NULL,
  sentence_vectors bytea NOT NULL,
  PRIMARY KEY (project_id, chunk_id),
  FOREIGN KEY (project_id, chunk_id) REFERENCES engine.chunk (project_id, id) ON DELETE CASCADE
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['project_index', 'reindexed_chunk'] LOOP
    EXECUTE format('ALTER TABLE engine.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE engine.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_project ON engine.%I TO citadel_engine USING (project_id = engine.current_project()) WITH CHECK (project_id = engine.current_project())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON engine.%I TO citadel_engine', name);
  END LOOP;
END $$;

-- Puts the re-indexed vectors in the place of those that answer, all at once; false, and nothing is changed, while a live chunk has none
-- of this model. It waits for documents that are just going live (publish-version.ts holds the same lock, shared), and holds no row that a
-- question needs. The documents are held before their chunks, as everywhere.
CREATE FUNCTION engine.swap_index(project text, to_model text, to_dimensions integer)
  RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY INVOKER
  AS $$
  BEGIN
    PERFORM set_config('app.project_id', project, true);
    PERFORM pg_advisory_xact_lock(hashtextextended(project || '/index', 0));
    PERFORM 1 FROM engine.document d WHERE d.project_id = project ORDER BY d.id FOR NO KEY UPDATE;
    IF EXISTS (
      SELECT 1 FROM engine.live_chunk l WHERE l.project_id = project AND NOT EXISTS (
        SELECT 1 FROM engine.reindexed_chunk r
        WHERE r.project_id = project AND r.chunk_id = l.chunk_id AND r.model = to_model AND length(r.code) = to_dimensions)
    ) THEN RETURN false; END IF;
    UPDATE engine.live_chunk l SET code = r.code, vector = r.vector
    FROM engine.reindexed_chunk r WHERE l.project_id = project AND r.project_id = project AND r.chunk_id = l.chunk_id;
    UPDATE engine.chunk c SET code = r.code, vector = r.vector, sentence_vectors = r.sentence_vectors
    FROM engine.reindexed_chunk r WHERE c.project_id = project AND r.project_id = project AND r.chunk_id = c.id;
    DELETE FROM engine.reindexed_chunk r WHERE r.project_id = project;
    INSERT INTO engine.project_index AS i (project_id, model, dimensions) VALUES (project, to_model, to_dimensions)
    ON CONFLICT (project_id) DO UPDATE SET model = excluded.model, dimensions = excluded.dimensions;
    RETURN true;
  END;
  $$;

-- Two more of the closed list of what looks across projects: those whose index is of another model than the one that is configured, and how
-- far their re-index is.
CREATE POLICY look_up ON engine.project_index FOR SELECT TO citadel_engine_lookup USING (true);
CREATE POLICY look_up ON engine.indexed_document FOR SELECT TO citadel_engine_lookup USING (true);
CREATE POLICY look_up ON engine.reindexed_chunk FOR SELECT TO citadel_engine_lookup USING (true);
GRANT SELECT (project_id, model, dimensions) ON engine.project_index TO citadel_engine_lookup;
GRANT SELECT (project_id, chunk_count) ON engine.indexed_document TO citadel_engine_lookup;
GRANT SELECT (project_id, model) ON engine.reindexed_chunk TO citadel_engine_lookup;

CREATE FUNCTION engine.projects_to_reindex(to_model text, to_dimensions integer)
  RETURNS TABLE (project_id text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$
    SELECT p.id FROM engine.project p LEFT JOIN engine.project_index i ON i.project_id = p.id
    WHERE p.status IN ('active', 'suspended') AND (coalesce(i.model, 'built-in') <> to_model OR coalesce(i.dimensions, 384) <> to_dimensions)
    ORDER BY p.id
  $$;

CREATE FUNCTION engine.reindex_progress(to_model text, to_dimensions integer)
  RETURNS TABLE (projects integer, projects_left integer, chunks bigint, chunks_done bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, engine
  AS $$
    WITH waiting AS MATERIALIZED (SELECT w.project_id FROM engine.projects_to_reindex(to_model, to_dimensions) w)
    SELECT (SELECT count(*)::integer FROM engine.project p WHERE p.status IN ('active', 'suspended')),
      (SELECT count(*)::integer FROM waiting),
      (SELECT coalesce(sum(d.chunk_count), 0)::bigint FROM waiting w JOIN engine.indexed_document d ON d.project_id = w.project_id),
      (SELECT count(*) FROM waiting w JOIN engine.reindexed_chunk r ON r.project_id = w.project_id AND r.model = to_model)
  $$;

GRANT CREATE ON SCHEMA engine TO citadel_engine_lookup;
ALTER FUNCTION engine.projects_to_reindex(text, integer) OWNER TO citadel_engine_lookup;
ALTER FUNCTION engine.reindex_progress(text, integer) OWNER TO citadel_engine_lookup;
REVOKE CREATE ON SCHEMA engine FROM citadel_engine_lookup;
REVOKE ALL ON FUNCTION engine.swap_index, engine.projects_to_reindex, engine.reindex_progress FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engine.swap_index, engine.projects_to_reindex, engine.reindex_progress TO citadel_engine;
GRANT EXECUTE ON FUNCTION engine.projects_to_reindex TO citadel_engine_lookup;

-- engine.find_passages as before, but for the model: a question brings the name of the model that its code is of. Where the project's
-- vectors are of another one, nothing is compared and nothing found, and the row says of which they are. One snapshot holds for both.
DROP FUNCTION engine.find_passages;

-- asked_terms: the question's distinct index terms. asked_model, asked_code: the model of its embedding, and the signs; null to search by
-- words alone. only_documents: null for all.
-- by_code, by_word: how many candidates come from the vectors' signs and from words; most_word_hits: how many chunks the rarest
-- terms may hold together before a term counts as too frequent to look up. vector_weight: share of the cosine in the fused score.
-- frequencies: for each term the number of live chunks that hold it. A posting's row holds 128 neighbouring chunks (go-live.ts).
-- most: how many passages to hand over, best first by that score with the cosine estimated from the signs.
CREATE FUNCTION engine.find_passages(
  project text, asked_terms text[], asked_model text, asked_code bit varying, only_documents text[],
  vector_weight double precision, most integer
)
  RETURNS TABLE (
    live_chunks integer, frequencies integer[], weights double precision[], passages text, vectors bytea, index_model text, index_dimensions integer
  )
  LANGUAGE plpgsql VOLATILE SECURITY INVOKER
  -- A plan is kept for the connection's life. One that was made while the tables were small must still be right when they are not:
  -- no sequential scans, and OFFSET 0 below keeps the planner at one look-up for each term, candidate and passage.
  SET enable_seqscan = off
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM set_config('app.project_id', project, true);
    RETURN QUERY
    WITH own AS MATERIALIZED (
      SELECT m.model, m.dimensions, coalesce(asked_code, repeat('0', m.dimensions)::bit varying) AS code,
        asked_code IS NULL OR (m.model = asked_model AND m.dimensions = length(asked_code)) AS fits
      FROM (
        SELECT coalesce(max(i.model), 'built-in') AS model, coalesce(max(i.dimensions), 384) AS dimensions
        FROM engine.project_index i WHERE i.project_id = project
      ) m
    ),
    asked AS MATERIALIZED (
      SELECT t.term, t.number::integer FROM unnest(asked_terms) WITH ORDINALITY AS t(term, number) WHERE (SELECT o.fits FROM own o)
    ),
    holding AS MATERIALIZED (
      SELECT a.number, p.document_id, p.block, p.ordinals, p.counts
      FROM asked a CROSS JOIN LATERAL (
        SELECT * FROM engine.posting p WHERE p.project_id = project AND p.term = a.term OFFSET 0
      ) p
    ),
    live AS MATERIALIZED (
      SELECT coalesce(sum(d.chunk_count), 0)::double precision AS chunks, coalesce(sum(d.term_total), 0)::double precision AS terms
      FROM engine.indexed_document d WHERE d.project_id = project
    ),
    frequency AS (
      SELECT a.number, coalesce(sum(cardinality(h.ordinals)), 0)::double precision AS chunks
      FROM asked a LEFT JOIN holding h ON h.number = a.number GROUP BY a.number
    ),
    -- Inverse document frequency in the form that is never negative. A project of fewer than 200 chunks counts as that many: in a
    -- handful of them every word they hold would look frequent, and only what they lack would seem to matter.
    term AS MATERIALIZED (
      SELECT f.number, f.chunks, ln(1 + (greatest(l.chunks, 200) - f.chunks + 0.5) / (f.chunks + 0.5)) AS weight,
        sum(f.chunks) OVER (ORDER BY f.chunks, f.number) AS together
      FROM frequency f CROSS JOIN live l
    ),
    near_by_word AS (
      SELECT h.document_id, o.ordinal
      FROM term t JOIN holding h ON h.number = t.number CROSS JOIN LATERAL unnest(h.ordinals) AS o(ordinal)
      WHERE t.together <= 2000 AND (only_documents IS NULL OR h.document_id = ANY(only_documents))
      GROUP BY 1, 2 ORDER BY sum(t.weight) DESC, 1, 2 LIMIT 100
    ),
    near_by_code AS MATERIALIZED (
      SELECT c.document_id, c.ordinal, c.term_total, bit_count(c.code # (SELECT o.code FROM own o)) AS distance
      FROM engine.live_chunk c
      WHERE c.project_id = project AND (SELECT o.fits FROM own o) AND (only_documents IS NULL OR c.document_id = ANY(only_documents))
      ORDER BY 4 LIMIT 150
    ),
    candidate AS MATERIALIZED (
      SELECT n.document_id, n.ordinal, n.term_total, n.distance FROM near_by_code n
      UNION ALL
      SELECT n.document_id, n.ordinal, one.term_total, one.distance
      FROM near_by_word n CROSS JOIN LATERAL (
        SELECT c.term_total, bit_count(c.code # (SELECT o.code FROM own o)) AS distance
        FROM engine.live_chunk c WHERE c.project_id = project AND c.document_id = n.document_id AND c.ordinal = n.ordinal OFFSET 0
      ) one
      WHERE (n.document_id, n.ordinal) NOT IN (SELECT b.document_id, b.ordinal FROM near_by_code b)
    ),
    -- Okapi BM25 (Robertson and Zaragoza, 2009) with its usual constants: k1 = 1.2 for the saturation of repeats, b = 0.75 for the
    -- length. So 2.2 is k1 + 1, 0.3 is k1 (1 - b), and 0.9 is k1 b.
    by_words AS (
      SELECT c.document_id, c.ordinal,
        sum(t.weight * k.count * 2.2 / (k.count + 0.3 + 0.9 * (c.term_total * l.chunks / greatest(l.terms, 1)))) AS score
      FROM candidate c
        JOIN holding h ON h.document_id = c.document_id AND h.block = c.ordinal / 128
        CROSS JOIN LATERAL (SELECT h.counts[array_position(h.ordinals, c.ordinal)] AS count) k
        JOIN term t ON t.number = h.number
        CROSS JOIN live l
      WHERE k.count IS NOT NULL
      GROUP BY 1, 2
    ),
    scored AS (
      SELECT c.document_id, c.ordinal, c.distance,
        coalesce(w.score, 0) / greatest(max(w.score) OVER (), 1e-6) AS words
      FROM candidate c LEFT JOIN by_words w ON w.document_id = c.document_id AND w.ordinal = c.ordinal
    ),
    -- The angle between two vectors is about pi times the share of signs in which they differ (Charikar, 2002).
    best AS MATERIALIZED (
      SELECT s.document_id, s.ordinal, s.words, row_number() OVER (ORDER BY e.score DESC, s.document_id, s.ordinal) AS place
      FROM scored s CROSS JOIN LATERAL (SELECT vector_weight * cos(pi() * s.distance / (SELECT o.dimensions FROM own o)) + (1 - vector_weight) * s.words AS score) e
      ORDER BY e.score DESC, s.document_id, s.ordinal LIMIT most
    ),
    handed_over AS (
      SELECT b.place, b.words, c.id, c.document_id, d.name, c.page, c.start_offset, c.text, c.context, c.sentence_spans, c.sentence_contexts,
        v.indexed_at, c.vector || c.sentence_vectors AS vectors
      FROM best b
        CROSS JOIN LATERAL (
          SELECT l.chunk_id FROM engine.live_chunk l WHERE l.project_id = project AND l.document_id = b.document_id AND l.ordinal = b.ordinal OFFSET 0
        ) l
        CROSS JOIN LATERAL (SELECT * FROM engine.chunk c WHERE c.project_id = project AND c.id = l.chunk_id OFFSET 0) c
        CROSS JOIN LATERAL (SELECT d.name FROM engine.document d WHERE d.project_id = project AND d.id = c.document_id OFFSET 0) d
        CROSS JOIN LATERAL (SELECT v.indexed_at FROM engine.document_version v WHERE v.project_id = project AND v.id = c.version_id OFFSET 0) v
    )
    SELECT l.chunks::integer,
      (SELECT coalesce(array_agg(t.chunks::integer ORDER BY t.number), '{}') FROM term t),
      (SELECT coalesce(array_agg(t.weight ORDER BY t.number), '{}') FROM term t),
      (SELECT coalesce(json_agg(json_build_array(
          o.id, o.document_id, o.name, o.page, o.start_offset, o.text, o.context, o.sentence_spans, o.sentence_contexts, o.indexed_at, o.words
        ) ORDER BY o.place), '[]')::text FROM handed_over o),
      (SELECT coalesce(string_agg(o.vectors, '' ORDER BY o.place), '') FROM handed_over o),
      o.model, o.dimensions
    FROM live l CROSS JOIN own o;
  END;
  $$;
REVOKE ALL ON FUNCTION engine.find_passages FROM PUBLIC;
GRANT EXECUTE ON FUNCTION engine.find_passages TO citadel_engine;
