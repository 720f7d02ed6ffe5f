import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import type { Project } from "@/lib/engine/contract";
import { testAdmin } from "@/lib/engine/testing/engine";
import { type HttpFault, type MortalEngine, mortalEngine } from "@/lib/engine/testing/mortal-engine";
import { required } from "@/lib/platform/env";
import { withNewOrganisation, withOperator } from "@/lib/portal/database";
import { engineAdmin, engineAt } from "@/lib/portal/engine-door";
import { deleteLeftovers } from "@/lib/portal/isolation/leftovers";
import { createdCustomerSchema } from "@/lib/portal/operator-api/customer";
import { createCustomer } from "@/lib/portal/operator-api/http/create-customer";
import { call } from "@/lib/portal/operator-api/testing/call";
import { newEmail } from "@/lib/portal/testing/new-tenant";

vi.mock("@/lib/portal/engine-door", async (original) => ({ ...(await original<object>()), engineAdmin: vi.fn() }));

/** Every call that a customer of two projects takes, with the step that an answer names when it fails. */
const CALLS = [
  ["POST /v1/projects", "making the project “Production” failed"],
  ["GET /v1/projects/{prj}/keys", "issuing the key of the project “Production” failed"],
  ["POST /v1/projects/{prj}/keys", "issuing the key of the project “Production” failed"],
  ["POST /v1/projects", "making the project “HR · staging” failed"],
  ["GET /v1/projects/{prj}/keys", "issuing the key of the project “HR · staging” failed"],
  ["POST /v1/projects/{prj}/keys", "issuing the key of the project “HR · staging” failed"],
] as const;

const DAY_MS = 86_400_000;
const FAULTS = CALLS.flatMap(([name, step], index) =>
  (["before", "after", "late"] as const).flatMap((when) => (["killed", "cut"] as const).map((what): HttpFault & { name: string; step: string } => ({ name, step, call: index + 1, when, what }))),
);

let engine: MortalEngine;
beforeAll(async () => {
  engine = await mortalEngine();
  vi.mocked(engineAdmin).mockImplementation(() => engineAt(engine.url(), required("MANAGEMENT_KEY")).admin);
});
afterAll(() => engine.stop());

function newCustomer() {
  return { idempotencyKey: randomUUID(), body: { name: "Acme", slug: `c-${randomUUID()}`, adminEmail: newEmail(), projects: [{ environment: "production" }, { environment: "staging", productLine: "HR" }] } };
}

/** The living projects that the engine has of a customer. */
async function inEngine(slug: string): Promise<Project[]> {
  const found: Project[] = [];
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await testAdmin().listProjects({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...data.filter(({ name, status }) => name.startsWith(`${slug}/`) && status === "active"));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

async function keysOf(projectId: string): Promise<string[]> {
  return (await testAdmin().listKeys(projectId)).data.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id);
}

/** What stands there of a customer: in the portal, in the engine, and what belongs to nobody. */
async function counted(slug: string) {
  const customers = await withOperator((tx) => tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT organisation_id AS id FROM portal.list_customers() WHERE organisation_slug = ${slug}`);
  const rows = await Promise.all(
    customers.map(({ id }) => withNewOrganisation(id, { operator: true }, async (tx) => ({ invitations: await tx.invitation.count(), projects: await tx.project.findMany({ where: { organisationId: id } }) }))),
  );
  const own = rows.flatMap(({ projects }) => projects);
  const live = await inEngine(slug);
  const keys = (await Promise.all(live.map(({ id }) => keysOf(id)))).flat();
  return {
    customers: customers.length,
    invitations: rows.reduce((sum, { invitations }) => sum + invitations, 0),
    projects: own.length,
    engineProjects: live.length,
    engineKeys: keys.length,
    orphanedProjects: live.filter(({ id }) => !own.some(({ engineProjectId }) => engineProjectId === id)).length,
    orphanedKeys: keys.filter((key) => !own.some(({ engineKeyId }) => engineKeyId === key)).length,
  };
}

const NOTHING = { customers: 0, invitations: 0, projects: 0 };
const WHOLE = { customers: 1, invitations: 1, projects: 2, engineProjects: 2, engineKeys: 2, orphanedProjects: 0, orphanedKeys: 0 };

describe("POST /api/v1/customers, over the engine's socket", () => {
  it("takes these calls, and its counts can tell what is too much", async () => {
    const asked = newCustomer();
    await engine.restart();
    engine.calls.length = 0;
    expect((await call(createCustomer, asked)).status).toBe(201);
    expect(engine.calls).toEqual(CALLS.map(([name]) => name));
    expect(await counted(asked.body.slug)).toEqual(WHOLE);
    const [project] = await inEngine(asked.body.slug);
    await testAdmin().issueKey(project?.id ?? "", { name: "Portal" });
    await testAdmin().createProject({ name: `${asked.body.slug}/production tpr_other` });
    expect(await counted(asked.body.slug)).toEqual({ ...WHOLE, engineProjects: 3, engineKeys: 3, orphanedProjects: 1, orphanedKeys: 1 });
  });

  it("makes one customer of twenty equal requests at once", async () => {
    const asked = newCustomer();
    engine.calls.length = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, async () => createdCustomerSchema.parse(await (await call(createCustomer, asked)).json())));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(engine.calls).toHaveLength(CALLS.length);
    expect(await counted(asked.body.slug)).toEqual(WHOLE);
  });

  it.each(FAULTS)("$what $when call $call, $name: names the step, and the retry finds nothing half-made", async ({ step, ...fault }) => {
    const asked = newCustomer();
    await engine.restart();
    engine.fail(fault);
    const failed = await call(createCustomer, asked);
    expect([failed.status, await failed.json()]).toMatchObject([502, { code: "engine_unreachable", detail: expect.stringContaining(step) }]);
    expect(await counted(asked.body.slug)).toMatchObject(NOTHING);
    await engine.restart();
    await engine.carriedOut();
    const retried = await call(createCustomer, asked);
    expect(retried.status).toBe(201);
    expect(await counted(asked.body.slug)).toEqual(WHOLE);
    expect(createdCustomerSchema.parse(await (await call(createCustomer, asked)).json())).toEqual(createdCustomerSchema.parse(await retried.json()));
    await deleteLeftovers(engineAdmin(), Date.now() + DAY_MS);
    expect(await counted(asked.body.slug)).toEqual(WHOLE);
  });
});
