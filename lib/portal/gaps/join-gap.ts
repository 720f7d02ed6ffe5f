import "server-only";

import { newId } from "@/lib/platform/ids";
import type { PortalTransaction } from "@/lib/portal/database";
import { likeness, termsOf } from "@/lib/portal/gaps/terms";
import type { TenantScope } from "@/lib/portal/scope";

/** From this {@link likeness} on two questions are taken for the same. */
const ALIKE = 0.6;
/** The newest gaps that a question is compared with. */
const MOST_COMPARED = 2_000;

/**
 * The gap that a refused or disliked question belongs to: the one it is most alike, or a new one. One that was solved is open again, for
 * the question has come back; one that was dismissed stays so. By words and not by vectors: the portal holds no model.
 */
export async function joinGap(tx: PortalTransaction, scope: TenantScope, question: string): Promise<string> {
  const owner = { organisationId: scope.organisation.id, projectId: scope.project.id };
  // One at a time in a project, so that two of the same make one gap.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`gaps ${owner.projectId}`}, 0))`;
  const gaps = await tx.gap.findMany({ where: owner, orderBy: { createdAt: "desc" }, take: MOST_COMPARED, select: { id: true, terms: true, status: true } });
  const terms = termsOf(question);
  let best: { id: string; status: string; score: number } | null = null;
  for (const gap of gaps) {
    const score = likeness(terms, gap.terms);
    if (score >= ALIKE && score > (best?.score ?? 0)) best = { id: gap.id, status: gap.status, score };
  }
  if (best === null) return (await tx.gap.create({ data: { ...owner, id: newId("gap"), terms } })).id;
  if (best.status === "solved") await tx.gap.updateMany({ where: { ...owner, id: best.id }, data: { status: "open", decidedAt: null } });
  return best.id;
}
