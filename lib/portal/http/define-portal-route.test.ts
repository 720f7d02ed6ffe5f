import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { appUrl } from "@/lib/platform/env";
import { definePortalRoute } from "@/lib/portal/http/define-portal-route";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));

const route = definePortalRoute({
  method: "POST",
  path: "/t/{org}/{project}/things/{id}",
  summary: "For this test",
  permission: "documents.write",
  params: z.object({ id: z.string().regex(/^\d+$/) }),
  body: z.object({ count: z.int() }),
  responses: { 200: { description: "Done.", schema: z.object({ project: z.string(), id: z.string(), count: z.int() }) } },
  async handle(scope, { params, body }) {
    return { status: 200, body: { project: scope.project.slug, ...params, ...body } };
  },
});

function send({ org, project }: Pick<TestTenant, "org" | "project">, options: { id?: string; body?: string; headers?: Record<string, string> } = {}) {
  const { id = "7", body = JSON.stringify({ count: 1 }), headers = { "sec-fetch-site": "same-origin" } } = options;
  return route.handle(new Request(`${appUrl()}/t/${org}/${project}/things/${id}`, { method: "POST", body, headers }));
}

/** A problem without its request id. */
async function problemOf(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  return typeof body === "object" ? { ...body, requestId: undefined } : body;
}

describe("definePortalRoute", () => {
  beforeEach(() => {
    requestCookie.token = undefined;
  });

  it("hands the scope and what it has read to the handler", async () => {
    const tenant = await newTenant();
    requestCookie.token = tenant.token;
    const response = await send(tenant);
    expect([response.status, await response.json()]).toEqual([200, { project: "production", id: "7", count: 1 }]);
    expect(response.headers.get("x-request-id")).toMatch(/^req_/);
  });

  it("answers foreign and absent with the same problem", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    requestCookie.token = own.token;
    const answers = await Promise.all([
      send(other),
      send({ org: "absent", project: "absent" }),
      send({ org: own.org, project: "absent" }),
      send(own, { id: "no-id" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const [first, ...others] = await Promise.all(answers.map(problemOf));
    for (const problem of others) expect(problem).toEqual(first);
  });

  it("asks for the origin, then the session, then the permission, then the body", async () => {
    const tenant = await newTenant();
    const reader = await newMember(tenant, "reader");
    expect((await send(tenant, { headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await send(tenant, { body: "{" })).status).toBe(401);
    requestCookie.token = reader.token;
    expect((await send(tenant, { body: "{" })).status).toBe(403);
    requestCookie.token = tenant.token;
    expect((await send(tenant, { body: "{" })).status).toBe(400);
    expect((await send(tenant, { body: "{}" })).status).toBe(422);
    expect((await send(tenant, { body: JSON.stringify({ count: "x".repeat(300_000) }) })).status).toBe(413);
    requestCookie.token = tenant.token;
    expect((await send(tenant, { headers: { origin: "https://evil.example" } })).status).toBe(403);
  });
});
