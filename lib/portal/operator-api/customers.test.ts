import { describe, expect, it } from "vitest";
import type { z } from "zod";

import type { EngineAdmin } from "@/lib/engine/client";
import { withNewOrganisation } from "@/lib/portal/database";
import { engineAdmin } from "@/lib/portal/engine-door";
import { findInvitation } from "@/lib/portal/members/find-invitation";
import { invite } from "@/lib/portal/members/invite";
import type { Actor } from "@/lib/portal/audit/audit-event";
import { customerDeletionSchema, customerDetailSchema, customerListSchema } from "@/lib/portal/operator-api/customer";
import { deleteCustomer as end } from "@/lib/portal/operator-api/delete-customer";
import { changeCustomer } from "@/lib/portal/operator-api/http/change-customer";
import { deleteCustomer } from "@/lib/portal/operator-api/http/delete-customer";
import { getCustomer } from "@/lib/portal/operator-api/http/get-customer";
import { listCustomers } from "@/lib/portal/operator-api/http/list-customers";
import { resumeCustomer } from "@/lib/portal/operator-api/http/resume-customer";
import { suspendCustomer } from "@/lib/portal/operator-api/http/suspend-customer";
import { call, type OperatorCall } from "@/lib/portal/operator-api/testing/call";
import type { Route } from "@/lib/platform/http/route-contract";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { unreachable } from "@/lib/portal/testing/faulty-admin";
import { newEmail, newTenant, ownerScope, type TestTenant, tokenOf } from "@/lib/portal/testing/new-tenant";
import { openVault } from "@/lib/portal/vault";

const OPERATOR: Actor = { kind: "operator", id: null, name: "Operator API" };
const ABSENT = "org_absent";

async function answered<Schema extends z.ZodType>(schema: Schema, status: number, route: Route, given?: OperatorCall): Promise<z.output<Schema>> {
  const response = await call(route, given);
  expect(response.status).toBe(status);
  return schema.parse(await response.json());
}

const idOf = (tenant: TestTenant) => tenant.customer.organisationId;
const opened = ({ token, org, project }: TestTenant) => tenantBy(token, org, project);

/** What the operator API has written into a customer's log, oldest first. */
async function written(tenant: TestTenant): Promise<string[]> {
  const rows = await withNewOrganisation(idOf(tenant), { operator: true }, (tx) =>
    tx.auditEvent.findMany({ where: { organisationId: idOf(tenant), actorKind: "operator", actorName: "Operator API" }, orderBy: { sequence: "asc" } }),
  );
  return rows.map(({ action }) => action);
}

