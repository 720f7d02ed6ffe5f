import { describe, expect, it } from "vitest";

import type { EngineAdmin } from "@/lib/engine/client";
import { engineAdmin } from "@/lib/portal/engine-door";
import { grantOperator } from "@/lib/portal/operators/grant-operator";
import { type Customer, listCustomers } from "@/lib/portal/operators/list-customers";
import { reIndexing } from "@/lib/portal/operators/re-indexing";
import { signedInBy, tenantBy } from "@/lib/portal/sessions/from-session";
import { unreachable } from "@/lib/portal/testing/faulty-admin";
import { newEmail, newTenant, type TestTenant } from "@/lib/portal/testing/new-tenant";

async function operatorOf(tenant: TestTenant) {
  await grantOperator(tenant.owner.email);
  const person = await signedInBy(tenant.token);
  if (person === null) throw new Error("The operator is signed in.");
  return person;
}

const find = (customers: Customer[], tenant: TestTenant) => customers.find(({ id }) => id === tenant.customer.organisationId);

describe("the operator's desk", () => {
  it("lists every customer with its projects' totals", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const customers = await listCustomers(await operatorOf(own));
    for (const tenant of [own, other]) {
      expect(find(customers, tenant)).toMatchObject({
        slug: tenant.org,
        status: "active",
        projects: [{ slug: "production", totals: { state: "counted", documents: 0, chunks: 0, bytes: 0 } }],
      });
    }
  });

  it("tells an engine that does not answer, and a project that is gone, from an empty one", async () => {
    const [own, gone] = await Promise.all([newTenant(), newTenant()]);
    const operator = await operatorOf(own);
    const silent: EngineAdmin = { ...engineAdmin(), getProject: unreachable };
    expect(find(await listCustomers(operator, silent), own)?.projects).toMatchObject([{ totals: { state: "unreachable" } }]);
    const absent: EngineAdmin = { ...engineAdmin(), getProject: () => engineAdmin().getProject("prj_absent") };
    expect(find(await listCustomers(operator, absent), gone)?.projects).toMatchObject([{ totals: { state: "absent" } }]);
  });

  it("shows how far a re-index is, and nothing when there is none or the engine does not say", async () => {
    const operator = await operatorOf(await newTenant());
    const doing = (projectsLeft: number): EngineAdmin => ({ ...engineAdmin(), indexing: async () => ({ model: "large", dimensions: 1_024, projects: 40, projectsLeft, chunks: 900, chunksDone: 555 }) });
    expect(await reIndexing(operator, doing(37))).toEqual({ model: "large", projects: 40, projectsDone: 3, percent: 61 });
    expect(await reIndexing(operator, doing(0))).toBeUndefined();
    expect(await reIndexing(operator, { ...engineAdmin(), indexing: unreachable })).toBeUndefined();
  });

  it("is not there for anyone else", async () => {
    const tenant = await newTenant();
    const person = await signedInBy(tenant.token);
    if (person === null) throw new Error("The owner is signed in.");
    await expect(listCustomers(person)).rejects.toMatchObject({ code: "not_found" });
    await expect(reIndexing(person)).rejects.toMatchObject({ code: "not_found" });
    await expect(grantOperator(newEmail())).rejects.toMatchObject({ code: "not_found" });
  });

  it("opens no customer's portal", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    await operatorOf(own);
    await expect(tenantBy(own.token, other.org, other.project)).rejects.toMatchObject({ code: "not_found" });
  });
});
