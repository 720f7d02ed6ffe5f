import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { eraseDeleted, file, readWaiting } from "@/lib/engine/testing/engine";
import { type WholeEngine, wholeEngine } from "@/lib/engine/testing/whole-engine";
import { readWholeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { isSignedBy, signingPublicKey } from "@/lib/platform/crypto/signing";
import { env, required } from "@/lib/platform/env";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { withOrganisation } from "@/lib/portal/database";
import { engineClient } from "@/lib/portal/engine-door";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { fromJob } from "@/lib/portal/jobs/from-job";
import { issueKey } from "@/lib/portal/keys/issue-key";
import { carryOutDeletion } from "@/lib/portal/leaving/carry-out-deletion";
import { deleteOwn, undoOwn } from "@/lib/portal/leaving/delete-own";
import { findDeletion, listOwnDeletions } from "@/lib/portal/leaving/list-deletions";
import { setCustomerStatus } from "@/lib/portal/operator-api/change-customer";
import { deleteCustomer, undoCustomerDeletion } from "@/lib/portal/operator-api/delete-customer";
import { findPerson } from "@/lib/portal/people/find-person";
import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";
import { organisationBy, tenantBy } from "@/lib/portal/sessions/from-session";
import { engineProjectOf } from "@/lib/portal/testing/engine-project-of";
import { keptAnswer } from "@/lib/portal/testing/kept-answer";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { askExport } from "@/lib/portal/transfer/ask-export";
import { makeExport } from "@/lib/portal/transfer/make-export";
import { openVault } from "@/lib/portal/vault";

const OPERATOR: Actor = { kind: "operator", id: null, name: "Operator API" };
const { signal } = new AbortController();
/** Phrases of a customer, in a document, a golden question and a conversation; no other test has them. */
const newPhrases = () => {
  const mark = randomUUID();
  return [`vermilion heron clause ${mark}`, `cobalt stork question ${mark}`, `ochre bittern inquiry ${mark}`] as const;
};

let engine: WholeEngine;
beforeAll(async () => {
  engine = await wholeEngine();
});
afterAll(() => engine.stop());

/** A customer whose phrases stand in everything that it can hold. */
async function filled(): Promise<{ tenant: TestTenant; scope: TenantScope; engineProject: string; ownKey: string; phrases: readonly string[] }> {
  const phrases = newPhrases();
  const tenant = await newTenant();
  const scope = await ownerScope(tenant);
  const engineProject = await engineProjectOf(scope);
  await (await openVault(scope)).documents.upload(file("contract.md", `# Contract\n\nThe ${phrases[0]} binds both parties for ten years.\n`));
  await readWaiting(engineProject);
  await saveGoldenQuestion(scope, { question: `What of the ${phrases[1]}?`, expectsRefusal: true });
  await keptAnswer(scope, `Tell me of the ${phrases[2]}.`);
  await (await openVault(scope)).chat({ question: `And of the ${phrases[2]}?` });
  const { key } = await issueKey(scope, { name: "Help desk", days: null });
  return { tenant, scope, engineProject, ownKey: key, phrases };
}

async function jobScope(scope: OrganisationScope, subject: string): Promise<OrganisationScope> {
  const { id: jobId } = await withOrganisation(scope, (tx) => tx.job.findFirstOrThrow({ where: { organisationId: scope.organisation.id, subject } }));
  const job = await fromJob({ organisationId: scope.organisation.id, jobId });
  if (job === null) throw new Error("The job is not there.");
  return job.organisation;
}

/** Carries a deletion out as worker and engine would, and is the scope in which that was done. */
async function carriedOut(scope: OrganisationScope, deletionId: string, engineProject: string): Promise<OrganisationScope> {
  const worker = await jobScope(scope, deletionId);
  const once = () => carryOutDeletion(worker, { subject: deletionId, attempt: 1, signal });
  expect(await once()).toBeInstanceOf(Date);
  await eraseDeleted(engineProject);
  expect(await once()).toBeUndefined();
  expect(await once()).toBeUndefined();
  return worker;
}

/** Everything that stands in the database, as a plain-text dump would have it. */
async function dump(): Promise<string> {
  const client = new pg.Client({ connectionString: required("DATABASE_URL") });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string }>(`SELECT format('%I.%I', schemaname, tablename) AS "table" FROM pg_tables WHERE schemaname IN ('portal', 'engine', 'queue')`);
    const texts: string[] = [];
    for (const { table } of rows) texts.push(...(await client.query<{ text: string }>(`SELECT t::text AS text FROM ${table} t`)).rows.map(({ text }) => text));
    return texts.join("\n");
  } finally {
    await client.end();
  }
}

