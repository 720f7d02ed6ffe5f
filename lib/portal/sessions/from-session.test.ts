import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";

import { newId } from "@/lib/platform/ids";
import { withOrganisation, withPerson } from "@/lib/portal/database";
import { removeMember } from "@/lib/portal/members/remove-member";
import { OrganisationScope, TenantScope } from "@/lib/portal/scope";
import { organisationBy, signedInBy, tenantBy } from "@/lib/portal/sessions/from-session";
import { openSession } from "@/lib/portal/sessions/open-session";
import { revokeSession } from "@/lib/portal/sessions/revoke-session";
import { sessionToken } from "@/lib/portal/sessions/session-token";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

const absent = expect.objectContaining({ code: "not_found" });

describe("signedInBy", () => {
  it("knows the person of a live session", async () => {
    const { token, owner } = await newTenant();
    expect(await signedInBy(token)).toMatchObject({ personId: owner.personId, email: owner.email, operator: false });
  });

  it("knows nobody by a session that was revoked or has expired, though its token is good", async () => {
    const { owner } = await newTenant();
    const [revoked, expired, live] = await Promise.all([openSession(owner.personId), openSession(owner.personId), openSession(owner.personId)]);
    await revokeSession(revoked);
    await withPerson(owner.personId, (tx) => tx.session.update({ where: { id: expired }, data: { expiresAt: new Date(Date.now() - 1000) } }));
    expect(await signedInBy(await sessionToken(revoked))).toBeNull();
    expect(await signedInBy(await sessionToken(expired))).toBeNull();
    expect(await signedInBy(await sessionToken(live))).not.toBeNull();
  });

  it("knows nobody by a token that is not ours", async () => {
    const { owner, token } = await newTenant();
    const sessionId = await openSession(owner.personId);
    const forged = await encode({ token: { sid: sessionId }, secret: "another secret" });
    const other = await encode({ token: { sub: owner.personId }, secret: "another secret" });
    for (const bad of [undefined, "", sessionId, forged, other, `${token}x`, token.slice(0, -4)]) expect(await signedInBy(bad)).toBeNull();
    expect(await signedInBy(await sessionToken(newId("sgn")))).toBeNull();
  });
});

describe("tenantBy", () => {
  it("selects among the session's memberships", async () => {
    const tenant = await newTenant();
    const scope = await ownerScope(tenant);
    expect(scope).toMatchObject({
      role: "owner",
      organisation: { id: tenant.customer.organisationId },
      project: { slug: "production", askingEnabled: false },
    });
  });

  it("answers foreign, absent and suspended the same way", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const answers = await Promise.allSettled([
      tenantBy(own.token, other.org, other.project),
      tenantBy(own.token, "no-such-organisation", "production"),
      tenantBy(own.token, own.org, "no-such-project"),
      organisationBy(own.token, other.org),
    ]);
    for (const answer of answers) expect(answer).toEqual({ status: "rejected", reason: absent });
    expect(new Set(answers.map((answer) => answer.status === "rejected" && String(answer.reason))).size).toBe(1);
  });

  it("finds nothing of a suspended organisation", async () => {
    const tenant = await newTenant();
    const { organisationId } = tenant.customer;
    await withOrganisation(await ownerScope(tenant), (tx) =>
      tx.organisation.updateMany({ where: { id: organisationId }, data: { status: "suspended" } }),
    );
    await expect(ownerScope(tenant)).rejects.toEqual(absent);
  });

  it("asks for a session first", async () => {
    const { org, project } = await newTenant();
    await expect(tenantBy(undefined, org, project)).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("finds nothing from the moment a membership ends, in a session that goes on", async () => {
    const tenant = await newTenant();
    const member = await newMember(tenant, "member");
    const scope = await organisationBy(member.token, tenant.org);
    const membership = await withPerson(member.personId, (tx) =>
      tx.membership.findFirstOrThrow({ where: { personId: member.personId, organisationId: scope.organisation.id } }),
    );
    await removeMember(await ownerScope(tenant), membership.id);
    await expect(tenantBy(member.token, tenant.org, tenant.project)).rejects.toEqual(absent);
    expect(await signedInBy(member.token)).not.toBeNull();
  });
});

describe("a scope", () => {
  it("cannot be constructed", () => {
    for (const Scope of [OrganisationScope, TenantScope]) expect(() => Reflect.construct(Scope, [Symbol("portal scope"), {}, {}])).toThrow(TypeError);
    expect(() => Reflect.apply(OrganisationScope.mint, OrganisationScope, [Symbol("portal scope"), {}])).toThrow(TypeError);
    expect(() => Reflect.apply(TenantScope.mintTenant, TenantScope, [Symbol("portal scope"), {}, {}])).toThrow(TypeError);
  });

  it("grants what the role grants", async () => {
    const tenant = await newTenant();
    const reader = await newMember(tenant, "reader");
    const scope = await tenantBy(reader.token, tenant.org, tenant.project);
    expect([scope.may("chat.ask"), scope.may("chat.try"), scope.may("golden.read"), scope.may("documents.write")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
