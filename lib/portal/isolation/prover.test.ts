import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { inProcessAdmin, inProcessClient } from "@/lib/engine/in-process";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { readWaiting } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { buildReader } from "@/lib/engine/testing/reader-bundle";
import { serveEngine } from "@/lib/engine/testing/serve";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { isSignedBy, signingPublicKey, signJson } from "@/lib/platform/crypto/signing";
import { required } from "@/lib/platform/env";
import { PROBE_KINDS } from "@/lib/portal/isolation/probe";
import { proofReport } from "@/lib/portal/isolation/proof-report";
import { type ProofTarget, rawOver } from "@/lib/portal/isolation/proof-target";
import { runProof } from "@/lib/portal/isolation/run-proof";
import { leaking } from "@/lib/portal/isolation/testing/leaking";

let target: ProofTarget;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  ends.push(await holdQueue("shared"));
  await buildReader();
  const server = await serveEngine();
  ends.push(server.close);
  const admin = inProcessAdmin(required("MANAGEMENT_KEY"));
  let project = "";
  target = {
    admin: {
      ...admin,
      async createProject(input) {
        const made = await admin.createProject(input);
        project = made.id;
        return made;
      },
    },
    // Without a worker the documents are read when they are looked for.
    client(key) {
      const client = inProcessClient(key);
      const list: typeof client.documents.list = async (query) => {
        await readWaiting(project);
        return client.documents.list(query);
      };
      return { ...client, documents: { ...client.documents, list } };
    },
    raw: rawOver(server.url),
  };
});
afterAll(async () => {
  stopReaders();
  await usesNoted();
  for (const end of ends.reverse()) await end();
});

describe("the prover", { timeout: 180_000 }, () => {
  it("finds that the wall holds, with every kind of probe and with controls that found everything", async () => {
    const report = await runProof(target, { files: 2, engine: "embedded" });
    expect(report.failures).toEqual([]);
    expect(report).toMatchObject({ verdict: "holds", leaked: 0, controls: { missed: [] } });
    for (const kind of PROBE_KINDS) expect([kind, report.byKind[kind]?.probes ?? 0]).toEqual([kind, expect.toSatisfy((count: number) => count > 0)]);
    expect(isSignedBy(signingPublicKey(), signJson(proofReport.parse(report)))).toBe(true);
  });

  it.each(PROBE_KINDS.filter((kind) => kind !== "revoked-key"))("reports an engine that leaks by %s", async (hole) => {
    const report = await runProof(leaking(target, hole), { files: 1, engine: "leaking" });
    expect(report.verdict).toBe("leaks");
    expect(report.byKind[hole]?.leaked ?? 0).toBeGreaterThan(0);
  });

  it("reports an engine that goes on serving a revoked key", async () => {
    const report = await runProof(leaking(target, "revoked-key"), { files: 1, engine: "leaking" });
    expect(report.byKind["revoked-key"]).toMatchObject({ answered: 2 });
  });

  it("is void where a project does not find its own secrets", async () => {
    const blind: ProofTarget = { ...target, client: (key) => ({ ...target.client(key), search: () => Promise.resolve({ results: [], tookMs: 0 }) }) };
    expect(await runProof(blind, { files: 1, engine: "blind" })).toMatchObject({ verdict: "void", leaked: 0 });
  });
});
