import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import type { Plan, PlannedProject } from "@/lib/portal/onboarding/plan";
import { sealKey } from "@/lib/portal/vault";

/** A planned project that stands in the engine, with its key sealed for the portal's row. */
export interface ProvisionedProject {
  project: PlannedProject;
  engineProjectId: string;
  engineKeyId: string;
  keyPrefix: string;
  sealedKey: Uint8Array<ArrayBuffer>;
}

/** The most projects in one page of the engine's list. */
const PAGE_SIZE = 200;

/** The name of a project in the engine. It holds the portal's id, by which a later try finds what an earlier one has made. */
function engineName(plan: Plan, project: PlannedProject): string {
  return `${plan.slug}/${project.slug} ${project.id}`;
}

/** What earlier tries have made: engine project ids by the portal's. Usually one; several when a call was carried out after it had been given up. */
export async function findEngineProjects(admin: EngineAdmin, plan: Plan): Promise<Map<string, string[]>> {
  const planned = new Map(plan.projects.map((project) => [engineName(plan, project), project.id]));
  const found = new Map<string, string[]>();
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await admin.listProjects({ limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id, name, status } of data) {
      const projectId = planned.get(name);
      if (projectId !== undefined && status === "active") found.set(projectId, [...(found.get(projectId) ?? []), id]);
    }
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** Deletes what tries have made in the engine, by name: a call whose answer was lost may have done its work. Throws CitadelError of the engine. */
export async function deleteEngineProjects(admin: EngineAdmin, plan: Plan): Promise<void> {
  for (const ids of (await findEngineProjects(admin, plan)).values()) for (const id of ids) await admin.deleteProject(id);
}

/** The project that an earlier try has made, or a new one. Returns the engine's id. */
export async function takeOrCreate(admin: EngineAdmin, plan: Plan, project: PlannedProject, earlier: readonly string[]): Promise<string> {
  const [first, ...doubled] = earlier;
  for (const id of doubled) await admin.deleteProject(id);
  return first ?? createEngineProject(admin, plan, project);
}

async function createEngineProject(admin: EngineAdmin, plan: Plan, project: PlannedProject): Promise<string> {
  const { id } = await admin.createProject({
    name: engineName(plan, project),
    environment: project.environment,
    metadata: { portalProjectId: project.id },
  });
  return id;
}

/** Issues the project's key and seals it. Keys that a broken try has left behind were never kept by anyone and are revoked. */
export async function issueSealedKey(admin: EngineAdmin, plan: Plan, project: PlannedProject, engineProjectId: string): Promise<ProvisionedProject> {
  const { data: left } = await admin.listKeys(engineProjectId);
  for (const { id, revokedAt } of left) if (revokedAt === null) await admin.revokeKey(engineProjectId, id);
  const { id, key, prefix } = await admin.issueKey(engineProjectId, { name: "Portal" });
  const sealedKey = sealKey(key, { organisationId: plan.organisationId, projectId: project.id });
  return { project, engineProjectId, engineKeyId: id, keyPrefix: prefix, sealedKey };
}
