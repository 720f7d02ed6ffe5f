import "server-only";

import { availableParallelism } from "node:os";

import { ensureModel } from "@/lib/platform/embedding-model/ensure-model";
import { addScaled } from "@/lib/platform/embedding-model/lanes/embed-window";
import { Lanes } from "@/lib/platform/embedding-model/lanes/lanes";
import { DIMENSIONS, LONGEST_INPUT } from "@/lib/platform/embedding-model/minilm-graph";
import { openSession, runForText } from "@/lib/platform/embedding-model/session";
import { loadTokenizer, MARK, type Tokenise } from "@/lib/platform/embedding-model/tokens";
import { normalise } from "@/lib/platform/embedding-model/vectors";
import { type Embeddable, windowsOf } from "@/lib/platform/embedding-model/windows";
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
  embedChunks(drafts: readonly Embeddable[], signal?: AbortSignal): Promise<EmbeddedChunk[]>;
}

const MOST_LANES = 4;

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
  const lanes = new Lanes(files.model, Math.min(availableParallelism(), MOST_LANES));
  // A process embeds either questions or chunks, so the session for questions is opened when it is first needed, as the lanes are.
  let forQuestions: ReturnType<typeof openSession> | undefined;
  return {
    embedQuestion: async (text) => runForText(await (forQuestions ??= openSession(files.model)), [MARK.start, ...tokenise(text).slice(0, LONGEST_INPUT - 2), MARK.end]),
    knows: (word) => tokenise(word).length === 1,
    embedChunks: (drafts) => embedChunks(lanes, tokenise, drafts),
  };
}

async function embedChunks(lanes: Lanes, tokenise: Tokenise, drafts: readonly Embeddable[]): Promise<EmbeddedChunk[]> {
  const windows = drafts.flatMap((draft, chunk) => windowsOf(tokenise, draft, chunk));
  const sums = drafts.map((draft) => ({ vector: new Float32Array(DIMENSIONS), sentences: draft.sentences.map(() => new Float32Array(DIMENSIONS)) }));
  // Each on its own: several together go no faster, and the numbers of one would depend on those beside it.
  const embedded = await Promise.all(windows.map(({ ids, sentences }) => lanes.embed({ ids, sentences })));
  embedded.forEach(({ text, sentences }, at) => {
    const window = windows[at];
    const chunk = window === undefined ? undefined : sums[window.chunk];
    if (window === undefined || chunk === undefined) return;
    addScaled(chunk.vector, text, 0, 1);
    window.sentences.forEach(({ index }, place) => add(chunk.sentences[index], sentences[place]));
  });
  return sums.map(({ vector, sentences }) => ({ vector: normalise(vector), sentences: sentences.map(normalise) }));
}

function add(sum: Float32Array | undefined, part: Float32Array | undefined): void {
  if (sum !== undefined && part !== undefined) addScaled(sum, part, 0, 1);
}
