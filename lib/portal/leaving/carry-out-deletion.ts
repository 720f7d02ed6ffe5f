import "server-only";

import { z } from "zod";

import { log } from "@/lib/platform/log";
import { withOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import type { OrganisationJobHandler } from "@/lib/portal/jobs/handler";
import { tenantsOf } from "@/lib/portal/jobs/from-job";
import { askTheDoor } from "@/lib/portal/leaving/ask-the-door";
import { endInEngine, type Held, heldBy } from "@/lib/portal/leaving/end-in-engine";
import { eraseRows, type OpenDeletion } from "@/lib/portal/leaving/erase-rows";
import type { ReceiptPayload } from "@/lib/portal/leaving/receipt";
import type { OrganisationScope, TenantScope } from "@/lib/portal/scope";
import { discardArchive } from "@/lib/portal/transfer/change-transfer";
import { openVault } from "@/lib/portal/vault";

/** Until the engine is asked again, in ms. */
const AGAIN_MS = 2_000;

const heldRows = z.array(z.object({ project: z.string(), engineProjectId: z.string(), documents: z.int(), chunks: z.int(), bytes: z.number() }));

/**
 * The job `leaving.delete`, due when the time of grace is over: the engine ends the projects (rows, originals, and last the data key of each), the door is asked with
 * their old keys, exports go, and then every row of the portal with them; what is left is the signed receipt. Every step may be done twice.
 */
export const carryOutDeletion: OrganisationJobHandler = async (scope, { subject: id, signal }) => {
  const organisationId = scope.organisation.id;
  const deletion = await withOrganisation(scope, async (tx) => {
    await tx.deletion.updateMany({ where: { organisationId, id, status: "waiting", dueAt: { lte: new Date() } }, data: { status: "running" } });
    return tx.deletion.findFirst({ where: { organisationId, id } });
  });
  if (deletion === null || deletion.status === "undone" || deletion.status === "done") return undefined;
  if (deletion.status === "waiting") return deletion.dueAt;
  if (deletion.projectId === null) await withOrganisation(scope, (tx) => tx.organisation.updateMany({ where: { id: organisationId }, data: { status: "deleting" } }));
  const tenants = (await tenantsOf(scope)).filter(({ project }) => deletion.projectId === null || project.id === deletion.projectId);
  const held = await keepHeld(scope, deletion, tenants);
  signal.throwIfAborted();
  const engine = await endAll(held);
  if (engine === undefined) return new Date(Date.now() + AGAIN_MS);
  const probes = (await Promise.all(tenants.map(async (tenant) => askTheDoor(await openVault(tenant), tenant.project.name)))).flat();
  const answered = probes.filter(({ got }) => got === "answered");
  if (answered.length > 0) throw new Error(`A deleted project still answers: ${answered.map(({ asked }) => asked).join(", ")}`);
  const archives = await discardArchives(scope, deletion.projectId);
  await eraseRows(scope, deletion, { engine, probes, archives });
  log.warn({ organisationId, deletionId: id }, "deletion done");
  return undefined;
};

/** What the engine held is counted once, before the first of it goes. */
async function keepHeld(scope: OrganisationScope, { id, held }: OpenDeletion & { held: unknown }, tenants: readonly TenantScope[]): Promise<Held[]> {
  if (held !== null) return heldRows.parse(held);
  const organisationId = scope.organisation.id;
  const where = { organisationId, id: { in: tenants.map(({ project }) => project.id) } };
  const projects = await withOrganisation(scope, (tx) => tx.project.findMany({ where, select: { name: true, engineProjectId: true }, orderBy: { id: "asc" } }));
  const counted = await Promise.all(projects.map(({ name, engineProjectId }) => heldBy(engineAdmin(), name, engineProjectId)));
  await withOrganisation(scope, (tx) => tx.deletion.updateMany({ where: { organisationId, id }, data: { held: counted.map((project) => ({ ...project })) } }));
  return counted;
}

/** Undefined while one of them is still going. */
async function endAll(held: readonly Held[]): Promise<ReceiptPayload["engine"] | undefined> {
  const ended = await Promise.all(held.map(async ({ engineProjectId, ...counts }) => ({ ...counts, goneAt: await endInEngine(engineAdmin(), engineProjectId) })));
  return ended.every((project): project is ReceiptPayload["engine"][number] => project.goneAt !== undefined) ? ended : undefined;
}

/** Removes the bytes and keys of exports and imports. How many there were. */
async function discardArchives(scope: OrganisationScope, projectId: string | null): Promise<number> {
  const where = { organisationId: scope.organisation.id, ...(projectId === null ? {} : { projectId }) };
  const rows = await withOrganisation(scope, (tx) => tx.transfer.findMany({ where, select: { id: true } }));
  for (const { id } of rows) await discardArchive(id);
  return rows.length;
}
