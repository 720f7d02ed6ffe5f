import { notFound } from "next/navigation.js";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";

import { CitadelError } from "@/lib/platform/errors";
import { defineAction } from "@/lib/portal/actions/define-action";
import { defineOperatorAction } from "@/lib/portal/actions/define-operator-action";
import { defineOrganisationAction } from "@/lib/portal/actions/define-organisation-action";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest }));

const handled = vi.fn();
const act = defineAction({
  name: "test.act",
  permission: "documents.write",
  input: z.object({ count: z.int().min(1) }),
  handle: async (scope, { count }) => {
    handled();
    return Promise.resolve(`${scope.project.slug} ${count}`);
  },
});
const failing = (thrown: () => never) =>
  defineAction({ name: "test.fail", permission: "documents.read", input: z.null(), handle: () => Promise.resolve(thrown()) });

describe("defineAction", () => {
  beforeEach(() => {
    handled.mockClear();
    requestCookie.token = undefined;
  });

  it("hands the scope and the validated input to the work", async () => {
    const { token, org, project } = await newTenant();
    requestCookie.token = token;
    expect(await act({ org, project }, { count: 2 })).toEqual({ ok: true, value: "production 2" });
  });

  it("does nothing without a session, a membership, the permission or fitting input", async () => {
    const [tenant, other] = await Promise.all([newTenant(), newTenant()]);
    const target = { org: tenant.org, project: tenant.project };
    const member = await newMember(tenant, "member");
    expect(await act(target, { count: 1 })).toMatchObject({ ok: false, error: { code: "unauthorized" } });
    requestCookie.token = other.token;
    expect(await act(target, { count: 1 })).toEqual(await act({ org: "absent", project: "absent" }, { count: 1 }));
    expect(await act(target, { count: 1 })).toMatchObject({ ok: false, error: { code: "not_found" } });
    requestCookie.token = member.token;
    expect(await act(target, { count: 1 })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    requestCookie.token = tenant.token;
    expect(await act(target, { count: 0 })).toMatchObject({ ok: false, error: { code: "validation_failed", fields: { count: expect.any(String) } } });
    expect(handled).not.toHaveBeenCalled();
  });

  it("says nothing of what broke inside, and gives a request id for it", async () => {
    const { token, org, project } = await newTenant();
    requestCookie.token = token;
    const broken = await failing(() => {
      throw new Error("password=hunter2");
    })({ org, project }, null);
    expect(broken).toMatchObject({ ok: false, error: { code: "internal", requestId: expect.stringMatching(/^req_/) } });
    expect(JSON.stringify(broken)).not.toContain("hunter2");
    const known = await failing(() => {
      throw new CitadelError("conflict", "Not now. Try later.");
    })({ org, project }, null);
    expect(known).toEqual({ ok: false, error: { code: "conflict", message: "Not now. Try later." } });
  });

  it("lets Next's own signals pass", async () => {
    const { token, org, project } = await newTenant();
    requestCookie.token = token;
    await expect(failing(notFound)({ org, project }, null)).rejects.toMatchObject({ digest: expect.stringContaining("404") });
  });
});

describe("the other two", () => {
  it("ask for a membership with the permission, and for an operator", async () => {
    const tenant = await newTenant();
    const reader = await newMember(tenant, "reader");
    const organisation = defineOrganisationAction({
      name: "test.organisation",
      permission: "members.read",
      input: z.null(),
      handle: (scope) => Promise.resolve(scope.role),
    });
    const operator = defineOperatorAction({ name: "test.operator", input: z.null(), handle: () => Promise.resolve("desk") });
    requestCookie.token = tenant.token;
    expect(await organisation({ org: tenant.org }, null)).toEqual({ ok: true, value: "owner" });
    expect(await operator(null)).toMatchObject({ ok: false, error: { code: "not_found" } });
    requestCookie.token = reader.token;
    expect(await organisation({ org: tenant.org }, null)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });
});
