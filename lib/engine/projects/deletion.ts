import "server-only";

import type { Deletion } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import { existingId } from "@/lib/engine/identifiers";
import type { ManagementProof } from "@/lib/engine/keys/management";
import { findProject, type ProjectRow } from "@/lib/engine/projects/active-project";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { appUrl } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";

/** What the state of an ended project says about its deletion. A project is deleted once, so the two ids share their tail. */
export function deletionOf({ id: projectId, status, deleted_at }: ProjectRow): Deletion {
  const id = projectId.replace(/^prj_/, "del_");
  return {
    deletion: {
      id,
      status: status === "deleted" ? "done" : "pending",
      receiptUrl: `${appUrl()}/v1/deletions/${id}`,
      projectId,
      finishedAt: deleted_at?.toISOString() ?? null,
    },
  };
}

/** The state of a deletion, for good. Throws CitadelError `not_found`. */
export async function getDeletion(proof: ManagementProof, deletionId: string): Promise<Deletion> {
  const scope = fromManagement(proof, existingId("del", deletionId).replace(/^del_/, "prj_"));
  const row = await withProject(scope, (tx) => findProject(tx, scope));
  if (row === undefined || row.status === "active" || row.status === "suspended") throw notFound();
  return deletionOf(row);
}
