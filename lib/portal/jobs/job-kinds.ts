/**
 * The closed list of what the portal does later or again, each with a handler in `handlers.ts`. A kind on a project gets a
 * `TenantScope`, one on an organisation an `OrganisationScope`.
 */
export const PROJECT_JOBS = ["golden.run", "golden.watch", "care.keep", "transfer.import", "key.retire", "connector.sync", "promotion.check", "promotion.copy"] as const;
export const ORGANISATION_JOBS = ["transfer.export", "leaving.delete"] as const;

/** A kind of job on a project. */
export type ProjectJobKind = (typeof PROJECT_JOBS)[number];
/** A kind of job on an organisation. */
export type OrganisationJobKind = (typeof ORGANISATION_JOBS)[number];
/** A kind of job. */
export type JobKind = ProjectJobKind | OrganisationJobKind;
