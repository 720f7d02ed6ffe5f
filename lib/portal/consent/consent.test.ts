import { beforeEach, describe, expect, it, vi } from "vitest";

import { listAudit } from "@/lib/portal/audit/list-audit";
import { currentConsent, endConsent, giveConsent } from "@/lib/portal/consent/consent";
import { withOrganisation } from "@/lib/portal/database";
import { grantOperator } from "@/lib/portal/operators/grant-operator";
import { listMyOrganisations } from "@/lib/portal/organisations/my-organisations";
import { requireOrganisation, requireSignedIn, requireTenant } from "@/lib/portal/sessions/from-session";
import { newMember } from "@/lib/portal/testing/new-member";
import { newTenant, ownerScope, type TestTenant } from "@/lib/portal/testing/new-tenant";
import { requestCookie } from "@/lib/portal/testing/request-cookie";

vi.mock("next/headers.js", async () => ({ cookies: (await import("@/lib/portal/testing/request-cookie")).cookiesOfTest, headers: () => Promise.resolve(new Headers()) }));

const absent = { code: "not_found" };

/** The session of somebody of the operator's team, who is a member of a third organisation alone. */
async function support(): Promise<string> {
  const person = await newMember(await newTenant(), "reader");
  await grantOperator(person.email);
  return person.token;
}

describe("the operator's support", () => {
  let tenant: TestTenant;
  let token: string;
  beforeEach(async () => {
    tenant = await newTenant();
    token = await support();
    requestCookie.token = token;
  });
  const open = () => requireTenant(tenant.org, tenant.project, "documents.read");

  it("finds nothing without a consent, reads with one, and finds nothing again when it is ended", async () => {
    await expect(open()).rejects.toMatchObject(absent);
    const owner = await ownerScope(tenant);
    await giveConsent(owner, { hours: 8, reason: "A page that will not open" });
    expect(await open()).toMatchObject({ role: "reader", organisation: { id: tenant.customer.organisationId } });
    expect((await listMyOrganisations(await requireSignedIn())).map(({ slug }) => slug)).toContain(tenant.org);
    const held = await currentConsent(owner);
    expect(held).toMatchObject({ reason: "A page that will not open", givenBy: "Olga Owner", usedAt: expect.any(String) });
    await endConsent(owner, held?.id ?? "");
    await expect(open()).rejects.toMatchObject(absent);
    expect(await currentConsent(owner)).toBeNull();
  });

  it("may read as a reader and change nothing", async () => {
    await giveConsent(await ownerScope(tenant), { hours: 1, reason: "" });
    for (const permission of ["documents.write", "members.read", "members.write", "keys.write", "conversations.review", "data.leave"] as const)
      await expect(requireTenant(tenant.org, tenant.project, permission)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is gone when the time is over", async () => {
    const owner = await ownerScope(tenant);
    await giveConsent(owner, { hours: 1, reason: "" });
    const organisationId = owner.organisation.id;
    await withOrganisation(owner, (tx) => tx.supportConsent.updateMany({ where: { organisationId }, data: { endsAt: new Date(Date.now() - 1) } }));
    await expect(open()).rejects.toMatchObject(absent);
    await expect(requireOrganisation(tenant.org)).rejects.toMatchObject(absent);
  });

  it("is seen: every request stands in the customer's log, with the person's name", async () => {
    const owner = await ownerScope(tenant);
    await giveConsent(owner, { hours: 1, reason: "" });
    await open();
    await requireOrganisation(tenant.org);
    const rows = await listAudit(owner, { area: "consent", limit: 10 });
    expect(rows.map(({ action, actorKind, targetKind }) => [action, actorKind, targetKind])).toEqual([
      ["consent.used", "operator", "organisation"],
      ["consent.used", "operator", "project"],
      ["consent.given", "person", "consent"],
    ]);
  });

  it("comes in by one customer's consent to that customer alone, and nobody else comes in by it", async () => {
    const other = await newTenant();
    await giveConsent(await ownerScope(tenant), { hours: 1, reason: "" });
    await expect(requireTenant(other.org, other.project)).rejects.toMatchObject(absent);
    requestCookie.token = other.token;
    await expect(open()).rejects.toMatchObject(absent);
  });

  it("is let in once at a time, and cannot let itself in", async () => {
    const owner = await ownerScope(tenant);
    await giveConsent(owner, { hours: 1, reason: "" });
    await expect(giveConsent(owner, { hours: 1, reason: "" })).rejects.toMatchObject({ code: "conflict" });
    await expect(giveConsent(await open(), { hours: 168, reason: "" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
