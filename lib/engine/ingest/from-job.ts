import "server-only";

import { readProject, withProject } from "@/lib/engine/database";
import { isId } from "@/lib/engine/identifiers";
import { ingestJob } from "@/lib/engine/ingest/queue-ingest";
import { mintProjectScope, type ProjectScope } from "@/lib/engine/scope";

/** A version whose reading is due, with the scope that was made from its row. */
export interface DueVersion {
  scope: ProjectScope;
  documentId: string;
  documentName: string;
  versionId: string;
  contentType: string;
  /** Of the file, in hexadecimal digits. */
  sha256: string;
  blobName: string;
}

/**
 * The version that a job names, or undefined when there is nothing to do any more: it was removed, replaced or has ended. A
 * job holds ids only; the scope is made again from the row that stands under both of them.
 */
export async function fromJob(data: unknown): Promise<DueVersion | undefined> {
  const { projectId, versionId } = ingestJob.parse(data);
  if (!isId("prj", projectId) || !isId("ver", versionId)) return undefined;
  const scope = mintProjectScope(projectId, "job");
  const row = await readProject(scope, (tx) =>
    tx.documentVersion.findUnique({ where: { projectId_id: { projectId, id: versionId } }, include: { document: true } }),
  );
  if (row === null || row.document.newestVersionId !== versionId || ["ready", "failed"].includes(row.status)) return undefined;
  const { documentId, contentType, sha256, blobName } = row;
  return { scope, versionId, documentId, documentName: row.document.name, contentType, sha256, blobName };
}

/** The scope of a project whose deletion a job goes on with, or undefined when it is not being deleted. */
export async function fromDeletionJob(projectId: string): Promise<ProjectScope | undefined> {
  if (!isId("prj", projectId)) return undefined;
  const scope = mintProjectScope(projectId, "job");
  const row = await withProject(scope, (tx) => tx.project.findUnique({ where: { id: projectId }, select: { status: true } }));
  return row?.status === "deleting" ? scope : undefined;
}

/** The scope of a project whose re-index a job goes on with, or undefined when the project is not there any more. */
export async function fromReindexJob(projectId: string): Promise<ProjectScope | undefined> {
  if (!isId("prj", projectId)) return undefined;
  const scope = mintProjectScope(projectId, "job");
  const row = await withProject(scope, (tx) => tx.project.findUnique({ where: { id: projectId }, select: { status: true } }));
  return row?.status === "active" || row?.status === "suspended" ? scope : undefined;
}

/** The scope to queue an unfinished version, deletion or re-index again; its ids come from the sweep's look-up. */
export function fromSweep(row: { project_id: string }): ProjectScope {
  return mintProjectScope(row.project_id, "job");
}