describe("reading customers", () => {
  it("lists each of them once, page by page", async () => {
    const made = [await newTenant(), await newTenant(), await newTenant()];
    const seen: string[] = [];
    let query: string | undefined = "?limit=2";
    while (query !== undefined) {
      const page: z.output<typeof customerListSchema> = await answered(customerListSchema, 200, listCustomers, { query });
      expect(page.data.length).toBeLessThanOrEqual(2);
      seen.push(...page.data.map(({ id }) => id));
      query = page.nextCursor === null ? undefined : `?limit=2&cursor=${page.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made.map(idOf)));
  });

  it.each(["cursor=nonsense", "limit=0", "limit=many"])("refuses ?%s", async (query) => {
    expect((await call(listCustomers, { query: `?${query}` })).status).toBe(422);
  });

  it("shows one with its totals, and neither its people nor its keys", async () => {
    const [tenant, other] = [await newTenant(), await newTenant()];
    const response = await call(getCustomer, { id: idOf(tenant) });
    const text = await response.text();
    expect(customerDetailSchema.parse(JSON.parse(text))).toMatchObject({
      id: idOf(tenant),
      slug: tenant.org,
      status: "active",
      projects: [{ slug: "production", totals: { state: "counted", documents: 0, chunks: 0, bytes: 0 } }],
    });
    for (const secret of [tenant.owner.email, "sk_", "prj_", idOf(other)]) expect(text).not.toContain(secret);
  });

  it.each([
    ["GET", getCustomer, undefined],
    ["PATCH", changeCustomer, { name: "Somebody" }],
    ["suspend", suspendCustomer, undefined],
    ["resume", resumeCustomer, undefined],
    ["DELETE", deleteCustomer, undefined],
  ] as const)("finds nothing where there is none (%s)", async (_, route, body) => {
    for (const id of [ABSENT, "nonsense", "prj_absent"]) expect((await call(route, { id, body })).status).toBe(404);
  });
});

describe("changing a customer", () => {
  it("gives it another name, and tells its log; another customer keeps its own", async () => {
    const [tenant, other] = [await newTenant(), await newTenant()];
    const renamed = await answered(customerDetailSchema, 200, changeCustomer, { id: idOf(tenant), body: { name: "Acme and Sons" } });
    expect(renamed).toMatchObject({ name: "Acme and Sons", slug: tenant.org });
    await answered(customerDetailSchema, 200, changeCustomer, { id: idOf(tenant), body: { name: "Acme and Sons" } });
    expect((await ownerScope(tenant)).organisation.name).toBe("Acme and Sons");
    expect((await ownerScope(other)).organisation.name).not.toBe("Acme and Sons");
    expect([await written(tenant), await written(other)]).toEqual([["customer.changed"], []]);
  });

  it.each([{}, { name: "" }, { name: "x".repeat(121) }, { name: 1 }])("names the field that does not fit (%j)", async (body) => {
    const answer = await call(changeCustomer, { id: idOf(await newTenant()), body });
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ path: "name" }] }]);
  });
});

describe("suspending a customer", () => {
  it("shuts it for its people at once, and resuming opens it again; another customer goes on", async () => {
    const [tenant, other] = [await newTenant(), await newTenant()];
    const { url } = await invite(await ownerScope(tenant), { email: newEmail(), role: "reader" });
    for (let again = 0; again < 2; again++) {
      expect(await answered(customerDetailSchema, 200, suspendCustomer, { id: idOf(tenant) })).toMatchObject({ status: "suspended" });
    }
    await expect(opened(tenant)).rejects.toMatchObject({ code: "not_found" });
    await expect(findInvitation(tokenOf(url))).rejects.toMatchObject({ code: "not_found" });
    expect((await (await openVault(await opened(other))).documents.list()).data).toEqual([]);
    expect(await answered(customerDetailSchema, 200, resumeCustomer, { id: idOf(tenant) })).toMatchObject({ status: "active" });
    expect((await (await openVault(await opened(tenant))).documents.list()).data).toEqual([]);
    expect([await written(tenant), await written(other)]).toEqual([["customer.suspended", "customer.resumed"], []]);
  });
});

describe("deleting a customer", () => {
  it("shuts it for good, and its keys are dead when the answer comes; another customer goes on", async () => {
    const [tenant, other] = [await newTenant(), await newTenant()];
    const client = await openVault(await opened(tenant));
    for (let again = 0; again < 2; again++) {
      const deletion = await answered(customerDeletionSchema, 202, deleteCustomer, { id: idOf(tenant) });
      expect(deletion).toMatchObject({ id: idOf(tenant), status: "deleting", projects: [{ name: "Production" }] });
    }
    await expect(client.documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    await expect(opened(tenant)).rejects.toMatchObject({ code: "not_found" });
    for (const route of [resumeCustomer, suspendCustomer]) expect((await call(route, { id: idOf(tenant) })).status).toBe(409);
    expect((await call(changeCustomer, { id: idOf(tenant), body: { name: "Again" } })).status).toBe(409);
    expect((await (await openVault(await opened(other))).documents.list()).data).toEqual([]);
    expect([await written(tenant), await written(other)]).toEqual([["customer.deletion-asked"], []]);
  });

  it("is shut although the engine does not answer, says what failed, and goes on at the next try", async () => {
    const tenant = await newTenant();
    const silent: EngineAdmin = { ...engineAdmin(), setProjectStatus: unreachable };
    await expect(end(idOf(tenant), OPERATOR, undefined, silent)).rejects.toMatchObject({ code: "engine_unreachable", message: expect.stringContaining("Send the same request again") });
    await expect(opened(tenant)).rejects.toMatchObject({ code: "not_found" });
    await answered(customerDeletionSchema, 202, deleteCustomer, { id: idOf(tenant) });
    expect(await written(tenant)).toEqual(["customer.deletion-asked"]);
  });
});
