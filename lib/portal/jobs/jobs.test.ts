import { randomUUID } from "node:crypto";

import { describe, expect, it, vi } from "vitest";

import { withJob, withOrganisation } from "@/lib/portal/database";
import { claimJob } from "@/lib/portal/jobs/claim-job";
import type { ProjectJobHandler } from "@/lib/portal/jobs/handler";
import { insertJob, type JobRequest } from "@/lib/portal/jobs/insert-job";
import { runJob } from "@/lib/portal/jobs/run-job";
import { MOST_ATTEMPTS } from "@/lib/portal/jobs/settle-job";
import { startPortalWorker, stopPortalWorker } from "@/lib/portal/jobs/worker";
import type { TenantScope } from "@/lib/portal/scope";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

const signal = new AbortController().signal;

/** A tenant, and a kind of job that no other test has. */
async function tenantAndKind() {
  return { scope: await ownerScope(await newTenant()), kind: `test.${randomUUID()}` };
}

const ask = (scope: TenantScope, request: JobRequest) =>
  withOrganisation(scope, (tx) => insertJob(tx, scope.organisation.id, scope.project.id, request));
const rows = (scope: TenantScope) => withJob(scope.organisation.id, (tx) => tx.job.findMany({ where: { organisationId: scope.organisation.id, kind: { not: "care.keep" } } }));
const later = () => new Date(Date.now() + 60_000);

async function runNext(kind: string, handler: ProjectJobHandler, stop = signal): Promise<boolean> {
  const claimed = await claimJob([kind]);
  if (claimed !== null) await runJob(claimed, { project: { [kind]: handler }, organisation: {} }, stop);
  return claimed !== null;
}

describe("a job", () => {
  it("is done once, with the scope made again from its row, in nobody's name", async () => {
    const [{ scope, kind }, other] = [await tenantAndKind(), await tenantAndKind()];
    await ask(scope, { kind, subject: "run_1" });
    await ask(other.scope, { kind: other.kind });
    const handler = vi.fn<ProjectJobHandler>().mockResolvedValue(undefined);
    expect(await runNext(kind, handler)).toBe(true);
    expect(handler).toHaveBeenCalledOnce();
    expect(handler.mock.calls[0]?.[0]).toMatchObject({ organisation: scope.organisation, project: scope.project, role: "admin", actorId: null });
    expect(handler.mock.calls[0]?.[1]).toMatchObject({ subject: "run_1", attempt: 1 });
    expect(await runNext(kind, handler)).toBe(false);
    expect([await rows(scope), await rows(other.scope)]).toEqual([[], [expect.objectContaining({ kind: other.kind, lockedUntil: null })]]);
  });

  it("is of one kind and subject, and asking again moves it", async () => {
    const { scope, kind } = await tenantAndKind();
    const dueAt = later();
    await ask(scope, { kind });
    await ask(scope, { kind, dueAt });
    await ask(scope, { kind, subject: "another", dueAt });
    expect((await rows(scope)).map((row) => [row.subject, row.dueAt, row.asked])).toEqual(
      expect.arrayContaining([
        ["", dueAt, 2],
        ["another", dueAt, 1],
      ]),
    );
    expect(await claimJob([kind])).toBeNull();
  });

  it("goes round once more when it is asked for while it runs", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    const handler = vi.fn<ProjectJobHandler>(async () => {
      if (handler.mock.calls.length === 1) await ask(scope, { kind });
      return undefined;
    });
    expect([await runNext(kind, handler), await runNext(kind, handler), await runNext(kind, handler)]).toEqual([true, true, false]);
  });

  it("comes back at the time its handler names", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    const again = later();
    await runNext(kind, () => Promise.resolve(again));
    expect(await rows(scope)).toMatchObject([{ dueAt: again, attempts: 0, lockedUntil: null }]);
  });

  it("is tried again later when it fails, and given up in the end, until it is asked for", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    const failing = () => Promise.reject(new Error("broken"));
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      expect(await runNext(kind, failing)).toBe(true);
      expect(await claimJob([kind])).toBeNull();
      await withOrganisation(scope, (tx) => tx.job.updateMany({ where: { organisationId: scope.organisation.id }, data: { dueAt: new Date() } }));
    }
    expect(await rows(scope)).toMatchObject([{ failedAt: expect.any(Date), attempts: MOST_ATTEMPTS }]);
    expect(await runNext(kind, failing)).toBe(false);
    await ask(scope, { kind });
    expect(await runNext(kind, () => Promise.resolve(undefined))).toBe(true);
  });

  it("of a worker that died comes back when its lock lapses, and is held by nobody else before", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    expect(await claimJob([kind])).not.toBeNull();
    expect(await claimJob([kind])).toBeNull();
    const lapsed = new Date(Date.now() - 1000);
    await withOrganisation(scope, (tx) => tx.job.updateMany({ where: { organisationId: scope.organisation.id }, data: { lockedUntil: lapsed } }));
    expect(await claimJob([kind])).not.toBeNull();
  });

  it("that the end of the process interrupts is given back untouched", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    const stopping = new AbortController();
    await runNext(
      kind,
      () => {
        stopping.abort();
        return Promise.reject(new Error("stopped"));
      },
      stopping.signal,
    );
    expect(await rows(scope)).toMatchObject([{ attempts: 0, lockedUntil: null, failedAt: null }]);
  });

  it("of a suspended organisation waits", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    await withOrganisation(scope, (tx) => tx.organisation.updateMany({ where: { id: scope.organisation.id }, data: { status: "suspended" } }));
    const handler = vi.fn<ProjectJobHandler>().mockResolvedValue(undefined);
    await runNext(kind, handler);
    expect(handler).not.toHaveBeenCalled();
    expect((await rows(scope))[0]?.dueAt.getTime()).toBeGreaterThan(Date.now());
  });

  it("is taken once by many that ask at once, and by a worker only", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimJob([kind])));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    await ask(scope, { kind, subject: "another" });
    expect(await withOrganisation(scope, (tx) => tx.$queryRaw`SELECT * FROM portal.claim_job(ARRAY[${kind}], 30)`)).toEqual([]);
  });

  it("of an organisation with less work in hand comes first", async () => {
    const [{ scope, kind }, other] = [await tenantAndKind(), await tenantAndKind()];
    for (const subject of ["1", "2", "3"]) await ask(scope, { kind, subject });
    await ask(other.scope, { kind });
    await claimJob([kind]);
    expect(await claimJob([kind])).toMatchObject({ organisationId: other.scope.organisation.id });
  });
});

describe("the worker", () => {
  it("does what is due and ends when it is told to", async () => {
    const { scope, kind } = await tenantAndKind();
    await ask(scope, { kind });
    const done = await new Promise<TenantScope>((resolve) => {
      startPortalWorker({
        project: {
          [kind]: (given) => {
            resolve(given);
            return Promise.resolve(undefined);
          },
        },
        organisation: {},
      });
    });
    await stopPortalWorker();
    expect(done.project.id).toBe(scope.project.id);
    expect(await rows(scope)).toEqual([]);
  });
});
