import { beforeAll, describe, expect, it, vi } from "vitest";

/**
 * The portal's own filters, alone: here it logs in as the owner of the database, whom row-level security does not bind. What
 * row-level security does without the filters stands in isolation.test.ts.
 */
async function portalWithoutRowLevelSecurity() {
  const { env } = await import("@/lib/platform/env");
  vi.stubEnv("PORTAL_DATABASE_URL", env().DATABASE_URL);
  vi.resetModules();
  return {
    database: await import("@/lib/portal/database"),
    tenants: await import("@/lib/portal/testing/new-tenant"),
    members: await import("@/lib/portal/members/list-members"),
    invite: (await import("@/lib/portal/members/invite")).invite,
    revokeInvitation: (await import("@/lib/portal/members/revoke-invitation")).revokeInvitation,
    removeMember: (await import("@/lib/portal/members/remove-member")).removeMember,
    listProjects: (await import("@/lib/portal/organisations/list-projects")).listProjects,
    save: (await import("@/lib/portal/golden/save-golden-question")).saveGoldenQuestion,
    list: (await import("@/lib/portal/golden/list-golden-questions")).listGoldenQuestions,
    run: (await import("@/lib/portal/golden/run-golden-question")).runGoldenQuestion,
    remove: (await import("@/lib/portal/golden/delete-golden-question")).deleteGoldenQuestion,
    switchOn: (await import("@/lib/portal/testing/switched-on")).switchOn,
    setAsking: (await import("@/lib/portal/asking/set-asking")).setAsking,
    askingState: (await import("@/lib/portal/asking/asking-state")).askingState,
  };
}

describe("the portal's filters, without row-level security", () => {
  let portal: Awaited<ReturnType<typeof portalWithoutRowLevelSecurity>>;

  beforeAll(async () => {
    portal = await portalWithoutRowLevelSecurity();
  });

  async function twoTenants() {
    const [own, other] = await Promise.all([portal.tenants.newTenant(), portal.tenants.newTenant()]);
    const [scope, foreign] = await Promise.all([portal.tenants.ownerScope(own), portal.tenants.ownerScope(other)]);
    return { own, other, scope, foreign };
  }

  const absent = expect.objectContaining({ code: "not_found" });

  it("are really alone: the login sees every organisation", async () => {
    const { scope } = await twoTenants();
    expect(await portal.database.withOrganisation(scope, (tx) => tx.organisation.count())).toBeGreaterThan(1);
  });

  it("list an organisation's own members, invitations, projects and questions", async () => {
    const { own, scope, foreign } = await twoTenants();
    const invitation = await portal.invite(foreign, { email: portal.tenants.newEmail(), role: "member" });
    await portal.save(foreign, { question: "Secret?", expectsRefusal: true });
    expect((await portal.members.listMembers(scope)).map(({ email }) => email)).toEqual([own.owner.email]);
    expect((await portal.members.listInvitations(scope)).map(({ id }) => id)).not.toContain(invitation.id);
    expect((await portal.listProjects(scope)).map(({ id }) => id)).toEqual([scope.project.id]);
    expect(await portal.list(scope)).toEqual([]);
    expect((await portal.askingState(scope)).gate.questions).toBe(0);
  });

  it("change nothing of another organisation by its ids", async () => {
    const { scope, foreign } = await twoTenants();
    const question = await portal.save(foreign, { question: "Secret?", expectsRefusal: true });
    const invitation = await portal.invite(foreign, { email: portal.tenants.newEmail(), role: "member" });
    const [member] = await portal.members.listMembers(foreign);
    const calls = [
      portal.run(scope, question.id),
      portal.remove(scope, question.id),
      portal.revokeInvitation(scope, invitation.id),
      portal.removeMember(scope, member?.id ?? ""),
    ];
    for (const call of await Promise.allSettled(calls)) expect(call).toEqual({ status: "rejected", reason: absent });
    expect(await portal.list(foreign)).toHaveLength(1);
    expect(await portal.members.listInvitations(foreign)).toHaveLength(1);
    expect(await portal.members.listMembers(foreign)).toHaveLength(1);
  });

  it("switch one organisation's asking off and no other's", async () => {
    const { scope, foreign } = await twoTenants();
    await portal.switchOn(foreign);
    await portal.setAsking(scope, false);
    expect((await portal.askingState(foreign)).enabled).toBe(true);
  });
});
