import "server-only";

import { newId } from "@/lib/platform/ids";
import type { PortalTransaction } from "@/lib/portal/database";
import { meaningOf } from "@/lib/portal/gaps/meaning";
import { mostAlike } from "@/lib/portal/gaps/most-alike";
import type { TenantScope } from "@/lib/portal/scope";

/** The newest gaps that a question is compared with. */
const MOST_COMPARED = 2_000;

/**
 * The gap that a refused or disliked question belongs to: the one whose first question means the same, or a new one. One that was solved is open
 * again, for the question has come back; one that was dismissed stays so.
 */
export async function joinGap(tx: PortalTransaction, scope: TenantScope, question: string): Promise<string> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  const { terms, vector } = await meaningOf(question);
  // One at a time in a project, so that two of the same make one gap.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`gaps ${owner.projectId}`}, 0))`;
  const gaps = await tx.gap.findMany({ where: owner, orderBy: { createdAt: "desc" }, take: MOST_COMPARED, select: { id: true, terms: true, vector: true, status: true } });
  const gap = mostAlike({ terms, vector }, gaps);
  if (gap === undefined) return (await tx.gap.create({ data: { ...owner, id: newId("gap"), terms, vector } })).id;
  if (gap.status === "solved") await tx.gap.updateMany({ where: { ...owner, id: gap.id }, data: { status: "open", decidedAt: null } });
  return gap.id;
}
