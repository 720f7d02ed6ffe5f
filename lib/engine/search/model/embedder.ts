import "server-only";

import { availableParallelism } from "node:os";

import { InferenceSession, Tensor } from "onnxruntime-node";

import type { ChunkDraft } from "@/lib/engine/ingest/parsed";
import { ensureModel } from "@/lib/engine/search/model/ensure-model";
import { DIMENSIONS, LONGEST_INPUT, VALUES } from "@/lib/engine/search/model/minilm-graph";
import { loadTokenizer, MARK, type Tokenise } from "@/lib/engine/search/model/tokens";
import { normalise } from "@/lib/engine/search/model/vectors";
import { type Window, windowsOf } from "@/lib/engine/search/model/windows";
import { silenceModelRuntime } from "@/lib/platform/env";

/** A chunk's unit vector, and one for each of its sentences in their order; the built-in model's have 384 components. */
export interface EmbeddedChunk {
  vector: Float32Array;
  sentences: Float32Array[];
}

/** The embedding model. Both methods may be called concurrently. */
export interface Embedder {
  /** A question's unit vector of 384 components; tokens beyond the model's length are left out. */
  embedQuestion(text: string): Promise<Float32Array>;
  /** Whether the model has the word whole in its vocabulary: 30,000 pieces, with all common English words. */
  knows(word: string): boolean;
  /** The vectors of chunks and of their sentences, in the drafts' order. One pass of the model gives both. The signal gives up waiting for a server. */
  embedChunks(drafts: readonly ChunkDraft[], signal?: AbortSignal): Promise<EmbeddedChunk[]>;
}

/** Inputs that run through the model together. More do not go faster on few cores and cost memory. */
const BATCH = 8;
const MOST_THREADS = 4;

const processWide = globalThis as typeof globalThis & { citadelEmbedder?: Promise<Embedder> };

/** This process's embedder, loaded at the first call (about 0.1 s; a second more when the model's file must be made). */
export function embedder(): Promise<Embedder> {
  processWide.citadelEmbedder ??= load().catch((thrown: unknown) => {
    delete processWide.citadelEmbedder;
    throw thrown;
  });
  return processWide.citadelEmbedder;
}

async function load(): Promise<Embedder> {
  silenceModelRuntime();
  const files = await ensureModel();
  const tokenise = await loadTokenizer(files.tokenizer);
  const forQuestions = once(() => openSession(files.model, 1));
  const forChunks = once(() => openSession(files.model, Math.min(availableParallelism(), MOST_THREADS)));
  return {
    embedQuestion: async (text) => {
      const ids = [MARK.start, ...tokenise(text).slice(0, LONGEST_INPUT - 2), MARK.end];
      const output = await (await forQuestions()).run(inputOf([ids], ids.length), [VALUES.text]);
      return floats(output[VALUES.text]);
    },
    knows: (word) => tokenise(word).length === 1,
    embedChunks: async (drafts) => embedChunks(await forChunks(), tokenise, drafts),
  };
}

/** One thread is quickest for the few tokens of a question; more of them pay for whole batches of chunks. */
function openSession(model: string, threads: number): Promise<InferenceSession> {
  return InferenceSession.create(model, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    // Threads that wait by spinning take the cores from the database and from the other process's model.
    extra: { session: { intra_op: { allow_spinning: "0" } } },
  });
}

/** A process embeds either questions or chunks, so each session is opened when it is first needed. */
function once(open: () => Promise<InferenceSession>): () => Promise<InferenceSession> {
  let opening: Promise<InferenceSession> | undefined;
  return () => (opening ??= open());
}

async function embedChunks(session: InferenceSession, tokenise: Tokenise, drafts: readonly ChunkDraft[]): Promise<EmbeddedChunk[]> {
  const windows = drafts.flatMap((draft, chunk) => windowsOf(tokenise, draft, chunk));
  const sums = drafts.map((draft) => ({
    vector: new Float32Array(DIMENSIONS),
    sentences: draft.sentences.map(() => new Float32Array(DIMENSIONS)),
  }));
  // Inputs of a like length share a batch, so that little of it is padding.
  windows.sort((a, b) => a.ids.length - b.ids.length);
  for (let at = 0; at < windows.length; at += BATCH) {
    const batch = windows.slice(at, at + BATCH);
    const { text, tokens, length } = await run(session, batch.map((window) => window.ids));
    batch.forEach((window, row) => {
      const chunk = sums[window.chunk];
      if (chunk === undefined) return;
      addScaled(chunk.vector, text, row * DIMENSIONS, window.ids.length);
      addSentences(chunk.sentences, window, tokens.subarray(row * length * DIMENSIONS, (row + 1) * length * DIMENSIONS));
    });
  }
  return sums.map(({ vector, sentences }) => ({ vector: normalise(vector), sentences: sentences.map(normalise) }));
}

function addSentences(sums: readonly Float32Array[], window: Window, tokens: Float32Array): void {
  for (const { index, start, end } of window.sentences) {
    const sum = sums[index];
    if (sum === undefined) continue;
    for (let token = start; token < end; token++) addScaled(sum, tokens, token * DIMENSIONS, 1);
  }
}

function addScaled(sum: Float32Array, source: Float32Array, offset: number, scale: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + scale * (source[offset + i] ?? 0);
}

/** Runs token sequences through the model, padded to the longest (`length` tokens). */
async function run(session: InferenceSession, sequences: readonly (readonly number[])[]): Promise<{ text: Float32Array; tokens: Float32Array; length: number }> {
  const length = Math.max(...sequences.map((ids) => ids.length));
  const output = await session.run(inputOf(sequences, length));
  return { text: floats(output[VALUES.text]), tokens: floats(output[VALUES.tokens]), length };
}

function inputOf(sequences: readonly (readonly number[])[], length: number): Record<string, Tensor> {
  const ids = new BigInt64Array(sequences.length * length);
  const mask = new BigInt64Array(sequences.length * length);
  sequences.forEach((sequence, row) => {
    sequence.forEach((id, column) => {
      ids[row * length + column] = BigInt(id);
      mask[row * length + column] = 1n;
    });
  });
  const shape = [sequences.length, length];
  return { [VALUES.ids]: new Tensor("int64", ids, shape), [VALUES.mask]: new Tensor("int64", mask, shape) };
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new Error("The embedding model gave no vectors.");
}
