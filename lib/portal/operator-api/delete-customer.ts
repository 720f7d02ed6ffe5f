import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError, toCitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { recordAuditAs } from "@/lib/portal/audit/record-audit";
import { engineAdmin } from "@/lib/portal/engine-door";
import type { CustomerDeletion } from "@/lib/portal/operator-api/customer";
import { onCustomer } from "@/lib/portal/operator-api/on-customer";

interface LeavingProject {
  id: string;
  name: string;
  engineProjectId: string;
}

/**
 * Ends a customer without a period of grace: it is shut in the first step, and in the second the engine ends its projects, whose keys die at once and whose
 * data goes in the background. The same again goes on where it stopped, and tells how far the engine is.
 *
 * @throws CitadelError `not_found`, and the engine's code with a sentence that names the project whose deletion failed
 */
export async function deleteCustomer(organisationId: string, actor: Actor, admin: EngineAdmin = engineAdmin()): Promise<CustomerDeletion> {
  const leaving = await shut(organisationId, actor);
  const projects: CustomerDeletion["projects"] = [];
  for (const { id, name, engineProjectId } of leaving) projects.push({ id, name, deletion: await endInEngine(admin, name, engineProjectId) });
  return { id: organisationId, status: "deleting", projects };
}

async function shut(organisationId: string, actor: Actor): Promise<LeavingProject[]> {
  return onCustomer(organisationId, async (tx, { name, status }) => {
    const projects = await tx.project.findMany({
      where: { organisationId },
      select: { id: true, name: true, engineProjectId: true },
      orderBy: { id: "asc" },
    });
    if (status === "deleting") return projects;
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { status: "deleting" } });
    await recordAuditAs(tx, organisationId, actor, {
      action: "customer.deletion-asked",
      target: { kind: "customer", id: organisationId, name },
      before: { status },
      after: { status: "deleting", projects: projects.map((project) => project.name) },
    });
    log.warn({ organisationId, projects: projects.length }, "customer's deletion began");
    return projects;
  });
}

async function endInEngine(admin: EngineAdmin, name: string, engineProjectId: string): Promise<"pending" | "done"> {
  try {
    return (await admin.deleteProject(engineProjectId)).deletion.status;
  } catch (thrown) {
    const { code } = toCitadelError(thrown);
    // The engine has never heard of it: there is nothing left to delete.
    if (code === "not_found") return "done";
    throw new CitadelError(code, `The customer is shut, but deleting the project “${name}” failed. Send the same request again; it goes on where it stopped.`, { cause: thrown });
  }
}
