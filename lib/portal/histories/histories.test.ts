import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

import { type WholeEngine, wholeEngine } from "@/lib/engine/testing/whole-engine";
import { HOLES, openWithHole } from "@/lib/portal/histories/testing/holes";
import { runHistories } from "@/lib/portal/histories/testing/run-histories";
import { openVault } from "@/lib/portal/vault";

let engine: WholeEngine;
beforeAll(async () => {
  engine = await wholeEngine();
});
afterAll(() => engine.stop());

describe("two tenants’ histories, interleaved", { timeout: 7_200_000 }, () => {
  it(`never show in one another: ${inject("histories")} random ones`, async () => {
    const started = performance.now();
    const { report, failed, histories, operations, states, byKind } = await runHistories(inject("histories"), { open: ({ scope }) => openVault(scope), read: engine.read });
    expect(report).toBe("");
    const kinds = Object.entries(byKind).map(([kind, count]) => `${kind} ${count}`);
    process.stdout.write(`${histories} histories, ${operations} operations (${kinds.join(", ")}), ${states} questions by state, ${((performance.now() - started) / 1000).toFixed(1)} s: nothing crossed\n`);
    expect({ failed, histories }).toEqual({ failed: false, histories: inject("histories") });
  });

  it.each(Object.keys(HOLES))("show %s", async (hole) => {
    const { report } = await runHistories(1_000, { open: openWithHole(hole), read: engine.read });
    expect(report).toMatch(/AssertionError: (?:expected|promise resolved)/);
  });
});
