import "server-only";

import type { EngineAdmin } from "@/lib/engine/client";
import { errorTrace } from "@/lib/platform/error-trace";
import { CitadelError, toCitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { type broughtBy, tryBrought } from "@/lib/portal/onboarding/brought-project";
import { deleteEngineProjects, findEngineProjects, issueSealedKey, type ProvisionedProject, takeOrCreate } from "@/lib/portal/onboarding/engine-projects";
import type { Plan } from "@/lib/portal/onboarding/plan";

/** What became of the engine's side of a customer; `settled`: everything is deleted again, and no call is out that might still be carried out. */
export type Provisioned = { ok: true; projects: ProvisionedProject[] } | { ok: false; error: CitadelError; settled: boolean };

/**
 * Makes every planned project in the engine, with its key; `mayExist` is false on the first try, when there is nothing to look for; `brought` are those that the engine has already, whose keys are tried instead.
 * When a step fails, what this and earlier tries have made is deleted again; when that fails too, or a call got no answer and may still be
 * under way (`settled: false`), the next try finds it.
 */
export async function provision(admin: EngineAdmin, plan: Plan, mayExist: boolean, brought: ReturnType<typeof broughtBy> = new Map()): Promise<Provisioned> {
  try {
    return { ok: true, projects: await provisionAll(admin, plan, mayExist, brought) };
  } catch (thrown) {
    const error = toCitadelError(thrown);
    log.warn({ organisationId: plan.organisationId, code: error.code, error: errorTrace(error) }, "onboarding failed, cleaning up");
    const cleanedUp = await cleanUp(admin, plan);
    return { ok: false, error, settled: cleanedUp && error.code !== "engine_unreachable" };
  }
}

async function provisionAll(admin: EngineAdmin, plan: Plan, mayExist: boolean, brought: ReturnType<typeof broughtBy>): Promise<ProvisionedProject[]> {
  const earlier = mayExist
    ? await step("looking for what an earlier try has made", () => findEngineProjects(admin, plan))
    : new Map<string, string[]>();
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
    const engineProjectId = await step(`making the project “${project.name}”`, () => takeOrCreate(admin, plan, project, earlier.get(project.id) ?? []));
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
    await deleteEngineProjects(admin, plan);
    return true;
  } catch (thrown) {
    log.error({ organisationId: plan.organisationId, error: errorTrace(thrown) }, "onboarding could not clean up");
    return false;
  }
}
