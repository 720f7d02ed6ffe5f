import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { invalid } from "@/lib/platform/http/validated";
import type { PortalTransaction } from "@/lib/portal/database";
import { engineClient } from "@/lib/portal/engine-door";
import type { ProvisionedProject } from "@/lib/portal/onboarding/engine-projects";
import type { NewCustomerRequest } from "@/lib/portal/onboarding/new-customer";
import type { Plan } from "@/lib/portal/onboarding/plan";
import { sealKey } from "@/lib/portal/vault";

/** A project of the engine that a customer brings along, with its place in the request. */
interface Brought {
  place: number;
  id: string;
  key: string;
}

/** What a request brings along, by the ids of the planned projects. */
export function broughtBy(request: NewCustomerRequest, plan: Plan): Map<string, Brought> {
  return new Map(
    request.projects.flatMap(({ engineProject }, place) => {
      const planned = plan.projects[place];
      return engineProject === undefined || planned === undefined ? [] : [[planned.id, { place, ...engineProject }] as const];
    }),
  );
}

/** Refuses projects of the engine that a customer has already. For a transaction of the operator's. Throws CitadelError `validation_failed`. */
export async function requireUnused(tx: PortalTransaction, { projects }: NewCustomerRequest): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string | null }[]>`SELECT engine_project_id AS id FROM portal.list_customers()`;
  const used = new Set(rows.map(({ id }) => id));
  const faults = projects.flatMap(({ engineProject }, place) =>
    engineProject !== undefined && used.has(engineProject.id) ? [{ path: `projects.${place}.engineProject.id`, message: "A customer has this project already. Choose another one." }] : [],
  );
  if (faults.length > 0) throw invalid(faults);
}

/**
 * Tries the key that is brought along, and looks whether it is one of that very project: the key opens a project, and the engine's own list says which.
 *
 * @throws CitadelError `validation_failed` that names what does not fit; the engine's code when it does not answer
 */
export async function tryBrought(admin: EngineAdmin, plan: Plan, project: Plan["projects"][number], { place, id, key }: Brought): Promise<ProvisionedProject> {
  const refuse = (field: "id" | "key", message: string) => invalid([{ path: `projects.${place}.engineProject.${field}`, message }]);
  await answering(engineClient(key).documents.list({ limit: 1 }), ["unauthorized", "wrong_credential", "forbidden"], () => refuse("key", "The engine does not know this key. Check that it is whole and not revoked."));
  const detail = await answering(admin.getProject(id), ["not_found"], () => refuse("id", "The engine has no such project. Check its id."));
  if (detail.environment !== project.environment) throw refuse("id", `This project is for ${detail.environment}. Choose that environment, or another project.`);
  const known = (await admin.listKeys(id)).data.find(({ prefix, revokedAt }) => revokedAt === null && key.startsWith(prefix));
  if (known === undefined) throw refuse("key", "This key opens another project. Take one that was issued for this one.");
  const sealedKey = sealKey(key, { organisationId: plan.organisationId, projectId: project.id });
  return { project, engineProjectId: id, engineKeyId: known.id, keyPrefix: known.prefix, sealedKey };
}

async function answering<Result>(call: Promise<Result>, codes: readonly string[], refusal: () => CitadelError): Promise<Result> {
  try {
    return await call;
  } catch (thrown) {
    if (thrown instanceof CitadelError && codes.includes(thrown.code)) throw refusal();
    throw thrown;
  }
}
