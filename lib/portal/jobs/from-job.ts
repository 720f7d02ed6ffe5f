import "server-only";

import { withJob } from "@/lib/portal/database";
import type { ClaimedJob } from "@/lib/portal/jobs/claim-job";
import { mintOrganisationScope, mintTenantScope, NOBODY, type OrganisationFacts, type OrganisationScope, type TenantScope } from "@/lib/portal/scope";

/** A job that a worker has taken, with the scope that was made again from its row. */
export interface DueJob {
  kind: string;
  subject: string;
  attempt: number;
  /** How often it had been asked for when it was taken. */
  asked: number;
  /** The organisation is suspended, or the project waits for its deletion: nothing is done for it at the moment. */
  suspended: boolean;
  organisation: OrganisationScope;
  /** Null for work on the organisation itself. */
  tenant: TenantScope | null;
}

/** What the product does on its own account it does with an admin's rights, in the one project or organisation of the row. */
const ROLE = "admin";

/** The job behind the ids that a worker has taken, or null when it was withdrawn since. The third way, beside a session and a key, to make a scope. */
export async function fromJob({ organisationId, jobId }: ClaimedJob): Promise<DueJob | null> {
  const row = await withJob(organisationId, async (tx) => {
    const job = await tx.job.findFirst({ where: { organisationId, id: jobId } });
    const organisation = await tx.organisation.findFirst({ where: { id: organisationId }, select: { id: true, slug: true, name: true, status: true } });
    if (job === null || organisation === null) return null;
    const project =
      job.projectId === null
        ? null
        : await tx.project.findFirst({
            where: { organisationId, id: job.projectId },
            select: { id: true, slug: true, name: true, environment: true, productLine: true, askingEnabled: true, leavingAt: true },
          });
    return { job, organisation, project };
  });
  if (row === null) return null;
  const { job, project } = row;
  const { status, ...organisation } = row.organisation;
  const facts: OrganisationFacts = { person: NOBODY, organisation, role: ROLE };
  return {
    kind: job.kind,
    subject: job.subject,
    attempt: job.attempts,
    asked: job.asked,
    suspended: status !== "active" || project?.leavingAt instanceof Date,
    organisation: mintOrganisationScope(facts),
    tenant: project === null ? null : mintTenantScope(facts, project),
  };
}

/**
 * The projects of the organisation of a job, those that wait for their deletion as well: for work on a whole customer. Throws TypeError for the scope of a
 * person, who selects a project by its address.
 */
export async function tenantsOf(scope: OrganisationScope): Promise<TenantScope[]> {
  if (scope.actorId !== null) throw new TypeError("Only a job reaches all projects of its organisation.");
  const { person, organisation, role } = scope;
  const rows = await withJob(organisation.id, (tx) =>
    tx.project.findMany({
      where: { organisationId: organisation.id },
      select: { id: true, slug: true, name: true, environment: true, productLine: true, askingEnabled: true },
      orderBy: { id: "asc" },
    }),
  );
  return rows.map((project) => mintTenantScope({ person, organisation, role }, project));
}
