import "server-only";

import { errorTrace } from "@/lib/platform/error-trace";
import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { queueRun } from "@/lib/portal/golden/runs/start-run";
import { importQuestions } from "@/lib/portal/golden/transfer/import-questions";
import type { JobCall } from "@/lib/portal/jobs/handler";
import { copyDocuments } from "@/lib/portal/promotion/copy-documents";
import { recordsOf } from "@/lib/portal/promotion/records-of";
import type { TenantScope } from "@/lib/portal/scope";
import { measureSoon } from "@/lib/portal/usage/measure-soon";
import { openVault } from "@/lib/portal/vault";

/** Between two looks at documents that are still being read, in ms. */
const READING_MS = 2_000;

/**
 * Does the job `promotion.copy` on the copy that is its subject, in the project that receives: documents first, each by the door of its own project; once they have been read, the questions,
 * and then a run of all questions of the project that receives.
 */
export async function copyPromotion(scope: TenantScope, { subject: id, signal }: JobCall): Promise<Date | undefined> {
  const where = { organisationId: scope.organisation.id, projectId: scope.project.id, id };
  const row = await withOrganisation(scope, (tx) => tx.promotion.findFirst({ where }));
  if (row === null || row.status === "done" || row.status === "failed") return undefined;
  const mark = (data: { status?: string; done?: number; reason?: string | null; runNumber?: number; finishedAt?: Date }) => withOrganisation(scope, (tx) => tx.promotion.updateMany({ where, data }));
  try {
    if (row.status !== "reading") {
      await mark({ status: "copying" });
      await copyDocuments(scope, row, signal, (done) => mark({ done }));
      await mark({ status: "reading", done: row.documentIds.length });
    }
    if (await areRead(scope)) return await finish();
    return new Date(Date.now() + READING_MS);
  } catch (thrown) {
    signal.throwIfAborted();
    await mark({ status: "failed", reason: sentenceOf(thrown, id), finishedAt: new Date() });
    return undefined;
  }

  async function finish(): Promise<Date | undefined> {
    const records = await recordsOf(scope, row?.fromProjectId ?? "", row?.questionIds ?? []);
    const { notices } = records.length === 0 ? { notices: [] } : await importQuestions(scope, records, "promotion");
    return withOrganisation(scope, async (tx) => {
      const run = await queueRun(tx, scope, "promotion");
      if (run === "under-way") return new Date(Date.now() + READING_MS);
      const runNumber = run === "no-questions" ? null : run.number;
      await tx.promotion.updateMany({ where, data: { status: "done", runNumber, reason: notices.length === 0 ? null : notices.slice(0, 5).join(" "), finishedAt: new Date() } });
      await measureSoon(tx, scope);
      const after = { documents: row?.documentIds.length ?? 0, questions: records.length, run: runNumber };
      await recordAudit(tx, scope, { action: "promotion.done", target: { kind: "project", id: scope.project.id, name: scope.project.name }, after });
      return undefined;
    });
  }
}

async function areRead(scope: TenantScope): Promise<boolean> {
  const { documents } = await openVault(scope);
  const lists = await Promise.all((["queued", "scanning", "extracting", "indexing"] as const).map((status) => documents.list({ status, limit: 1 })));
  return lists.every(({ data }) => data.length === 0);
}

function sentenceOf(thrown: unknown, id: string): string {
  if (thrown instanceof CitadelError && thrown.code !== "internal") return thrown.message;
  log.error({ promotionId: id, error: errorTrace(thrown) }, "promotion failed");
  return "Something went wrong on our side. Start it again; what is there already is not doubled.";
}
