import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { closeEngineDatabase, lookUp } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { findPassages } from "@/lib/engine/search/index/find-passages";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import { readQuestion } from "@/lib/engine/search/question/read-question";
import { addSample, createSampleProject } from "@/lib/engine/search/testing/project-of";
import { embedder } from "@/lib/platform/embedding-model/embedder";
import { termsOf } from "@/lib/platform/words/terms";

const WORDS = ["harbour", "lantern", "invoice", "meadow", "anchor", "ledger", "compass", "orchard"] as const;

/** Notes of several lengths, in which some words are rare, some frequent and some repeated. */
const NOTES = Array.from({ length: 12 }, (_, note) => {
  const words = Array.from({ length: 6 + note * 3 }, (_word, place) => WORDS[(note * place + place * place) % (2 + (note % WORDS.length))] ?? "anchor");
  return `# Note ${note}\n\nHere stands ${words.join(" ")}.`;
});

/** Okapi BM25 worked out over all passages, as engine.find_passages should. */
function bm25(terms: readonly string[], texts: ReadonlyMap<string, string>): Map<string, number> {
  const held = new Map([...texts].map(([id, text]) => [id, termsOf(text)]));
  const mean = [...held.values()].reduce((sum, list) => sum + list.length, 0) / held.size;
  const chunks = Math.max(held.size, 200);
  const scores = new Map<string, number>();
  for (const term of terms) {
    const frequency = [...held.values()].filter((list) => list.includes(term)).length;
    const weight = Math.log(1 + (chunks - frequency + 0.5) / (frequency + 0.5));
    for (const [id, list] of held) {
      const count = list.filter((other) => other === term).length;
      const damping = 1.2 * (1 - 0.75 + (0.75 * list.length) / mean);
      scores.set(id, (scores.get(id) ?? 0) + (weight * count * 2.2) / (count + damping));
    }
  }
  return scores;
}

describe("find_passages", () => {
  let scope: ProjectScope;
  beforeAll(async () => {
    scope = await createSampleProject();
    for (const [index, note] of NOTES.entries()) await addSample(scope, { name: `note-${index}.md`, bytes: Buffer.from(note) });
  });
  afterAll(closeEngineDatabase);

  const ask = async (text: string, most = 50) => findPassages(scope, readQuestion(text, { vector: await (await embedder()).embedQuestion(text), model: BUILT_IN }), { vectorWeight: 0.7, most });

  it("scores words as BM25 does, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...WORDS, "nowhere"), { minLength: 1, maxLength: 4 }), async (words) => {
        const { passages, weights, liveChunks } = await ask(words.join(" "));
        expect(liveChunks).toBe(NOTES.length);
        expect(passages).toHaveLength(NOTES.length);
        const expected = bm25([...weights.keys()], new Map(passages.map(({ passage }) => [passage.chunkId, [...passage.context, passage.text].join("\n")])));
        const best = Math.max(...expected.values(), 1e-6);
        for (const { passage, words: share } of passages) expect(share).toBeCloseTo((expected.get(passage.chunkId) ?? 0) / best, 6);
      }),
      { numRuns: 25 },
    );
  });

  it("hands over the best, each with its own vector and those of its sentences", async () => {
    const all = (await ask("lantern in the harbour")).passages;
    const three = (await ask("lantern in the harbour", 3)).passages;
    expect(three.map(({ passage }) => passage.chunkId)).toEqual(all.slice(0, 3).map(({ passage }) => passage.chunkId));
    for (const { passage, vector } of three) {
      expect(vector).toHaveLength(384);
      expect(passage.sentences.length).toBeGreaterThan(0);
      for (const sentence of passage.sentences) expect(sentence.vector.some((component) => component !== 0)).toBe(true);
    }
  });

  it("leaves the project unset on the connection, so that the next statement sees nothing", async () => {
    await ask("lantern");
    const [row] = await lookUp((tx) => tx.$queryRaw<{ chunks: number }[]>`SELECT count(*)::int AS chunks FROM engine.chunk WHERE project_id = ${scope.projectId}`);
    expect(row?.chunks).toBe(0);
  });
});
