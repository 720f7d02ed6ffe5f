/**
 * What a search costs in a very large project, and among very many of them, with rows loaded in bulk: `npm run bench:search`, or with other
 * sizes `npm run bench:search -- 20000 1000`. Prints milliseconds of the whole search in this process (embedding, one statement, ranking),
 * and the share of the ten nearest chunks by the exact cosine that are among the candidates: right after the load, and once autovacuum has seen the
 * rows, which it does by itself. What is ingested in the usual way grows no faster than it follows.
 */
import { setTimeout as sleep } from "node:timers/promises";

import { makeChunks, type MadeChunk } from "./made-chunks";
import { cloneProject } from "./clone-project";

import { closeEngineDatabase } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { findPassages } from "@/lib/engine/search/index/find-passages";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import { readQuestion } from "@/lib/engine/search/question/read-question";
import { searchProject } from "@/lib/engine/search/search-project";
import { createSampleProject, storeSample } from "@/lib/engine/search/testing/project-of";
import { withConnection } from "@/lib/platform/db/connect";
import { embedder } from "@/lib/platform/embedding-model/embedder";
import { required } from "@/lib/platform/env";

const DOCUMENT = 500;
const QUESTIONS = 60;
const NEAREST = 10;
const LONGEST_WAIT_MS = 180_000;
const LOOK_MS = 1_000;
/** Share of the table's pages that autovacuum leaves unseen, at most, when it has been there. */
const UNSEEN = 0.05;

const [chunks = 100_000, projects = 10_000] = process.argv.slice(2).map(Number);

async function load(scope: ProjectScope, made: readonly MadeChunk[]): Promise<void> {
  for (let at = 0; at < made.length; at += DOCUMENT) {
    const part = made.slice(at, at + DOCUMENT);
    await storeSample(scope, { name: `bulk-${at}.md`, bytes: 1 }, part.map(({ draft }) => draft), part.map(({ embedded }) => embedded));
  }
}

/** In ms. */
interface Times {
  p50: number;
  p95: number;
}

/** What a whole search takes, after a round that warms up. */
async function measure(scope: ProjectScope, questions: readonly string[]): Promise<Times> {
  const times: number[] = [];
  for (const round of [0, 1]) {
    for (const query of questions) {
      const started = performance.now();
      await searchProject(scope, { query, limit: NEAREST });
      if (round === 1) times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

const SEEN = `SELECT 1 - relallvisible / greatest(relpages, 1)::float8 AS unseen,
    EXISTS (SELECT 1 FROM pg_stat_activity WHERE backend_type = 'autovacuum worker') AS is_working
  FROM pg_class WHERE oid = 'engine.live_chunk'::regclass`;

/** Waits until autovacuum has seen the live chunks and is done with the other tables; the seconds it took. Throws when it does not come. */
async function seenByAutovacuum(): Promise<number> {
  const started = performance.now();
  return withConnection(required("DATABASE_URL"), async (connection) => {
    for (;;) {
      const { rows } = await connection.query<{ unseen: number; is_working: boolean }>(SEEN);
      const waited = performance.now() - started;
      const { unseen = 1, is_working: isWorking = true } = rows[0] ?? {};
      if (unseen <= UNSEEN && !isWorking) return waited / 1000;
      if (waited > LONGEST_WAIT_MS) throw new Error("Autovacuum did not come: it follows some thousands of rows, so load more of them.");
      await sleep(LOOK_MS);
    }
  });
}

/** Of the ten nearest by the exact cosine, the share among the candidates. */
async function recall(scope: ProjectScope, made: readonly MadeChunk[], questions: readonly string[]): Promise<number> {
  const model = await embedder();
  let found = 0;
  for (const text of questions) {
    const question = readQuestion(text, { vector: await model.embedQuestion(text), model: BUILT_IN });
    const near = made.map(({ draft, embedded }) => ({ text: draft.text, score: dot(question.vector, embedded.vector) })).sort((a, b) => b.score - a.score).slice(0, NEAREST);
    const { passages } = await findPassages(scope, question, { vectorWeight: 1, most: 10_000 });
    const texts = new Set(passages.map(({ passage }) => passage.text));
    found += near.filter((chunk) => texts.has(chunk.text)).length;
  }
  return found / (questions.length * NEAREST);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

function against(alone: Times, among: Times): string {
  return `p50 ${among.p50.toFixed(1)} ms, p95 ${among.p95.toFixed(1)} ms, ratio of the p50 ${(among.p50 / alone.p50).toFixed(2)}, of the p95 ${(among.p95 / alone.p95).toFixed(2)}`;
}

const { made, questions } = await makeChunks(chunks, QUESTIONS);
const loading = performance.now();
const large = await createSampleProject();
await load(large, made);
console.log(`${made.length} chunks loaded in ${((performance.now() - loading) / 1000).toFixed(0)} s`);
const fresh = await measure(large, questions);
console.log(`in a project of ${made.length} chunks, just loaded: search p50 ${fresh.p50.toFixed(1)} ms, p95 ${fresh.p95.toFixed(1)} ms`);
const waited = await seenByAutovacuum();
const inLarge = await measure(large, questions);
console.log(`${waited.toFixed(0)} s later, seen by autovacuum: search p50 ${inLarge.p50.toFixed(1)} ms, p95 ${inLarge.p95.toFixed(1)} ms, recall@${NEAREST} of the candidates ${(await recall(large, made, questions)).toFixed(4)}`);

const small = await createSampleProject();
await load(small, made.slice(0, 1_000));
const alone = await measure(small, questions);
await cloneProject(small, projects);
console.log(`in a project of 1,000 chunks: p50 ${alone.p50.toFixed(1)} ms, p95 ${alone.p95.toFixed(1)} ms`);
const amongFresh = await measure(small, questions);
console.log(`among ${projects} projects, just loaded: ${against(alone, amongFresh)}`);
const waitedAgain = await seenByAutovacuum();
console.log(`${waitedAgain.toFixed(0)} s later, seen by autovacuum: ${against(alone, await measure(small, questions))}`);
await closeEngineDatabase();
