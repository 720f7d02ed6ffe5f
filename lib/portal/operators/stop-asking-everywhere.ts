import "server-only";

import { log } from "@/lib/platform/log";
import { SYSTEM } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { withNewOrganisation, withOperator } from "@/lib/portal/database";

/**
 * Stops "Ask your docs" for the end users of every project that has it on: for a proof of isolation in which something came across the wall. The operator lifts
 * each stop once the cause is found. It stands in every customer's audit log, with the proof's id.
 */
export async function stopAskingEverywhere(proofId: string): Promise<void> {
  const rows = await withOperator(
    (tx) => tx.$queryRaw<{ organisation_id: string; project_id: string }[]>`
      SELECT c.organisation_id, c.project_id FROM portal.list_customers() c JOIN portal.list_asking() a ON a.project_id = c.project_id WHERE a.enabled`,
  );
  for (const { organisation_id: organisationId, project_id: projectId } of rows) {
    await withNewOrganisation(organisationId, { operator: true }, async (tx) => {
      const [row] = await tx.$queryRaw<{ project_name: string }[]>`SELECT * FROM portal.stop_asking(${projectId}, true)`;
      if (row === undefined) return;
      await recordAuditAs(tx, organisationId, SYSTEM, { action: "proof.failed", target: { kind: "project", id: projectId, name: row.project_name }, after: { proof: proofId, asking: "stopped" } });
    });
  }
  log.error({ proof: proofId, projects: rows.length }, "asking stopped everywhere");
}
