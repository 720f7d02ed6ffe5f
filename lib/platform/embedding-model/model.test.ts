import { existsSync, readdirSync, readlinkSync } from "node:fs";

import fc from "fast-check";
import { InferenceSession } from "onnxruntime-node";
import { beforeAll, describe, expect, it } from "vitest";

import { type Embedder, embedder } from "@/lib/platform/embedding-model/embedder";
import { ensureModel } from "@/lib/platform/embedding-model/ensure-model";
import { matrixShape, quantise, transpose } from "@/lib/platform/embedding-model/int8";
import { run } from "@/lib/platform/embedding-model/session";
import { loadTokenizer, MARK } from "@/lib/platform/embedding-model/tokens";
import { cosine, toBytes, toSignCode } from "@/lib/platform/embedding-model/vectors";
import type { Embeddable } from "@/lib/platform/embedding-model/windows";

/** A chunk of these sentences, one behind the other. */
function draftOf(sentences: readonly string[], context: string[] = []): Embeddable {
  const text = sentences.join(" ");
  let at = 0;
  const spans = sentences.map((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    return { start: start + 100, end: at + 100 };
  });
  return { start: 100, text, context, sentences: spans };
}

/** The files this process has open (Linux; none elsewhere). */
function openFiles(): string[] {
  const folder = "/proc/self/fd";
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(`${folder}/${name}`)];
    } catch {
      // The listing's own, which is closed again.
      return [];
    }
  });
}

describe("the embedding model", () => {
  let model: Embedder;
  beforeAll(async () => {
    model = await embedder();
  });

  it("puts what means the same close together", async () => {
    const question = await model.embedQuestion("How long is the notice period?");
    const [near, far] = await model.embedChunks([draftOf(["You must tell us a month before you resign."]), draftOf(["The cafeteria serves soup on Tuesdays."])]);
    expect(cosine(question, toBytes(near?.vector ?? new Float32Array()))).toBeGreaterThan(0.2 + cosine(question, toBytes(far?.vector ?? new Float32Array())));
  });

  it("tells a chunk's sentences apart in one pass", async () => {
    const [chunk] = await model.embedChunks([draftOf(["Parking costs nine euros a day.", "Dogs are welcome on Fridays."])]);
    const question = await model.embedQuestion("May I bring my pet to work?");
    const [parking, dogs] = (chunk?.sentences ?? []).map((vector) => cosine(question, toBytes(vector)));
    expect(dogs).toBeGreaterThan(parking ?? 1);
  });

  it("gives a chunk the same vector alone and beside longer ones", async () => {
    const short = draftOf(["The lift is out of order."]);
    const [alone] = await model.embedChunks([short]);
    const [, beside] = await model.embedChunks([draftOf(["Our fire drill is held twice a year and everybody leaves by the stairs."]), short]);
    expect(alone?.vector).toHaveLength(384);
    expect(beside).toEqual(alone);
  });

  it("reads a chunk to its end that is longer than the model's input", async () => {
    const filler = Array.from({ length: 60 }, (_, n) => `Paragraph ${n} describes the storage of archived ledgers in great detail.`);
    const [chunk] = await model.embedChunks([draftOf([...filler, "Dogs are welcome on Fridays."])]);
    const question = await model.embedQuestion("May I bring my pet to work?");
    const scores = (chunk?.sentences ?? []).map((vector) => cosine(question, toBytes(vector)));
    expect(scores.indexOf(Math.max(...scores))).toBe(60);
  });

  it("gives by the kernel that it takes on this processor the vectors of the exact one", async () => {
    const { model: path, tokenizer } = await ensureModel();
    const exact = await InferenceSession.create(path, { extra: { session: { x64quantprecision: "1" } } });
    const tokenise = await loadTokenizer(tokenizer);
    for (const text of ["How long is the notice period?", "why ".repeat(300)]) {
      const { text: vector } = await run(exact, [MARK.start, ...tokenise(text), MARK.end]);
      const taken = await model.embedQuestion(text);
      expect(taken.reduce((sum, component, at) => sum + component * (vector[at] ?? 0), 0)).toBeGreaterThan(0.99999);
    }
    await exact.release();
  });

  it("keeps no store of events for its maker", () => {
    expect(openFiles().filter((path) => path.includes("onnxruntime.db") || path.includes("mat-debug"))).toEqual([]);
  });

  it("takes an empty list, an empty question and a very long one", async () => {
    expect(await model.embedChunks([])).toEqual([]);
    expect(Math.hypot(...(await model.embedQuestion("")))).toBeCloseTo(1, 3);
    expect(Math.hypot(...(await model.embedQuestion("why ".repeat(1_000))))).toBeCloseTo(1, 3);
  });
});

describe("quantisation", () => {
  const matrix = fc.array(fc.tuple(fc.float({ min: -4, max: 4, noNaN: true }), fc.float({ min: -4, max: 4, noNaN: true })), { minLength: 1, maxLength: 8 });

  it("is off by half a step at most", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const tensor = { values: Float32Array.from(rows.flat()), shape: [rows.length, 2] };
        const { values, scales } = quantise(tensor, 1);
        tensor.values.forEach((value, index) => {
          const scale = scales[index % 2] ?? 0;
          expect(Math.abs((values[index] ?? 0) * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-5);
        });
      }),
    );
  });

  it("is undone by transposing twice", () => {
    const tensor = { values: Float32Array.from([1, 2, 3, 4, 5, 6]), shape: [2, 3] };
    expect([...transpose(tensor).values]).toEqual([1, 4, 2, 5, 3, 6]);
    expect(matrixShape(transpose(transpose(tensor)))).toEqual([2, 3]);
  });

  it("writes the signs as a bit string", () => {
    expect(toSignCode(Float32Array.from([0.2, -0.1, 0, 0.5]))).toBe("1001");
  });
});
