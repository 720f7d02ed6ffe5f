import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";

/** What a handler is told beside its scope. */
export interface JobCall {
  /** The id of what the job is about, or empty. */
  subject: string;
  /** How often this job has been begun, this time included. */
  attempt: number;
  /** Aborted when the process stops: the handler throws or returns soon, and the job goes on in another process. */
  signal: AbortSignal;
}

/**
 * Does a job. It may be done twice (a process can die just before the job's row goes), so it asks the database what is left to
 * do. Returns when it is due again, or nothing when it is done. It throws for the job to be tried again, later and later.
 */
export type JobHandler<Scope extends OrganisationScope> = (scope: Scope, call: JobCall) => Promise<Date | undefined>;

/** A handler of a job on a project. */
export type ProjectJobHandler = JobHandler<TenantScope>;

/** A handler of a job on an organisation. */
export type OrganisationJobHandler = JobHandler<OrganisationScope>;
