-- engine.find_passages as before, with less to do for each question: 80 chunks by their codes instead of 150 (or as many as are wanted), which `npm run bench:search` shows to hold
-- the nearest as well; what a chunk's length and a term's weight have to do with BM25 worked out once for each, not once for each pair; and the chunk's
-- id carried along from the first look-up instead of looked up again.
--
-- asked_terms: the question's distinct index terms. asked_model, asked_code: the model of its embedding, and the signs; null to search by
-- words alone. only_documents: null for all.
-- near_by_word: the rarest terms, as long as they hold at most 2,000 chunks together. vector_weight: share of the cosine in the fused score.
-- frequencies: for each term the number of live chunks that hold it. A posting's row holds 128 neighbouring chunks (go-live.ts).
-- most: how many passages to hand over, best first by that score with the cosine estimated from the signs.
CREATE OR REPLACE FUNCTION engine.find_passages(
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
  -- The postings of frequent words stay in memory, also those of 100,000 chunks (7 MB).
  SET work_mem = '32MB'
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
      SELECT a.number, coalesce(h.chunks, 0)::double precision AS chunks
      FROM asked a LEFT JOIN (SELECT h.number, sum(cardinality(h.ordinals)) AS chunks FROM holding h GROUP BY 1) h ON h.number = a.number
    ),
    -- Inverse document frequency in the form that is never negative. A project of fewer than 200 chunks counts as that many: in a
    -- handful of them every word they hold would look frequent, and only what they lack would seem to matter.
    term AS MATERIALIZED (
      SELECT f.number, f.chunks, ln(1 + (greatest(l.chunks, 200) - f.chunks + 0.5) / (f.chunks + 0.5)) AS weight,
        sum(f.chunks) OVER (ORDER BY f.chunks, f.number) AS together
      FROM frequency f CROSS JOIN live l
    ),
    weighted AS MATERIALIZED (
      SELECT h.document_id, h.block, h.ordinals, h.counts, t.weight FROM holding h JOIN term t ON t.number = h.number
    ),
    -- A term that a quarter of the chunks hold chooses none of them.
    near_by_word AS (
      SELECT h.document_id, o.ordinal
      FROM term t JOIN holding h ON h.number = t.number CROSS JOIN LATERAL unnest(h.ordinals) AS o(ordinal)
      WHERE t.together <= 2000 AND t.chunks <= greatest(200, (SELECT l.chunks FROM live l) / 4) AND (only_documents IS NULL OR h.document_id = ANY(only_documents))
      GROUP BY 1, 2 ORDER BY sum(t.weight) DESC, 1, 2 LIMIT 100
    ),
    -- A bit string's distance is at most its length, and a number is below 2^40 for longer than there will be chunks.
    nearest AS MATERIALIZED (
      SELECT p.packed
      FROM (
        SELECT (bit_count(c.code # (SELECT o.code FROM own o)) << 40) | c.number AS packed
        FROM engine.live_chunk c
        WHERE only_documents IS NULL AND c.project_id = project AND (SELECT o.fits FROM own o)
        UNION ALL
        SELECT (bit_count(c.code # (SELECT o.code FROM own o)) << 40) | c.number
        FROM engine.live_chunk c
        WHERE c.project_id = project AND c.document_id = ANY(only_documents) AND (SELECT o.fits FROM own o)
      ) p
      ORDER BY 1 LIMIT greatest(80, most)
    ),
    near_by_code AS MATERIALIZED (
      SELECT c.document_id, c.ordinal, c.chunk_id, c.term_total, n.packed >> 40 AS distance
      FROM nearest n CROSS JOIN LATERAL (
        SELECT c.document_id, c.ordinal, c.chunk_id, c.term_total
        FROM engine.live_chunk c WHERE c.project_id = project AND c.number = n.packed & ((1::bigint << 40) - 1) OFFSET 0
      ) c
    ),
    candidate AS MATERIALIZED (
      SELECT k.*, row_number() OVER () AS candidate, k.term_total * l.chunks / greatest(l.terms, 1) AS length
      FROM live l CROSS JOIN (
        SELECT n.document_id, n.ordinal, n.chunk_id, n.term_total, n.distance FROM near_by_code n
        UNION ALL
        SELECT n.document_id, n.ordinal, one.chunk_id, one.term_total, one.distance
        FROM near_by_word n CROSS JOIN LATERAL (
          SELECT c.chunk_id, c.term_total, bit_count(c.code # (SELECT o.code FROM own o)) AS distance
          FROM engine.live_chunk c WHERE c.project_id = project AND c.document_id = n.document_id AND c.ordinal = n.ordinal OFFSET 0
        ) one
        WHERE (n.document_id, n.ordinal) NOT IN (SELECT b.document_id, b.ordinal FROM near_by_code b)
      ) k
    ),
    -- Okapi BM25 (Robertson and Zaragoza, 2009) with its usual constants: k1 = 1.2 for the saturation of repeats, b = 0.75 for the
    -- length. So 2.2 is k1 + 1, 0.3 is k1 (1 - b), and 0.9 is k1 b.
    by_words AS (
      SELECT k.candidate,
        sum(k.weight * k.count * 2.2 / (k.count + 0.3 + 0.9 * k.length)) AS score
      FROM (
          -- OFFSET 0: the count is looked up once, and no block's arrays go through the aggregate with the rows.
          SELECT c.candidate, c.length, h.weight, h.counts[array_position(h.ordinals, c.ordinal)]::double precision AS count
          FROM candidate c JOIN weighted h ON h.document_id = c.document_id AND h.block = c.ordinal / 128 OFFSET 0
        ) k
      WHERE k.count IS NOT NULL
      GROUP BY 1
    ),
    scored AS (
      SELECT c.document_id, c.ordinal, c.chunk_id, c.distance,
        coalesce(w.score, 0) / greatest(max(w.score) OVER (), 1e-6) AS words
      FROM candidate c LEFT JOIN by_words w ON w.candidate = c.candidate
    ),
    -- The angle between two vectors is about pi times the share of signs in which they differ (Charikar, 2002).
    best AS MATERIALIZED (
      SELECT s.chunk_id, s.words, row_number() OVER (ORDER BY e.score DESC, s.document_id, s.ordinal) AS place
      FROM scored s CROSS JOIN LATERAL (SELECT vector_weight * cos(pi() * s.distance / (SELECT o.dimensions FROM own o)) + (1 - vector_weight) * s.words AS score) e
      ORDER BY e.score DESC, s.document_id, s.ordinal LIMIT most
    ),
    hit AS MATERIALIZED (
      SELECT b.place, b.words, c.id, c.document_id, c.version_id, c.page, c.start_offset, c.text, c.context, c.sentence_spans, c.sentence_contexts,
        c.vector || c.sentence_vectors AS vectors
      FROM best b
        CROSS JOIN LATERAL (SELECT * FROM engine.chunk c WHERE c.project_id = project AND c.id = b.chunk_id OFFSET 0) c
    ),
    -- Each looked up once: an index that begins with the project alone, which the planner may take in a small one, is then read once.
    named AS MATERIALIZED (
      SELECT d.id, d.name FROM engine.document d WHERE d.project_id = project AND d.id = ANY (ARRAY(SELECT h.document_id FROM hit h))
    ),
    dated AS MATERIALIZED (
      SELECT v.id, v.indexed_at FROM engine.document_version v WHERE v.project_id = project AND v.id = ANY (ARRAY(SELECT h.version_id FROM hit h))
    ),
    handed_over AS (
      SELECT h.*, d.name, v.indexed_at
      FROM hit h JOIN named d ON d.id = h.document_id JOIN dated v ON v.id = h.version_id
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
