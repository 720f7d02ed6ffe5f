import fc from "fast-check";
import { expect, it } from "vitest";

import { likenessTo, type Meaning, meaningOf } from "@/lib/portal/gaps/meaning";

const like = async (one: string, other: string) => likenessTo(await meaningOf(one))(await meaningOf(other));

it("takes questions without a word in common for the same when they mean the same", async () => {
  expect(await like("What is my yearly vacation allowance?", "How much holiday am I entitled to?")).toBeGreaterThanOrEqual(1);
  expect(await like("When is payday?", "On what date are salaries paid?")).toBeGreaterThanOrEqual(1);
  expect(await like("Where do I park my bike?", "How long is parental leave?")).toBeLessThan(1);
});

it("keeps questions apart that ask for another year, code or amount", async () => {
  expect(await like("What was the revenue in 2021?", "What was the revenue in 2022?")).toBe(0);
  expect(await like("What does error E12 mean?", "The display shows E15")).toBe(0);
  expect(await like("What was the revenue in 2021?", "Total sales of the year 2021")).toBeGreaterThan(0.9);
});

it("compares by words where the model does not know the language", async () => {
  for (const question of ["¿Dónde puedo aparcar mi bicicleta?", "年休假有多少天", "Wo kann ich mein Fahrrad abstellen?"]) expect((await meaningOf(question)).vector).toBeNull();
  expect(await like("¿Dónde puedo aparcar mi bicicleta?", "¿Cómo restablezco mi contraseña?")).toBeLessThan(1);
  expect(await like("年休假有多少天", "有多少天年休假")).toBeGreaterThanOrEqual(1);
  expect(await like("Wo kann ich mein Fahrrad abstellen?", "Wo darf ich das Fahrrad abstellen?")).toBeGreaterThanOrEqual(1);
});

it("keeps nothing that the question could be read from", async () => {
  const { terms, vector } = await meaningOf("What are the policies for parking bikes?");
  expect(terms).toEqual(["polici", "park", "bik"]);
  expect(vector).toHaveLength(384);
});

it("is the same both ways, and at least 1 for a question itself", async () => {
  const meaning = fc.record<Meaning>({
    terms: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,3}$/), { minLength: 1, maxLength: 6 }),
    vector: fc.option(fc.uint8Array({ minLength: 384, maxLength: 384 }).map((bytes) => Uint8Array.from(bytes, (byte) => (byte === 128 || byte === 0 ? 1 : byte)))),
  });
  fc.assert(
    fc.property(meaning, meaning, (one, other) => {
      expect(likenessTo(one)(other)).toBeCloseTo(likenessTo(other)(one), 4);
      expect(likenessTo(one)(one)).toBeGreaterThanOrEqual(1);
      expect(likenessTo(one)(other)).toBeGreaterThanOrEqual(0);
    }),
  );
});
