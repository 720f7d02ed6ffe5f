/**
 * What ingesting costs beside the embedding model: chunks per second of the bare model on a sample's chunks, in the batches of the worker, and of the same texts as
 * documents, from the first upload to the last one ready, through the queue of an engine that does nothing else. Run with `npm run bench:ingest`, on
 * a machine that does nothing else, or with a folder of your own: `npm run bench:ingest -- folder`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { closeEngineDatabase } from "@/lib/engine/database";
import { createChunker } from "@/lib/engine/ingest/chunk/chunker";
import { BATCH } from "@/lib/engine/ingest/index-chunks";
import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import { detectType, HEAD_BYTES } from "@/lib/engine/ingest/read/detect-type";
import { readDocument } from "@/lib/engine/ingest/read/read-document";
import { startIngestWorker, stopIngestWorker } from "@/lib/engine/ingest/worker";
import { createTestProject, file, unfinishedVersions } from "@/lib/engine/testing/engine";
import { embedder } from "@/lib/platform/embedding-model/embedder";

/** At least so many chunks are embedded in a round. */
const CHUNKS = 1_500;
/** At least so many are in a document. */
const DOCUMENT_CHUNKS = 40;
const ROUNDS = 2;
const LOOK_MS = 200;

interface Sample {
  name: string;
  bytes: Buffer;
  drafts: ChunkDraft[];
}

async function sampleOf(name: string, bytes: Buffer): Promise<Sample> {
  const chunker = createChunker(name);
  const drafts: ChunkDraft[] = [];
  for await (const page of readDocument(bytes, detectType(bytes.subarray(0, HEAD_BYTES), name).format)) drafts.push(...chunker.add(page));
  return { name, bytes, drafts };
}

/** Documents that hold all of the folder's files, so often that each has enough chunks; they differ in a line. */
async function samplesIn(folder: string): Promise<Sample[]> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:md|txt)$/.test(name)).sort();
  const whole = names.map((name) => readFileSync(join(folder, name), "utf8")).join("\n\n");
  const once = await sampleOf("once.md", Buffer.from(whole));
  const text = Array.from({ length: Math.ceil(DOCUMENT_CHUNKS / once.drafts.length) }, () => whole).join("\n\n");
  const samples: Sample[] = [];
  for (let copy = 1; count(samples) < CHUNKS; copy++) samples.push(await sampleOf(`handbook ${copy}.md`, Buffer.from(`${text}\n\nCopy ${copy}.\n`)));
  return samples;
}

function count(samples: readonly Sample[]): number {
  return samples.reduce((sum, { drafts }) => sum + drafts.length, 0);
}

/** Seconds of the bare model, which is given the next batch before the last is done, so that no core waits. */
async function bare(samples: readonly Sample[]): Promise<number> {
  const model = await embedder();
  const started = performance.now();
  let last: Promise<unknown> = Promise.resolve();
  for (const { drafts } of samples) {
    for (let at = 0; at < drafts.length; at += BATCH) {
      const next = model.embedChunks(drafts.slice(at, at + BATCH));
      await last;
      last = next;
    }
  }
  await last;
  return (performance.now() - started) / 1_000;
}

/** Seconds from the first upload into a new project to the last document ready. */
async function ingested(samples: readonly Pick<Sample, "name" | "bytes">[]): Promise<number> {
  const { client, projectId } = await createTestProject();
  const started = performance.now();
  for (const { name, bytes } of samples) await client.documents.upload(file(name, new Uint8Array(bytes)));
  while ((await unfinishedVersions(projectId)).length > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  return (performance.now() - started) / 1_000;
}

const samples = await samplesIn(process.argv[2] ?? "evals/corpus/docs");
const chunks = count(samples);
await startIngestWorker();
await ingested([{ name: "first.md", bytes: Buffer.from("# First\n\nThis one starts what waits for work.") }]);
const seconds = { model: 0, ingest: 0 };
for (let round = 1; round <= ROUNDS; round++) {
  const times = { model: await bare(samples), ingest: await ingested(samples) };
  seconds.model += times.model;
  seconds.ingest += times.ingest;
  const rate = (time: number) => (chunks / time).toFixed(1);
  console.log(`round ${round}: ${chunks} chunks of ${samples.length} documents; the model alone ${rate(times.model)} chunks/s, ingested ${rate(times.ingest)} chunks/s`);
}
console.log(`ingest: ${((ROUNDS * chunks) / seconds.ingest).toFixed(1)} chunks/s, ${((100 * seconds.model) / seconds.ingest).toFixed(0)} % of the model's own rate (${((ROUNDS * chunks) / seconds.model).toFixed(1)} chunks/s)`);
await stopIngestWorker();
await closeEngineDatabase();
process.exit(0);
