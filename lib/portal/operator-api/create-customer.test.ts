import { randomUUID } from "node:crypto";

import { afterEach, describe, expect, it, vi } from "vitest";

import type { EngineAdmin } from "@/lib/engine/client";
import { listAudit } from "@/lib/portal/audit/list-audit";
import { engineAdmin } from "@/lib/portal/engine-door";
import { acceptInvitation } from "@/lib/portal/members/accept-invitation";
import { createdCustomerSchema } from "@/lib/portal/operator-api/customer";
import { customerOf } from "@/lib/portal/operator-api/customer-rows";
import { createCustomer } from "@/lib/portal/operator-api/http/create-customer";
import { call } from "@/lib/portal/operator-api/testing/call";
import { tenantBy } from "@/lib/portal/sessions/from-session";
import { faultyAdmin } from "@/lib/portal/testing/faulty-admin";
import { newEmail, PASSWORD, signInAs, tokenOf } from "@/lib/portal/testing/new-tenant";

vi.mock("@/lib/portal/engine-door", async (original) => {
  const door = await original<object & { engineAdmin: () => EngineAdmin }>();
  return { ...door, engineAdmin: vi.fn(door.engineAdmin) };
});
afterEach(() => vi.mocked(engineAdmin).mockClear());

function newCustomer() {
  return {
    idempotencyKey: randomUUID(),
    body: { name: "Acme", slug: `c-${randomUUID()}`, adminEmail: newEmail(), projects: [{ environment: "production" }, { environment: "staging", productLine: "HR" }] },
  };
}

const created = async (response: Promise<Response>) => {
  const answer = await response;
  expect(answer.status).toBe(201);
  return createdCustomerSchema.parse(await answer.json());
};

describe("POST /api/v1/customers", () => {
  it("makes a customer whose admin gets in by the link, and no key is told", async () => {
    const asked = newCustomer();
    const answer = await call(createCustomer, asked);
    const text = await answer.clone().text();
    const customer = await created(Promise.resolve(answer));
    expect(customer).toMatchObject({ slug: asked.body.slug, projects: [{ slug: "production" }, { slug: "hr-staging", productLine: "HR" }] });
    expect(text).not.toMatch(/sk_(live|test)_/);
    const owner = await acceptInvitation(tokenOf(customer.invitationUrl), { name: "Ada Admin", password: PASSWORD });
    const scope = await tenantBy(await signInAs(owner.personId), customer.slug, "production");
    expect((await listAudit(scope, { limit: 50, area: "customer" })).map(({ action, actorKind, actorName }) => [action, actorKind, actorName])).toEqual([
      ["customer.created", "operator", "Operator API"],
    ]);
  });

  it("makes one customer of twenty equal requests at once, and another of another key", async () => {
    const asked = newCustomer();
    const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => created(call(createCustomer, asked))));
    for (const other of others) expect(other).toEqual(first);
    const second = await created(call(createCustomer, { ...newCustomer(), body: { ...asked.body, slug: `c-${randomUUID()}` } }));
    expect(second.id).not.toBe(first?.id);
  });

  it("refuses a key that was used for something else, and an address that is taken", async () => {
    const asked = newCustomer();
    await created(call(createCustomer, asked));
    const other = await call(createCustomer, { ...asked, body: { ...asked.body, name: "Other" } });
    expect(other.status).toBe(409);
    const taken = await call(createCustomer, { ...newCustomer(), body: asked.body });
    expect([taken.status, await taken.json()]).toMatchObject([409, { errors: [{ path: "slug" }] }]);
  });

  it("leaves nothing behind when the engine fails half-way, names the step, and goes on at the next try", async () => {
    const asked = newCustomer();
    vi.mocked(engineAdmin).mockReturnValueOnce(faultyAdmin(engineAdmin(), { method: "issueKey", call: 2, when: "after" }));
    const failed = await call(createCustomer, asked);
    expect([failed.status, await failed.json()]).toMatchObject([502, { detail: expect.stringMatching(/issuing the key of the project “HR · staging” failed/) }]);
    const { data } = await engineAdmin().listProjects({ limit: 200 });
    expect(data.filter(({ name, status }) => name.startsWith(asked.body.slug) && status === "active")).toEqual([]);
    const customer = await created(call(createCustomer, asked));
    expect(await customerOf(customer.id)).toMatchObject({ status: "active", projects: [{}, {}] });
  });

  it.each([
    ["Idempotency-Key", { idempotencyKey: "" }],
    ["Idempotency-Key", { idempotencyKey: "short" }],
    ["name", { body: { name: " " } }],
    ["slug", { body: { slug: "Has Spaces" } }],
    ["adminEmail", { body: { adminEmail: "nobody" } }],
    ["projects", { body: { projects: [] } }],
    ["projects.0.environment", { body: { projects: [{ environment: "moon" }] } }],
  ])("names %s when it does not fit (%j)", async (path, wrong: { idempotencyKey?: string; body?: object }) => {
    const asked = newCustomer();
    const answer = await call(createCustomer, { ...asked, ...wrong, body: { ...asked.body, ...wrong.body } });
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: "validation_failed", errors: [{ path }] }]);
  });
});
