import "server-only";

import { notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { withNewOrganisation, withOperator } from "@/lib/portal/database";
import type { SignedIn } from "@/lib/portal/scope";

/** Whether end users of a project may ask: a flag, no content. */
export interface ProjectAsking {
  organisationId: string;
  organisationName: string;
  projectId: string;
  projectName: string;
  enabled: boolean;
  /** ISO 8601 UTC; null while the operator has not stopped it. */
  stoppedAt: string | null;
}

/** "Ask your docs" of every project, for the operator's desk. Throws CitadelError `not_found` for who is no operator. */
export async function listAsking(operator: SignedIn): Promise<ProjectAsking[]> {
  if (!operator.operator) throw notFound();
  const rows = await withOperator(
    (tx) => tx.$queryRaw<(Omit<ProjectAsking, "stoppedAt"> & { stoppedAt: Date | null })[]>`
      SELECT c.organisation_id AS "organisationId", c.organisation_name AS "organisationName", c.project_id AS "projectId", c.project_name AS "projectName",
             a.enabled, a.stopped_at AS "stoppedAt"
      FROM portal.list_customers() c JOIN portal.list_asking() a ON a.project_id = c.project_id
      ORDER BY c.organisation_name, c.project_name`,
  );
  return rows.map((row) => ({ ...row, stoppedAt: row.stoppedAt?.toISOString() ?? null }));
}

/**
 * The operator's kill switch: stops "Ask your docs" of one project for its end users, from the next request on and in every process, or
 * lifts the stop (then an admin of the customer can switch it on again). It stands in the customer's audit log.
 *
 * @throws CitadelError `not_found` for who is no operator, and for a project that is not there
 */
export async function stopAsking(operator: SignedIn, target: { organisationId: string; projectId: string }, stop: boolean): Promise<void> {
  if (!operator.operator) throw notFound();
  const { organisationId, projectId } = target;
  await withNewOrganisation(organisationId, { operator: true }, async (tx) => {
    const [row] = await tx.$queryRaw<{ organisation_id: string; project_name: string }[]>`SELECT * FROM portal.stop_asking(${projectId}, ${stop})`;
    if (row?.organisation_id !== organisationId) throw notFound();
    const actor: Actor = { kind: "operator", id: operator.personId, name: operator.name };
    await recordAuditAs(tx, organisationId, actor, {
      action: stop ? "asking.stopped" : "asking.stop-lifted",
      target: { kind: "project", id: projectId, name: row.project_name },
    });
  });
  log.warn({ organisationId, projectId, personId: operator.personId, stop }, "asking stopped by the operator");
}
