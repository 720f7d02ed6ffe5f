import "server-only";

import { z } from "zod";

import type { EngineAdmin } from "@/lib/engine/client";
import { notFound } from "@/lib/platform/errors";
import { invalid } from "@/lib/platform/http/validated";
import { actorOf } from "@/lib/portal/audit/record-audit";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { beginDeletion } from "@/lib/portal/leaving/begin-deletion";
import { graceDays } from "@/lib/portal/leaving/deletion";
import { setEngineProjects } from "@/lib/portal/leaving/shut-engine";
import { undoDeletion } from "@/lib/portal/leaving/undo-deletion";
import type { OrganisationScope } from "@/lib/portal/scope";

/** What an admin deletes: one project by its address, or everything; with the name typed once more. */
export const deleteOwnInput = z.object({ project: z.string().max(100).nullable(), typedName: z.string().max(300), graceDays: graceDays.optional() });

/**
 * Deletes a project of the scope's organisation, or the whole of it, after a time of grace in which any of its admins can undo it.
 *
 * @throws CitadelError `not_found`, `validation_failed` when the typed name is another one, `conflict`
 */
export async function deleteOwn(scope: OrganisationScope, input: z.output<typeof deleteOwnInput>, admin: EngineAdmin = engineAdmin()): Promise<void> {
  const organisationId = scope.organisation.id;
  const { engineProjects } = await withOrganisation(scope, async (tx) => {
    const project = input.project === null ? null : await tx.project.findFirst({ where: { organisationId, slug: input.project, leavingAt: null }, select: { id: true, name: true } });
    if (input.project !== null && project === null) throw notFound();
    const name = project?.name ?? scope.organisation.name;
    if (input.typedName.trim() !== name) throw invalid([{ path: "typedName", message: `must be “${name}”, to the letter` }]);
    return beginDeletion(tx, { organisationId, customer: scope.organisation.name, project, actor: actorOf(scope), graceDays: input.graceDays });
  });
  await setEngineProjects(admin, engineProjects, "suspended");
}

/** Takes back what {@link deleteOwn} or the operator asked for. Throws CitadelError `not_found`, `conflict`. */
export async function undoOwn(scope: OrganisationScope, deletionId: string, admin: EngineAdmin = engineAdmin()): Promise<void> {
  const { engineProjects } = await withOrganisation(scope, (tx) => undoDeletion(tx, scope.organisation.id, deletionId, actorOf(scope)));
  await setEngineProjects(admin, engineProjects, "active");
}
