import "server-only";

import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { recordAudit } from "@/lib/portal/audit/record-audit";
import { type PortalTransaction, withOrganisation } from "@/lib/portal/database";
import type { GoldenRun, Trigger } from "@/lib/portal/golden/runs/run";
import { toGoldenRun } from "@/lib/portal/golden/runs/run-row";
import { queueProjectJob } from "@/lib/portal/jobs/queue-job";
import type { TenantScope } from "@/lib/portal/scope";

/**
 * Starts a run of all questions of the scope's project: its row at once, its work in the worker process.
 *
 * @throws CitadelError `conflict` while another one is on its way, or when there is no question
 */
export async function startRun(scope: TenantScope, trigger: Trigger): Promise<GoldenRun> {
  return withOrganisation(scope, async (tx) => {
    const started = await queueRun(tx, scope, trigger);
    if (started === "under-way") throw new CitadelError("conflict", "A run is on its way already. Wait for it, or cancel it first.");
    if (started === "no-questions") throw new CitadelError("conflict", "There is no golden question to run. Add one first.");
    await recordAudit(tx, scope, { action: "golden.run", target: { kind: "golden run", id: started.id, name: `Run ${started.number}` }, after: { trigger } });
    return started;
  });
}

/** {@link startRun} inside a transaction, for work that is not sorry when nothing starts. */
export async function queueRun(tx: PortalTransaction, scope: TenantScope, trigger: Trigger): Promise<GoldenRun | "under-way" | "no-questions"> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  // One at a time, so that two do not take the same number.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`golden run ${owner.organisationId}/${owner.projectId}`}, 0))`;
  const underWay = await tx.goldenRun.count({ where: { ...owner, status: { in: ["waiting", "running"] } } });
  if (underWay > 0) return "under-way";
  const total = await tx.goldenQuestion.count({ where: owner });
  if (total === 0) return "no-questions";
  const last = await tx.goldenRun.aggregate({ where: owner, _max: { number: true } });
  const id = newId("run");
  const row = await tx.goldenRun.create({
    data: { ...owner, id, number: (last._max.number ?? 0) + 1, trigger, total, startedBy: scope.actorId, startedName: scope.person.name },
  });
  await queueProjectJob(tx, scope, { kind: "golden.run", subject: id });
  return toGoldenRun(row);
}
