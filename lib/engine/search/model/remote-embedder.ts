import "server-only";

import { setTimeout as sleep } from "node:timers/promises";

import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import type { EmbeddingSettings } from "@/lib/engine/search/model/embedding-settings";
import { requestEmbeddings } from "@/lib/engine/search/model/request-embeddings";
import type { Embedder } from "@/lib/platform/embedding-model/embedder";
import type { Embeddable } from "@/lib/platform/embedding-model/windows";

/** Texts of one request; servers with a bound have it at 32 or above. Requests that run together. */
const TEXTS = 32;
const REQUESTS = 4;
/** Between two tries, in ms; a server may ask for more. */
const PAUSE = { first: 1_000, longest: 16_000 };

/**
 * An OpenAI-compatible server as an embedder. A chunk is one text, behind its context, and each of its sentences one more. Texts to be
 * indexed are tried again for the settings' patience when the fault may pass. Both methods throw EmbeddingFailure.
 */
export function remoteEmbedder(settings: EmbeddingSettings): Pick<Embedder, "embedQuestion" | "embedChunks"> {
  return {
    async embedQuestion(text) {
      const [vector] = await requestEmbeddings(settings, [text], { milliseconds: settings.questionMs });
      if (vector === undefined) throw new EmbeddingFailure("unreadable");
      return vector;
    },
    async embedChunks(drafts, signal) {
      const vectors = await embedAll(settings, drafts.flatMap(textsOf), signal);
      return drafts.map(({ sentences }) => {
        const [vector = new Float32Array(), ...own] = vectors.splice(0, 1 + sentences.length);
        return { vector, sentences: own };
      });
    },
  };
}

function textsOf({ context, text, start, sentences }: Embeddable): string[] {
  const own = sentences.map((sentence) => [sentence.context ?? "", text.slice(sentence.start - start, sentence.end - start)].filter((words) => words !== "").join(": "));
  return [[...context, text].join("\n"), ...own];
}

async function embedAll(settings: EmbeddingSettings, texts: readonly string[], signal: AbortSignal | undefined): Promise<Float32Array[]> {
  const batches = Array.from({ length: Math.ceil(texts.length / TEXTS) }, (_, index) => texts.slice(index * TEXTS, (index + 1) * TEXTS));
  const vectors: Float32Array[] = [];
  for (let at = 0; at < batches.length; at += REQUESTS) {
    const together = await Promise.all(batches.slice(at, at + REQUESTS).map((batch) => embedPatiently(settings, batch, signal)));
    vectors.push(...together.flat());
  }
  if (new Set(vectors.map(({ length }) => length)).size > 1) throw new EmbeddingFailure("unreadable");
  return vectors;
}

async function embedPatiently(settings: EmbeddingSettings, texts: readonly string[], signal: AbortSignal | undefined): Promise<Float32Array[]> {
  const deadline = performance.now() + settings.patienceMs;
  for (let pause = PAUSE.first; ; pause = Math.min(2 * pause, PAUSE.longest)) {
    try {
      return await requestEmbeddings(settings, texts, { milliseconds: settings.requestMs, signal });
    } catch (thrown) {
      if (!(thrown instanceof EmbeddingFailure) || !thrown.isPassing) throw thrown;
      const wait = Math.max(pause, thrown.retryAfterSeconds * 1_000);
      if (performance.now() + wait > deadline) throw thrown;
      await sleep(wait, undefined, { signal });
    }
  }
}
