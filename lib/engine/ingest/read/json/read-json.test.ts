import { expect, test } from "vitest";

import { readShown } from "@/lib/engine/ingest/read/test-reading";

const read = (source: unknown) => readShown(typeof source === "string" ? source : JSON.stringify(source), "json");

test("every value stands with its path, records in one row", async () => {
  expect(await read({ title: "Plans", billing: { currency: "EUR", taxes: { de: 19 }, plans: [{ name: "Team", price: 20, tags: ["a", "b"] }, { name: "Solo", limits: { seats: 1 } }] }, none: null, empty: [] })).toEqual([
    "paragraph: title: Plans",
    "paragraph: billing.currency: EUR",
    "table-row: billing.taxes: de: 19",
    "table-row: billing.plans[0]: name: Team; price: 20; tags: a, b",
    "paragraph: billing.plans[1].name: Solo",
    "table-row: billing.plans[1].limits: seats: 1",
  ]);
});

test("lines of JSON, single values and text that is no JSON are read", async () => {
  expect(await read('{"a": 1}\n{"a": 2}\n')).toEqual(["table-row: [0]: a: 1", "table-row: [1]: a: 2"]);
  expect(await read('\ufeff"only words"')).toEqual(["paragraph: only words"]);
  expect(await read('{"a": 1, // a comment\n"b": 2}')).toEqual(['paragraph: {"a": 1, // a comment\n"b": 2}']);
});

test("nesting without end is refused", async () => {
  await expect(read(`${"[".repeat(100_000)}1${"]".repeat(100_000)}`)).rejects.toMatchObject({ code: "too_large" });
  await expect(read(`${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`)).rejects.toMatchObject({ code: "too_large" });
});
