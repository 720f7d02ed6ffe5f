import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { errorTrace } from "@/lib/platform/error-trace";
import { CitadelError, toCitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type broughtBy, tryBrought } from "@/lib/portal/onboarding/brought-project";
import { createEngineProject, findEngineProjects, issueSealedKey, type ProvisionedProject } from "@/lib/portal/onboarding/engine-projects";
import type { Plan } from "@/lib/portal/onboarding/plan";

/** What became of the engine's side of a customer. */
export type Provisioned = { ok: true; projects: ProvisionedProject[] } | { ok: false; error: CitadelError; cleanedUp: boolean };

/**
 * Makes every planned project in the engine, with its key; `mayExist` is false on the first try, when there is nothing to look for; `brought` are those that the engine has already, whose keys are tried instead.
 * When a step fails, what this and earlier tries have made is deleted again; when that fails too (`cleanedUp: false`), the
 * next try finds it.
 */
export async function provision(admin: EngineAdmin, plan: Plan, mayExist: boolean, brought: ReturnType<typeof broughtBy> = new Map()): Promise<Provisioned> {
  try {
    return { ok: true, projects: await provisionAll(admin, plan, mayExist, brought) };
  } catch (thrown) {
    const error = toCitadelError(thrown);
    log.warn({ organisationId: plan.organisationId, code: error.code, error: errorTrace(error) }, "onboarding failed, cleaning up");
    return { ok: false, error, cleanedUp: await cleanUp(admin, plan) };
  }
}

async function provisionAll(admin: EngineAdmin, plan: Plan, mayExist: boolean, brought: ReturnType<typeof broughtBy>): Promise<ProvisionedProject[]> {
  const earlier = mayExist
    ? await step("looking for what an earlier try has made", () => findEngineProjects(admin, plan))
    : new Map<string, string>();
  const tried = new Map<string, ProvisionedProject>();
  // Before anything is made: what does not fit is the sender's to mend.
  for (const project of plan.projects) {
    const own = brought.get(project.id);
    if (own !== undefined) tried.set(project.id, await tryBrought(admin, plan, project, own));
  }
  const projects: ProvisionedProject[] = [];
  for (const project of plan.projects) {
    const own = tried.get(project.id);
    if (own !== undefined) {
      projects.push(own);
      continue;
    }
    const engineProjectId =
      earlier.get(project.id) ?? (await step(`making the project “${project.name}”`, () => createEngineProject(admin, plan, project)));
    projects.push(await step(`issuing the key of the project “${project.name}”`, () => issueSealedKey(admin, plan, project, engineProjectId)));
  }
  return projects;
}

async function step<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    const { code } = toCitadelError(thrown);
    throw new CitadelError(code, `The customer was not created: ${name} failed. Send the same request again; nothing will be doubled.`, {
      cause: thrown,
    });
  }
}

async function cleanUp(admin: EngineAdmin, plan: Plan): Promise<boolean> {
  try {
    // By name, for a call whose answer was lost may have done its work.
    for (const id of (await findEngineProjects(admin, plan)).values()) await admin.deleteProject(id);
    return true;
  } catch (thrown) {
    log.error({ organisationId: plan.organisationId, error: errorTrace(thrown) }, "onboarding could not clean up");
    return false;
  }
}
