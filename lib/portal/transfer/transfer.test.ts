import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { file, readWaiting } from "@/lib/engine/testing/engine";
import { type WholeEngine, wholeEngine } from "@/lib/engine/testing/whole-engine";
import { blobBytes } from "@/lib/platform/blobs/sealed-blobs";
import { signingPublicKey } from "@/lib/platform/crypto/signing";
import { appUrl, env } from "@/lib/platform/env";
import { withOrganisation } from "@/lib/portal/database";
import { changeRule, DEFAULT_RULE } from "@/lib/portal/golden/rule";
import { executeRun } from "@/lib/portal/golden/runs/execute-run";
import { runReport } from "@/lib/portal/golden/runs/run-report";
import { startRun } from "@/lib/portal/golden/runs/start-run";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { fromJob } from "@/lib/portal/jobs/from-job";
import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";
import { engineProjectOf } from "@/lib/portal/testing/engine-project-of";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";
import { askExport } from "@/lib/portal/transfer/ask-export";
import { carryOutImport } from "@/lib/portal/transfer/carry-out-import";
import { downloadExport } from "@/lib/portal/transfer/download-export";
import { listTransfers } from "@/lib/portal/transfer/list-transfers";
import { makeExport } from "@/lib/portal/transfer/make-export";
import { keepImport } from "@/lib/portal/transfer/receive-import";
import { archiveBlob, partBlob } from "@/lib/portal/transfer/transfer";
import { openVault } from "@/lib/portal/vault";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest, headers: () => Promise.resolve(new Headers()) }));

const { signal } = new AbortController();
const LEAVE = "# Leave\n\nEveryone has twenty-five days of paid leave in a year. Unused days lapse in March.\n";
const TRAVEL = "# Travel\n\nRail journeys are booked in second class. Flights need the approval of a manager.\n";

let engine: WholeEngine;
beforeAll(async () => {
  engine = await wholeEngine();
});
afterAll(() => engine.stop());

/** A customer with two documents, two questions, a rule of its own, and a run. */
async function filled(): Promise<{ tenant: TestTenant; scope: TenantScope }> {
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  const client = await openVault(scope);
  for (const [name, text] of [["hr/leave.md", LEAVE], ["travel.md", TRAVEL]] as const) await client.documents.upload(file(name, text));
  await readWaiting(await engineProjectOf(scope));
  const [leave] = (await client.documents.list({ name: "leave" })).data;
  await saveGoldenQuestion(scope, { question: "How many days of paid leave does everyone have?", expectedPhrases: ["twenty-five"], expectedDocument: { id: leave?.id ?? "", name: "hr/leave.md" } });
  await saveGoldenQuestion(scope, { question: "How long does the orbit of Jupiter take?", expectsRefusal: true, mustPass: true });
  await changeRule(scope, { ...DEFAULT_RULE, passPercent: 75 });
  return { tenant, scope };
}

/** The scope that the worker makes of the organisation's job of that subject. */
async function jobScope(scope: TenantScope, subject: string): Promise<OrganisationScope> {
  const { id: jobId } = await withOrganisation(scope, (tx) => tx.job.findFirstOrThrow({ where: { organisationId: scope.organisation.id, subject } }));
  const job = await fromJob({ organisationId: scope.organisation.id, jobId });
  if (job === null) throw new Error("The job is not there.");
  return job.organisation;
}

async function exported(scope: TenantScope, project: string | null): Promise<string> {
  const id = await askExport(scope, { project });
  await makeExport(await jobScope(scope, id), { subject: id, attempt: 1, signal });
  return id;
}

