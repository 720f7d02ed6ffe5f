import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import { type EmbeddedChunk, embedder } from "@/lib/platform/embedding-model/embedder";
import { normalise } from "@/lib/platform/embedding-model/vectors";

/** A chunk as it is staged, with its vectors. */
export interface MadeChunk {
  draft: ChunkDraft;
  embedded: EmbeddedChunk;
}

/** The evaluation's own documents. */
const CORPUS = "evals/corpus/docs";
const SENTENCES_EACH = 4;

/**
 * Many chunks whose vectors lie as real ones do, without the hours that embedding them would take: each is made of four sentences of the
 * evaluation's documents, and its vector is the mean of theirs, with a little noise. The questions are sentences of the same documents.
 */
export async function makeChunks(count: number, questionCount: number): Promise<{ made: MadeChunk[]; questions: string[] }> {
  const sentences = sentencesOf(readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((name) => /\.(md|txt|csv)$/.test(name)).map((name) => readFileSync(join(CORPUS, name), "utf8")));
  const model = await embedder();
  const vectors: Float32Array[] = [];
  for (const sentence of sentences) vectors.push(await model.embedQuestion(sentence));
  const random = randomOf(7);
  const made = Array.from({ length: count }, (_, index) => makeChunk(index, sentences, vectors, random));
  const questions = Array.from({ length: questionCount }, () => sentences[Math.floor(random() * sentences.length)] ?? "");
  return { made, questions };
}

function makeChunk(index: number, sentences: readonly string[], vectors: readonly Float32Array[], random: () => number): MadeChunk {
  const chosen = Array.from({ length: SENTENCES_EACH }, () => Math.floor(random() * sentences.length));
  const parts = [...chosen.map((at) => sentences[at] ?? ""), `Number ${index}.`];
  let at = 0;
  const spans = parts.map((part) => {
    const span = { start: at, end: at + part.length };
    at = span.end + 1;
    return span;
  });
  const own = [...chosen.map((place) => vectors[place] ?? new Float32Array(384)), vectors[chosen[0] ?? 0] ?? new Float32Array(384)];
  const sum = new Float32Array(384).map((_, component) => own.reduce((total, vector) => total + (vector[component] ?? 0), 0) / own.length + (random() - 0.5) * 0.05);
  const text = parts.join(" ");
  return { draft: { page: 1, start: 0, end: text.length, text, context: ["Bulk"], sentences: spans }, embedded: { vector: normalise(sum), sentences: own } };
}

function sentencesOf(texts: readonly string[]): string[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const all = texts.flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment.replace(/\s+/g, " ").trim()));
  return [...new Set(all)].filter((sentence) => sentence.length > 30 && sentence.length < 300);
}

/** Numbers in 0–1 that are the same in every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
