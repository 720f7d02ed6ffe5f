import "server-only";

import { newId } from "@/lib/platform/ids";
import type { PortalTransaction } from "@/lib/portal/database";

/** What a job is about and when it is due. */
export interface JobRequest<Kind extends string = string> {
  kind: Kind;
  /** The id of what it is about; of a kind and subject there is one job in a project (or organisation). */
  subject?: string;
  /** Not before this time; at once when absent. Asking again moves a waiting job to the new time: that is how changes are debounced. */
  dueAt?: Date;
}

/** Writes a job's row, or moves the one that is there. For `queue-job.ts`, which knows the kinds. */
export async function insertJob(tx: PortalTransaction, organisationId: string, projectId: string | null, request: JobRequest): Promise<void> {
  const { kind, subject = "", dueAt = null } = request;
  await tx.$executeRaw`
    INSERT INTO portal.job AS j (organisation_id, id, project_id, kind, subject, due_at)
    VALUES (${organisationId}, ${newId("job")}, ${projectId}, ${kind}, ${subject}, coalesce(${dueAt}::timestamptz, now()))
    ON CONFLICT (organisation_id, (coalesce(project_id, '')), kind, subject)
    DO UPDATE SET due_at = excluded.due_at, asked = j.asked + 1, attempts = 0, failed_at = NULL`;
}
