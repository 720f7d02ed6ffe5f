import { randomUUID } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { EngineAdmin } from "@/lib/engine/client";
import type { Project } from "@/lib/engine/contract";
import { withNewOrganisation, withOperator } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import type { NewCustomerInput, OnboardedCustomer } from "@/lib/portal/onboarding/new-customer";
import { onboardCustomer } from "@/lib/portal/onboarding/onboard-customer";
import { type Fault, faultyAdmin, unreachable } from "@/lib/portal/testing/faulty-admin";
import { newEmail } from "@/lib/portal/testing/new-tenant";

function request(): NewCustomerInput & { slug: string } {
  const slug = `c-${randomUUID()}`;
  return {
    idempotencyKey: randomUUID(),
    name: "Acme",
    slug,
    adminEmail: newEmail(),
    projects: [{ environment: "production" }, { environment: "staging", productLine: "HR" }],
  };
}

/** The live engine projects that were made for a customer. */
async function engineProjectsOf(slug: string): Promise<Project[]> {
  const found: Project[] = [];
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await engineAdmin().listProjects({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...data.filter(({ name, status }) => name.startsWith(`${slug}/`) && status === "active"));
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

const organisationsOf = (slug: string) =>
  withOperator(
    (tx) => tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT organisation_id AS id FROM portal.list_customers() WHERE organisation_slug = ${slug}`,
  );

/** Everything a customer consists of stands there once. */
async function expectWhole(customer: OnboardedCustomer): Promise<void> {
  const { organisationId, slug } = customer;
  expect(await organisationsOf(slug)).toEqual([{ id: organisationId }]);
  const rows = await withNewOrganisation(organisationId, { operator: true }, async (tx) => ({
    projects: await tx.project.findMany({ orderBy: { environment: "asc" } }),
    invitations: await tx.invitation.count(),
  }));
  expect(rows.invitations).toBe(1);
  expect(rows.projects.map(({ slug: name, environment }) => [name, environment])).toEqual([
    ["production", "production"],
    ["hr-staging", "staging"],
  ]);
  const inEngine = await engineProjectsOf(slug);
  expect(inEngine.map(({ id }) => id).sort()).toEqual(rows.projects.map(({ engineProjectId }) => engineProjectId).sort());
  for (const { engineProjectId, engineKeyId } of rows.projects) {
    const { data } = await engineAdmin().listKeys(engineProjectId);
    expect(data.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id)).toEqual([engineKeyId]);
  }
}

describe("onboardCustomer", () => {
  it("makes organisation, projects, keys and invitation in one step", async () => {
    const asked = request();
    const customer = await onboardCustomer(asked);
    expect(customer).toMatchObject({ slug: asked.slug, projects: [{ name: "Production" }, { name: "HR · staging", productLine: "HR" }] });
    expect(customer.invitationUrl).toMatch(/\/invite\/[\w-]{43}$/);
    await expectWhole(customer);
  });

  it("gives the same customer and link to the same request, also twenty at once", async () => {
    const asked = request();
    const all = await Promise.all(Array.from({ length: 20 }, () => onboardCustomer({ ...asked })));
    const [first] = all;
    for (const customer of all) expect(customer).toEqual(first);
    expect(await onboardCustomer(asked)).toEqual(first);
    if (first !== undefined) await expectWhole(first);
  });

  it("refuses a key that was used for something else", async () => {
    const asked = request();
    await onboardCustomer(asked);
    await expect(onboardCustomer({ ...asked, name: "Other" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses a slug that is taken, and finds another one where it chooses", async () => {
    const asked = request();
    await onboardCustomer(asked);
    await expect(onboardCustomer({ ...request(), slug: asked.slug })).rejects.toMatchObject({ code: "conflict", errors: [{ path: "slug" }] });
    const name = `Same ${randomUUID()}`;
    const same = () => onboardCustomer({ idempotencyKey: randomUUID(), name, adminEmail: newEmail(), projects: [{ environment: "production" }] });
    const slugs = (await Promise.all([same(), same(), same()])).map(({ slug }) => slug).sort();
    const [base] = slugs;
    expect(slugs).toEqual([base, `${base}-2`, `${base}-3`]);
  });

  it.each<Partial<NewCustomerInput>>([
    { projects: [] },
    { projects: [{ environment: "staging" }, { environment: "staging" }] },
    { name: " " },
    { slug: "Has Spaces" },
    { adminEmail: "nobody" },
    { idempotencyKey: "short" },
  ])("refuses %j", async (wrong) => {
    await expect(onboardCustomer({ ...request(), ...wrong })).rejects.toMatchObject({ code: "validation_failed" });
  });
});

describe("onboardCustomer, when the engine fails", () => {
  const steps: Omit<Fault, "when">[] = [
    { method: "createProject", call: 1 },
    { method: "createProject", call: 2 },
    { method: "listKeys", call: 2 },
    { method: "issueKey", call: 1 },
    { method: "issueKey", call: 2 },
  ];
  const faults: Fault[] = steps.flatMap((step) => [
    { ...step, when: "before" },
    { ...step, when: "after" },
  ]);

  it.each(faults)("leaves nothing behind and goes on at the next try ($when call $call of $method)", async (fault) => {
    const asked = request();
    const failed = onboardCustomer(asked, faultyAdmin(engineAdmin(), fault));
    await expect(failed).rejects.toMatchObject({
      code: "engine_unreachable",
      message: expect.stringMatching(/not created: (making|issuing the key of) the project “/),
    });
    expect(await organisationsOf(asked.slug)).toEqual([]);
    expect(await engineProjectsOf(asked.slug)).toEqual([]);
    await expectWhole(await onboardCustomer(asked));
  });

  it.each(faults)("takes over what could not be cleaned up ($when call $call of $method)", async (fault) => {
    const asked = request();
    const gone: EngineAdmin = { ...faultyAdmin(engineAdmin(), fault), deleteProject: unreachable };
    await expect(onboardCustomer(asked, gone)).rejects.toMatchObject({ code: "engine_unreachable" });
    expect(await organisationsOf(asked.slug)).toEqual([]);
    await expectWhole(await onboardCustomer(asked));
  });

  it("keeps the slug for the request that has to be tried again", async () => {
    const asked = request();
    const gone: EngineAdmin = { ...engineAdmin(), createProject: unreachable, listProjects: unreachable };
    await expect(onboardCustomer(asked, gone)).rejects.toMatchObject({ code: "engine_unreachable" });
    await expect(onboardCustomer({ ...request(), slug: asked.slug })).rejects.toMatchObject({ code: "conflict" });
    expect((await onboardCustomer(asked)).slug).toBe(asked.slug);
  });

  it("releases within an hour what nobody tries again: nothing is left in the engine, and the address is free", async () => {
    const asked = request();
    const gone: EngineAdmin = { ...faultyAdmin(engineAdmin(), { method: "issueKey", call: 1, when: "after" }), deleteProject: unreachable };
    await expect(onboardCustomer(asked, gone)).rejects.toMatchObject({ code: "engine_unreachable" });
    expect(await engineProjectsOf(asked.slug)).toHaveLength(1);
    const claimed = (ago: number) => withOperator((tx) => tx.onboarding.updateMany({ where: { slug: asked.slug }, data: { createdAt: new Date(Date.now() - ago) } }));
    await claimed(59 * 60_000);
    await expect(onboardCustomer({ ...request(), slug: asked.slug })).rejects.toMatchObject({ code: "conflict" });
    await claimed(61 * 60_000);
    await expectWhole(await onboardCustomer({ ...request(), slug: asked.slug }));
  });
});
