import "server-only";

import type { z } from "zod";

import type { createProjectInput, Project } from "@/lib/engine/contract";
import { withProject } from "@/lib/engine/database";
import type { ManagementProof } from "@/lib/engine/keys/management";
import { fromManagement } from "@/lib/engine/projects/from-management";
import { createDataKey } from "@/lib/platform/crypto/key-store";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";

/** Creates a project and the data key that its originals are sealed with. */
export async function createProject(proof: ManagementProof, { name, environment, metadata }: z.output<typeof createProjectInput>): Promise<Project> {
  const id = newId("prj");
  // The key first: a project without one could take no file, a key without a project harms nobody.
  await createDataKey(id);
  const row = await withProject(fromManagement(proof, id), (tx) => tx.project.create({ data: { id, name, environment, metadata } }));
  log.info({ projectId: id }, "project created");
  return { id, name, environment, status: "active", createdAt: row.createdAt.toISOString() };
}
