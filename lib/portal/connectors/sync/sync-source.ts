import "server-only";

import { errorTrace } from "@/lib/platform/error-trace";
import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { SourceBrokenError } from "@/lib/portal/connectors/connector";
import { openSecret } from "@/lib/portal/connectors/secret";
import { sourceSettings, type SyncSummary } from "@/lib/portal/connectors/source";
import { leave } from "@/lib/portal/connectors/sync/leave";
import { type ReadableSource, readSource } from "@/lib/portal/connectors/sync/read-source";
import { SyncReport } from "@/lib/portal/connectors/sync/sync-report";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import { documentsChanged } from "@/lib/portal/golden/watch";
import type { JobCall } from "@/lib/portal/jobs/handler";
import type { TenantScope } from "@/lib/portal/scope";
import { measureSoon } from "@/lib/portal/usage/measure-soon";
import { openVault } from "@/lib/portal/vault";

/** Syncs of one process at the same time: they may take long, and others' work is not to wait for them. */
const SYNCS_AT_ONCE = 2;
const BUSY_MS = 3_000;

let running = 0;

/** Does the job `connector.sync` on the source that is its subject; comes back by its schedule. */
export async function syncSource(scope: TenantScope, call: JobCall): Promise<Date | undefined> {
  if (running >= SYNCS_AT_ONCE) return new Date(Date.now() + BUSY_MS);
  running += 1;
  try {
    return await syncNow(scope, call);
  } finally {
    running -= 1;
  }
}

/** What is done about a source's row. */
interface Begun extends ReadableSource {
  name: string;
  everyMinutes: number | null;
  byHand: boolean;
}

async function syncNow(scope: TenantScope, { subject: id, signal }: JobCall): Promise<Date | undefined> {
  const begun = await begin(scope, id);
  if (begun === "gone") return undefined;
  if (begun === "leaving") return leave(scope, id, signal);
  const again = begun.everyMinutes === null ? undefined : new Date(Date.now() + begun.everyMinutes * 60_000);
  if ("held" in begun) return again;
  const report = new SyncReport(scope, id);
  try {
    const { complete, note } = await readSource({ scope, client: await openVault(scope), source: begun, report, signal });
    await report.keepSkipped();
    await finish(scope, begun, report, { status: "ready", brokenSince: null, reason: null, syncedAt: new Date(), summary: report.summary(complete, note) });
  } catch (thrown) {
    signal.throwIfAborted();
    await report.keepSkipped();
    await finish(scope, begun, report, { status: "broken", reason: sentenceOf(thrown, id) });
  }
  return again;
}

/** Takes a source up; what is to happen instead when it is not to be read. */
async function begin(scope: TenantScope, id: string): Promise<Begun | "gone" | "leaving" | { held: true; everyMinutes: number | null }> {
  const organisationId = scope.organisation.id;
  const where = { organisationId, projectId: scope.project.id, id };
  return withOrganisation(scope, async (tx) => {
    const row = await tx.connector.findFirst({ where });
    const project = await tx.project.findFirst({ where: { organisationId, id: scope.project.id }, select: { documentsHeldRun: true } });
    if (row === null) return "gone";
    if (row.status === "leaving") return "leaving";
    const { name, everyMinutes, askedByHand, sealedSecret } = row;
    if (project?.documentsHeldRun != null && !askedByHand) {
      await tx.connector.updateMany({ where, data: { status: "held", reason: HELD, finishedAt: new Date() } });
      return { held: true, everyMinutes };
    }
    await tx.connector.updateMany({ where, data: { status: "syncing", startedAt: new Date(), done: 0, total: null, askedByHand: false } });
    const secret = sealedSecret === null ? null : openSecret(sealedSecret, { organisationId, sourceId: id });
    return { id, name, everyMinutes, secret, byHand: askedByHand, settings: sourceSettings.parse(row.settings) };
  });
}

const HELD = "New versions are held back, because golden questions fail. Mend what fails and run the questions, or press “Sync now” to bring them anyway.";

interface End {
  status: "ready" | "broken";
  reason: string | null;
  brokenSince?: null;
  syncedAt?: Date;
  summary?: SyncSummary;
}

async function finish(scope: TenantScope, source: Begun, report: SyncReport, end: End): Promise<void> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id: source.id };
  await withOrganisation(scope, async (tx) => {
    const wasBroken = await brokenSince(tx, where);
    const since = end.status === "broken" ? { brokenSince: wasBroken ?? new Date() } : {};
    // One that was given up meanwhile stays so.
    await tx.connector.updateMany({ where: { ...where, status: { not: "leaving" } }, data: { ...end, ...since, finishedAt: new Date() } });
    if (report.moved) {
      await documentsChanged(tx, scope);
      await measureSoon(tx, scope);
    }
    if (!report.moved && !source.byHand && (end.status === "broken") === (wasBroken !== null)) return;
    const after = { project: scope.project.slug, ...report.counts, ...(end.reason === null ? {} : { reason: end.reason }) };
    await recordAudit(tx, scope, { action: "connector.synced", target: { kind: "source", id: source.id, name: source.name }, after });
  });
}

async function brokenSince(tx: PortalTransaction, where: { organisationId: string; projectId: string; id: string }): Promise<Date | null> {
  return (await tx.connector.findFirst({ where, select: { brokenSince: true } }))?.brokenSince ?? null;
}

function sentenceOf(thrown: unknown, id: string): string {
  if (thrown instanceof SourceBrokenError || (thrown instanceof CitadelError && thrown.code !== "internal")) return thrown.message;
  log.error({ sourceId: id, error: errorTrace(thrown) }, "sync failed");
  return "Something went wrong on our side. It is tried again at the next sync; if it stays, tell your operator.";
}
