import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { type WholeEngine, wholeEngine } from "@/lib/engine/testing/whole-engine";
import { withoutRecognition } from "@/lib/engine/testing/without-recognition";
import { isSignedBy, signingPublicKey, signJson } from "@/lib/platform/crypto/signing";
import { MARKER_KINDS } from "@/lib/portal/isolation/markers";
import { PROBE_KINDS } from "@/lib/portal/isolation/probe";
import { proofReport } from "@/lib/portal/isolation/proof-report";
import { type ProofTarget, rawOver } from "@/lib/portal/isolation/proof-target";
import { filesFor, runProof } from "@/lib/portal/isolation/run-proof";
import { leaking } from "@/lib/portal/isolation/testing/leaking";

let engine: WholeEngine;
let target: ProofTarget;
beforeAll(async () => {
  engine = await wholeEngine();
  target = { admin: engine.admin, client: engine.client, raw: rawOver(engine.url) };
});
afterAll(() => engine.stop());

describe("the prover", { timeout: 180_000 }, () => {
  it("finds that the wall holds, with every kind of probe and with controls that found everything", async () => {
    const report = await runProof(target, { files: 2, engine: "embedded" });
    expect(report.failures).toEqual([]);
    expect(filesFor(report.probes)).toBe(2);
    expect(filesFor(report.probes + 1)).toBe(3);
    expect(report).toMatchObject({ verdict: "holds", leaked: 0, controls: { missed: [] } });
    for (const kind of MARKER_KINDS) expect([kind, report.byMarker?.[kind]?.probes ?? 0]).toEqual([kind, expect.toSatisfy((count: number) => count > 0)]);
    for (const kind of PROBE_KINDS) expect([kind, report.byKind[kind]?.probes ?? 0]).toEqual([kind, expect.toSatisfy((count: number) => count > 0)]);
    expect(isSignedBy(signingPublicKey(), signJson(proofReport.parse(report)))).toBe(true);
  });

  it.each(PROBE_KINDS.filter((kind) => kind !== "revoked-key"))("reports an engine that leaks by %s", async (hole) => {
    const report = await runProof(leaking(target, hole), { files: 1, engine: "leaking" });
    expect(report.verdict).toBe("leaks");
    expect(report.byKind[hole]?.leaked ?? 0).toBeGreaterThan(0);
  });

  it("reports an engine that leaks what was read off a scan, and nothing else", async () => {
    const report = await runProof(leaking(target, "scan"), { files: 1, engine: "leaking" });
    expect(report.verdict).toBe("leaks");
    for (const kind of MARKER_KINDS) expect([kind, (report.byMarker?.[kind]?.leaked ?? 0) > 0]).toEqual([kind, kind === "scan"]);
  });

  it("reports an engine that goes on serving a revoked key", async () => {
    const report = await runProof(leaking(target, "revoked-key"), { files: 1, engine: "leaking" });
    expect(report.byKind["revoked-key"]).toMatchObject({ answered: 2 });
  });

  it("is void, and says so, on an engine that reads no scans", async () => {
    const unreading: ProofTarget = { ...target, client: (key) => withoutRecognition(target.client(key)) };
    const report = await runProof(unreading, { files: 1, engine: "without recognition" });
    expect(report).toMatchObject({ verdict: "void", leaked: 0 });
    expect(report.controls.missed).toEqual(expect.arrayContaining(["planetarium-cabinet.png, which the engine could not read (no_text)", "a scan in a chat"]));
  });

  it("is void where a project does not find its own secrets", async () => {
    const blind: ProofTarget = { ...target, client: (key) => ({ ...target.client(key), search: () => Promise.resolve({ results: [], tookMs: 0 }) }) };
    expect(await runProof(blind, { files: 1, engine: "blind" })).toMatchObject({ verdict: "void", leaked: 0 });
  });
});
