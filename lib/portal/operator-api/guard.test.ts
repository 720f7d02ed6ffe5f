import { describe, expect, it } from "vitest";

import { required } from "@/lib/platform/env";
import { engineAdmin } from "@/lib/portal/engine-door";
import { getOperatorOpenApi } from "@/lib/portal/operator-api/http/get-openapi";
import { listCustomers } from "@/lib/portal/operator-api/http/list-customers";
import { OPERATOR_ROUTES } from "@/lib/portal/operator-api/http/routes";
import { call } from "@/lib/portal/operator-api/testing/call";
import { newTenant } from "@/lib/portal/testing/new-tenant";

describe("the operator API's guard", () => {
  it.each(OPERATOR_ROUTES.map((route) => [`${route.contract.method} ${route.contract.path}`, route] as const))("stands before %s", async (_, route) => {
    const tenant = await newTenant();
    const { id: project } = await engineAdmin().createProject({ name: "another" });
    const { key } = await engineAdmin().issueKey(project);
    const wrong = ["nothing", "", `${required("OPERATOR_TOKEN")}x`, required("OPERATOR_TOKEN").slice(0, -1), tenant.token];
    for (const credential of wrong) {
      const answer = await call(route, { id: tenant.customer.organisationId, credential });
      expect([answer.status, await answer.json()]).toMatchObject([401, { code: "unauthorized" }]);
    }
    for (const credential of [key, required("MANAGEMENT_KEY")]) {
      const answer = await call(route, { id: tenant.customer.organisationId, credential });
      expect([answer.status, await answer.json()]).toMatchObject([403, { code: "wrong_credential" }]);
    }
  });

  it("takes the token from no other place", async () => {
    const token = required("OPERATOR_TOKEN");
    const request = new Request(`http://host/api/v1/customers?token=${token}`, { headers: { "x-oprag-key": token, cookie: `token=${token}` } });
    expect((await listCustomers.handle(request)).status).toBe(401);
  });

  it("counts its requests", async () => {
    expect((await call(listCustomers)).headers.get("ratelimit-remaining")).toMatch(/^\d+$/);
  });
});

describe("GET /api/v1/openapi.json", () => {
  it("names every route, its credential and the idempotency key, for whoever asks", async () => {
    const document = await (await getOperatorOpenApi.handle(new Request("http://host/api/v1/openapi.json"))).json();
    expect(Object.keys(document.paths)).toEqual([...new Set(OPERATOR_ROUTES.map(({ contract }) => contract.path))]);
    expect(document.paths["/api/v1/customers"].post).toMatchObject({
      security: [{ operatorToken: [] }],
      parameters: [{ name: "Idempotency-Key", in: "header", required: true }],
      requestBody: { content: { "application/json": { schema: { required: ["name", "adminEmail", "projects"] } } } },
    });
  });
});
