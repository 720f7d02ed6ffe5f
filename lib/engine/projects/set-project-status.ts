import "server-only";

import type { Project } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import { existingProject } from "@/lib/engine/projects/active-project";
import type { ProjectScope } from "@/lib/engine/scope";
import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/**
 * Shuts the scope's project, or opens it again. While it is suspended none of its keys opens it, from the next request on and in every process. The same
 * again changes nothing.
 *
 * @throws CitadelError `not_found`, `conflict` for a project that is being deleted
 */
export async function setProjectStatus(scope: ProjectScope, status: "active" | "suspended"): Promise<Project> {
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    await tx.project.updateMany({ where: { id: projectId, status: { in: ["active", "suspended"] } }, data: { status } });
    const { id, name, environment, status: now, created_at } = await existingProject(tx, scope);
    if (now !== status) throw new CitadelError("conflict", "This project is being deleted, and that cannot be undone.");
    log.warn({ projectId, status }, "project's status set");
    return { id, name, environment, status: now, createdAt: created_at.toISOString() };
  });
}