function download({ org, token }: TestTenant, id: string, range?: string): Promise<Response> {
  requestCookie.token = token;
  return downloadExport.handle(new Request(`${appUrl()}/t/${org}/api/export?id=${id}`, { headers: range === undefined ? {} : { range } }));
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

async function verdicts(scope: TenantScope) {
  const { id, number } = await startRun(scope, "hand");
  await executeRun(scope, { subject: id, attempt: 1, signal });
  const { results } = await runReport(scope, number);
  return results.map(({ asked, verdict: { passed, reason } }) => ({ question: asked.question, passed, reason })).sort((a, b) => a.question.localeCompare(b.question));
}

const facts = async (scope: TenantScope) =>
  (await (await openVault(scope)).documents.list()).data.map(({ name, pageCount, chunkCount, sha256, status }) => ({ name, pageCount, chunkCount, sha256, status })).sort((a, b) => a.name.localeCompare(b.name));

const verify = async (path: string) => {
  const program = ["lib/launch/run.mjs", "lib/portal/transfer/verify-export.ts", path, "--public-key", signingPublicKey()];
  return promisify(execFile)(process.execPath, program).then(({ stdout }) => stdout, (failed: { stdout: string }) => failed.stdout);
};

describe("an export", () => {
  it("goes into an empty project as the same documents, pages and verdicts", async () => {
    const [{ tenant, scope }, other] = [await filled(), await ownerScope(await newTenant())];
    const before = { documents: await facts(scope), verdicts: await verdicts(scope) };
    expect(before.documents).toMatchObject([{ name: "hr/leave.md", status: "ready" }, { name: "travel.md", status: "ready" }]);
    expect(before.verdicts.map(({ passed }) => passed)).toEqual([true, true]);
    const archive = await bytesOf(await download(tenant, await exported(scope, tenant.project)));
    const id = await keepImport(other, new Blob([Uint8Array.from(archive)]).stream());
    const bring = () => carryOutImport(other, { subject: id, attempt: 1, signal });
    expect(await bring()).toBeInstanceOf(Date);
    await readWaiting(await engineProjectOf(other));
    expect(await bring()).toBeUndefined();
    expect(await listTransfers(other)).toMatchObject([{ kind: "import", status: "ready", done: 2, total: 2, note: null }]);
    expect(await facts(other)).toEqual(before.documents);
    expect(await verdicts(other)).toEqual(before.verdicts);
    expect(await withOrganisation(other, (tx) => tx.goldenRule.findFirst({ where: { organisationId: other.organisation.id } }))).toMatchObject({ passPercent: 75 });
  }, 120_000);

  it("of a customer holds its people, log and rows, no sealed key and nothing of another; a cut download goes on", async () => {
    const [{ tenant, scope }, { tenant: other }] = [await filled(), await filled()];
    const id = await exported(scope, null);
    const whole = await download(tenant, id);
    expect([whole.status, whole.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
    const bytes = await bytesOf(whole);
    const cut = await download(tenant, id, "bytes=1000-");
    expect([cut.status, (await bytesOf(cut)).equals(bytes.subarray(1000))]).toEqual([206, true]);
    const names = [...bytes.toString("latin1").matchAll(/(?:projects|records)\/[\w./-]+|(?:customer|members|manifest)\.json|audit\.jsonl/g)].map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(["customer.json", "members.json", "audit.jsonl", "manifest.json", "records/membership.jsonl", "projects/production/records/golden_run.jsonl", "projects/production/records/conversation_message.jsonl"]));
    expect(bytes.includes(other.customer.organisationId)).toBe(false);
    expect((await download(other, id)).status).toBe(404);
    const reader = await newMember(tenant, "reader");
    expect((await download({ ...tenant, token: reader.token }, id)).status).toBe(403);
  });

  it("is checked offline: the program names the first entry that is wrong", async () => {
    const { tenant, scope } = await filled();
    const bytes = await bytesOf(await download(tenant, await exported(scope, tenant.project)));
    const folder = await mkdtemp(join(tmpdir(), "export-"));
    const path = join(folder, "export.zip");
    await writeFile(path, bytes);
    expect(await verify(path)).toContain("VALID:");
    bytes.write("forty-nine", bytes.indexOf("twenty-five"));
    await writeFile(path, bytes);
    expect(await verify(path)).toMatch(/REFUSED: projects\/production\/documents\/.*leave\.md/);
    expect((await readFile(path)).length).toBe(bytes.length);
  }, 120_000);

  it("goes on after a worker that stopped, and is destroyed when its time is over", async () => {
    const { tenant, scope } = await filled();
    const id = await askExport(scope, { project: null });
    const worker = await jobScope(scope, id);
    await expect(askExport(scope, { project: null })).rejects.toMatchObject({ code: "conflict" });
    await expect(makeExport(worker, { subject: id, attempt: 1, signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped");
    expect(await makeExport(worker, { subject: id, attempt: 2, signal })).toBeInstanceOf(Date);
    expect(await listTransfers(scope)).toMatchObject([{ status: "ready", done: 2, total: 2 }]);
    await withOrganisation(scope, (tx) => tx.transfer.updateMany({ where: { organisationId: scope.organisation.id, id }, data: { expiresAt: new Date() } }));
    expect(await makeExport(worker, { subject: id, attempt: 1, signal })).toBeUndefined();
    expect((await download(tenant, id)).status).toBe(404);
  });
});

describe("an export whose worker stopped after the engine had given its part", () => {
  it("is made of that part: the engine is not asked again", async () => {
    const { tenant, scope } = await filled();
    const id = await askExport(scope, { project: tenant.project });
    const worker = await jobScope(scope, id);
    const stopping = new AbortController();
    // Before the part it goes on; at the first document that is put into the archive it is told to stop.
    vi.spyOn(stopping.signal, "throwIfAborted").mockImplementationOnce(() => undefined).mockImplementation(() => {
      throw new Error("stopped");
    });
    await expect(makeExport(worker, { subject: id, attempt: 1, signal: stopping.signal })).rejects.toThrow("stopped");
    expect(await listTransfers(scope)).toMatchObject([{ status: "running" }]);
    expect([await blobBytes(partBlob(id, scope.project.id)), await blobBytes(archiveBlob(id))]).toEqual([expect.any(Number), undefined]);
    const half = join(env().DATA_DIR, "blobs", archiveBlob(id)) + ".0123456789ab.part";
    await writeFile(half, "of a worker that was killed");
    const client = await openVault(scope);
    for (const { id: documentId } of (await client.documents.list()).data) await client.documents.remove(documentId);
    expect(await makeExport(worker, { subject: id, attempt: 2, signal })).toBeInstanceOf(Date);
    expect((await bytesOf(await download(tenant, id))).includes(TRAVEL)).toBe(true);
    expect(await readdir(dirname(half))).toEqual([id]);
  });
});

describe("an import", () => {
  it.each([
    ["a file that is no archive", Buffer.from(randomUUID().repeat(100))],
    ["an empty file", Buffer.alloc(0)],
  ])("of %s fails with a sentence", async (_what, bytes) => {
    const scope = await ownerScope(await newTenant());
    const id = await keepImport(scope, new Blob([Uint8Array.from(bytes)]).stream());
    expect(await carryOutImport(scope, { subject: id, attempt: 1, signal })).toBeUndefined();
    expect(await listTransfers(scope)).toMatchObject([{ status: "failed", note: expect.stringContaining("not an export") }]);
  });
});
