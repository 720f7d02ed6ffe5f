import "server-only";

import type { PortalTransaction } from "@/lib/portal/database";
import { insertJob, type JobRequest } from "@/lib/portal/jobs/insert-job";
import type { OrganisationJobKind, ProjectJobKind } from "@/lib/portal/jobs/job-kinds";
import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";

/**
 * Asks for a job on the scope's project, in the caller's transaction: it is there when that commits, and not otherwise. A job
 * that runs at the moment goes round once more.
 */
export async function queueProjectJob(tx: PortalTransaction, scope: TenantScope, request: JobRequest<ProjectJobKind>): Promise<void> {
  await insertJob(tx, scope.organisation.id, scope.project.id, request);
}

/** Asks for a job on another project of the scope's organisation, which goes on there with that project's own scope. */
export async function queueSiblingJob(tx: PortalTransaction, scope: TenantScope, projectId: string, request: JobRequest<ProjectJobKind>): Promise<void> {
  await insertJob(tx, scope.organisation.id, projectId, request);
}

/** Asks for a job on the scope's organisation, in the manner of {@link queueProjectJob}. */
export async function queueOrganisationJob(tx: PortalTransaction, scope: OrganisationScope, request: JobRequest<OrganisationJobKind>): Promise<void> {
  await insertJob(tx, scope.organisation.id, null, request);
}

/** Takes back a job that waits; one that runs is not stopped, but does not go round again. */
export async function withdrawProjectJob(tx: PortalTransaction, scope: TenantScope, kind: ProjectJobKind, subject = ""): Promise<void> {
  await tx.job.deleteMany({ where: { organisationId: scope.organisation.id, projectId: scope.project.id, kind, subject } });
}