/** Every blob that can still be opened, decrypted. */
async function openBlobs(): Promise<string> {
  const texts: string[] = [];
  for (const owner of await readdir(join(env().DATA_DIR, "blobs"))) {
    const key = await openDataKey(owner).catch(() => undefined);
    if (key === undefined) continue;
    for (const name of await readdir(join(env().DATA_DIR, "blobs", owner))) texts.push(await readWholeBlob(key, `${owner}/${name}`).then(String, () => ""));
  }
  return texts.join("\n");
}

const hits = (text: string, phrases: readonly string[]) => phrases.filter((phrase) => text.includes(phrase));

describe("deleting a customer", () => {
  it("leaves nothing but a signed receipt: no row, no blob, no key, no account, no job", async () => {
    const { tenant, scope, engineProject, ownKey, phrases } = await filled();
    const other = await newTenant();
    const exportId = await askExport(scope, { project: null });
    await makeExport(await jobScope(scope, exportId), { subject: exportId, attempt: 1, signal });
    expect([hits(await dump(), phrases), hits(await openBlobs(), phrases)]).toEqual([[...phrases], expect.arrayContaining([phrases[0]])]);
    await deleteOwn(scope, { project: null, typedName: scope.organisation.name, graceDays: 0 });
    const [deletion] = await listOwnDeletions(scope);
    const id = deletion?.id ?? "";
    const worker = await carriedOut(scope, id, engineProject);

    expect([hits(await dump(), phrases), hits(await openBlobs(), phrases)]).toEqual([[], []]);
    for (const owner of [engineProject, exportId]) await expect(openDataKey(owner)).rejects.toThrow();
    await expect(engineClient(ownKey).documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    expect(await findPerson(tenant.owner.email)).toBeNull();
    await expect(organisationBy(tenant.token, tenant.org)).rejects.toMatchObject({ code: "unauthorized" });
    const { receipt, status } = await findDeletion(id);
    expect(status).toBe("done");
    if (receipt === null) throw new Error("There is no receipt.");
    expect(isSignedBy(signingPublicKey(), receipt)).toBe(true);
    expect(isSignedBy(signingPublicKey(), { ...receipt, payload: { ...receipt.payload, archives: 7 } })).toBe(false);
    expect(receipt.payload).toMatchObject({ customer: scope.organisation.name, project: null, accounts: 1, archives: 1, engine: [{ project: "Production", documents: 1 }], backups: { days: 0 } });
    expect(receipt.payload.rows.golden_question).toEqual({ before: 1, after: 0 });
    expect(Object.values(receipt.payload.rows).filter(({ after }) => after > 0)).toEqual([]);
    expect(receipt.payload.probes.map(({ got }) => got)).toEqual(["unauthorized", "unauthorized", "unauthorized", "unauthorized"]);
    const closing = await withOrganisation(worker, (tx) => tx.auditEvent.findMany({ where: { organisationId: scope.organisation.id } }));
    expect(closing.map(({ action, previousHash }) => [action, Buffer.from(previousHash).toString("hex")])).toEqual([["customer.deleted", receipt.payload.audit?.lastHash]]);
    expect((await (await openVault(await ownerScope(other))).documents.list()).data).toEqual([]);
    expect(await withOrganisation(await ownerScope(other), (tx) => tx.auditEvent.count({ where: { organisationId: other.customer.organisationId } }))).toBeGreaterThan(0);
  }, 120_000);

  it("wants the name to the letter, and can be undone until it is due; meanwhile every key is refused", async () => {
    const { tenant, scope, ownKey } = await filled();
    await expect(deleteOwn(scope, { project: null, typedName: "Something else" })).rejects.toMatchObject({ code: "validation_failed" });
    await deleteOwn(scope, { project: null, typedName: scope.organisation.name });
    await expect(engineClient(ownKey).documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    await expect(tenantBy(tenant.token, tenant.org, tenant.project)).rejects.toMatchObject({ code: "not_found" });
    const [waiting] = await listOwnDeletions(scope);
    expect(waiting).toMatchObject({ status: "waiting", projectId: null });
    expect(Date.parse(waiting?.dueAt ?? "")).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    const worker = await jobScope(scope, waiting?.id ?? "");
    expect(await carryOutDeletion(worker, { subject: waiting?.id ?? "", attempt: 1, signal })).toEqual(new Date(waiting?.dueAt ?? ""));
    await undoOwn(scope, waiting?.id ?? "");
    expect((await engineClient(ownKey).documents.list()).data).toHaveLength(1);
    expect((await tenantBy(tenant.token, tenant.org, tenant.project)).project.askingEnabled).toBe(false);
    expect(await listOwnDeletions(scope)).toEqual([]);
    await expect(undoOwn(scope, waiting?.id ?? "")).rejects.toMatchObject({ code: "conflict" });
  });

  it("by the operator shuts it at once, moves the day when asked again, and opens it when it is undone", async () => {
    const { tenant, scope, ownKey } = await filled();
    const id = scope.organisation.id;
    const first = await deleteCustomer(id, OPERATOR);
    expect(await deleteCustomer(id, OPERATOR)).toEqual(first);
    const moved = await deleteCustomer(id, OPERATOR, 3);
    expect([moved.deletionId, Date.parse(moved.dueAt) < Date.parse(first.dueAt)]).toEqual([first.deletionId, true]);
    await expect(engineClient(ownKey).documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    await expect(tenantBy(tenant.token, tenant.org, tenant.project)).rejects.toMatchObject({ code: "not_found" });
    await undoCustomerDeletion(id, OPERATOR);
    expect((await engineClient(ownKey).documents.list()).data).toHaveLength(1);
    expect((await tenantBy(tenant.token, tenant.org, tenant.project)).project.id).toBe(scope.project.id);
    await expect(undoCustomerDeletion(id, OPERATOR)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("deleting a project", () => {
  it("leaves its customer, whose log goes on, and a receipt for its admins", async () => {
    const { tenant, scope, engineProject, phrases } = await filled();
    await deleteOwn(scope, { project: tenant.project, typedName: scope.project.name, graceDays: 0 });
    await expect(deleteOwn(scope, { project: tenant.project, typedName: scope.project.name })).rejects.toMatchObject({ code: "not_found" });
    const [asked] = await listOwnDeletions(scope);
    await carriedOut(scope, asked?.id ?? "", engineProject);
    // Who wrote which golden question stays in the customer’s log, which goes on.
    const [, question] = phrases;
    expect([hits(await dump(), phrases).filter((phrase) => phrase !== question), hits(await openBlobs(), phrases)]).toEqual([[], []]);
    const organisation = await organisationBy(tenant.token, tenant.org);
    expect(await listOwnDeletions(organisation)).toMatchObject([{ status: "done", name: "Production", receipt: { payload: { project: "Production", audit: null } } }]);
    expect(await withOrganisation(scope, (tx) => tx.project.count({ where: { organisationId: scope.organisation.id } }))).toBe(0);
  });
});

describe("a suspended customer", () => {
  it("has no key that opens anything, its own software's included, until it is resumed", async () => {
    const { scope, ownKey } = await filled();
    await setCustomerStatus(scope.organisation.id, "suspended", OPERATOR);
    await expect(engineClient(ownKey).search({ query: "contract" })).rejects.toMatchObject({ code: "unauthorized" });
    await setCustomerStatus(scope.organisation.id, "active", OPERATOR);
    expect((await engineClient(ownKey).documents.list()).data).toHaveLength(1);
  });
});

describe("the database", () => {
  it("erases the log of nobody who is there, and shows rows to their own organisation alone", async () => {
    const [{ scope }, other] = [await filled(), await ownerScope(await newTenant())];
    const id = scope.organisation.id;
    const rows = await withOrganisation(scope, (tx) => tx.auditEvent.count({ where: { organisationId: id } }));
    for (const asking of [scope, other]) {
      const [answer] = await withOrganisation(asking, (tx) => tx.$queryRaw<{ erased: bigint }[]>`SELECT portal.erase_audit(${id}, 1000000) AS erased`);
      expect(Number(answer?.erased)).toBe(0);
    }
    expect(await withOrganisation(scope, (tx) => tx.auditEvent.count({ where: { organisationId: id } }))).toBe(rows);
    const membershipsOf = (asking: TenantScope) => withOrganisation(asking, (tx) => tx.$queryRaw<unknown[]>`SELECT entry FROM portal.rows_of('membership', ${id}, NULL, 0, 10)`);
    expect([(await membershipsOf(scope)).length, (await membershipsOf(other)).length]).toEqual([1, 0]);
    const counted = (asking: TenantScope) => withOrganisation(asking, (tx) => tx.$queryRaw<{ rows: bigint }[]>`SELECT rows FROM portal.count_rows(${id}, NULL)`);
    expect((await counted(other)).filter(({ rows: found }) => found > 0n)).toEqual([]);
    const lists = (asking: TenantScope) => withOrganisation(asking, (tx) => tx.$queryRaw<unknown[]>`SELECT id FROM portal.list_deletions() WHERE organisation_id = ${id}`);
    await deleteOwn(scope, { project: null, typedName: scope.organisation.name });
    expect([await lists(scope), await lists(other)]).toEqual([[], []]);
  });
});
