import { describe, expect, it } from "vitest";

import { lookUp, withNobody, withOrganisation, withPerson } from "@/lib/portal/database";
import { saveGoldenQuestion } from "@/lib/portal/golden/save-golden-question";
import { newTenant, ownerScope } from "@/lib/portal/testing/new-tenant";

interface TableRow {
  name: string;
  forced: boolean;
  policies: number;
  owner: string;
}

/** What the portal's login can see of the catalogue of a schema. */
const tablesOf = (schema: string) =>
  lookUp(
    (tx) => tx.$queryRaw<TableRow[]>`
      SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner,
             (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND p.polroles @> ARRAY['citadel_portal'::regrole::oid]) AS policies
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ${schema} AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
  );

describe("the portal's schema", () => {
  it("forces row-level security, with a policy, on every table", async () => {
    const tables = await tablesOf("portal");
    expect(tables.length).toBeGreaterThan(10);
    for (const table of tables) expect(table).toMatchObject({ forced: true, policies: expect.toSatisfy((count: number) => count > 0) });
  });

  it("opens a row by its organisation or person alone, but for the tables that belong to no tenant", async () => {
    const rows = await lookUp(
      (tx) => tx.$queryRaw<{ name: string; opens: string }[]>`
        SELECT tablename AS name, coalesce(qual, with_check) AS opens FROM pg_policies WHERE schemaname = 'portal' AND 'citadel_portal' = ANY (roles)`,
    );
    const free = rows.filter(({ opens }) => !/current_organisation\(\)|current_person\(\)/.test(opens)).map(({ name }) => name);
    // Of the audit log it is the operator's own chain, which belongs to no tenant and stands under a name of its own.
    expect(free.sort()).toEqual(["audit_event", "known_address", "onboarding", "proof", "proof", "security_page", "security_page", "sign_in_attempt"]);
  });

  it("belongs to others than the login, which cannot bypass anything", async () => {
    const [login] = await lookUp(
      (tx) =>
        tx.$queryRaw<
          { name: string; bypass: boolean }[]
        >`SELECT rolname AS name, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS bypass FROM pg_roles WHERE rolname = current_user`,
    );
    expect(login).toEqual({ name: "citadel_portal", bypass: false });
    expect((await tablesOf("portal")).filter(({ owner }) => owner === "citadel_portal")).toEqual([]);
    const roles = await lookUp(
      (tx) =>
        tx.$queryRaw<
          { member: boolean }[]
        >`SELECT pg_has_role(current_user, oid, 'MEMBER') AS member FROM pg_roles WHERE rolname IN ('citadel_engine', 'citadel_portal_lookup', 'citadel_engine_lookup')`,
    );
    expect(roles.map(({ member }) => member)).toEqual([false, false, false]);
  });

  it.each(["engine", "queue"])("is all the login sees: nothing of the schema %s", async (schema) => {
    const [right] = await lookUp(
      (tx) => tx.$queryRaw<{ usable: boolean }[]>`SELECT has_schema_privilege(oid, 'USAGE') AS usable FROM pg_namespace WHERE nspname = ${schema}`,
    );
    expect(right).toEqual({ usable: false });
    expect((await tablesOf(schema)).length).toBeGreaterThan(0);
    const [readable] = await lookUp(
      (tx) => tx.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ${schema} AND c.relkind IN ('r', 'p', 'v', 'm') AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(readable).toEqual({ count: 0 });
  });

  it("has look-ups with a fixed search path that only the login may call", async () => {
    const functions = await lookUp(
      (tx) => tx.$queryRaw<{ name: string; path: boolean; open: boolean; owner: string }[]>`
        SELECT p.proname AS name, p.proconfig @> ARRAY['search_path=pg_catalog, portal'] AS path, pg_get_userbyid(p.proowner) AS owner,
               EXISTS (SELECT 1 FROM aclexplode(p.proacl) acl WHERE acl.grantee = 0) AS open
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'portal' AND p.prosecdef`,
    );
    expect(functions.map(({ name }) => name).sort()).toEqual([
      "claim_job",
      "enter_by_session",
      "erase_audit",
      "find_invitation",
      "find_membership",
      "find_person",
      "find_session",
      "list_asking",
      "list_customers",
      "list_deletions",
      "list_memberships",
      "list_quotas",
      "list_usage",
      "list_usage_people",
      "ring_connector",
      "stop_asking",
      "take_requests",
    ]);
    for (const found of functions) expect(found).toMatchObject({ path: true, open: false, owner: "citadel_portal_lookup" });
  });
});

describe("row-level security, when the filter is forgotten", () => {
  it("shows an organisation its own rows and none else", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const scope = await ownerScope(own);
    for (const tenant of [own, other]) await saveGoldenQuestion(await ownerScope(tenant), { question: "How many days?", expectedPhrases: ["15"] });
    const seen = await withOrganisation(scope, async (tx) => ({
      organisations: (await tx.organisation.findMany()).map(({ id }) => id),
      projects: (await tx.project.findMany()).map(({ organisationId }) => organisationId),
      questions: (await tx.goldenQuestion.findMany()).map(({ organisationId }) => organisationId),
      invitations: (await tx.invitation.findMany()).map(({ organisationId }) => organisationId),
      memberships: (await tx.membership.findMany()).map(({ organisationId }) => organisationId),
      people: (await tx.person.findMany()).map(({ id }) => id),
    }));
    const id = own.customer.organisationId;
    expect(seen).toEqual({
      organisations: [id],
      projects: [id],
      questions: [id],
      invitations: [id],
      memberships: [id],
      people: [own.owner.personId],
    });
  });

  it("lets an organisation change no other's rows, and put none among them", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const scope = await ownerScope(own);
    const organisationId = other.customer.organisationId;
    expect(await withOrganisation(scope, (tx) => tx.project.updateMany({ where: { organisationId }, data: { name: "Taken" } }))).toEqual({
      count: 0,
    });
    expect(await withOrganisation(scope, (tx) => tx.project.deleteMany({ where: { organisationId } }))).toEqual({ count: 0 });
    await expect(
      withOrganisation(scope, (tx) =>
        tx.membership.createMany({ data: { organisationId, id: "mem_x", personId: own.owner.personId, role: "owner" } }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("shows a person themselves and their own sessions, and nobody nothing", async () => {
    const [own, other] = await Promise.all([newTenant(), newTenant()]);
    const sessions = await withPerson(own.owner.personId, (tx) => tx.session.findMany());
    expect(new Set(sessions.map(({ personId }) => personId))).toEqual(new Set([own.owner.personId]));
    expect(
      await withPerson(own.owner.personId, (tx) => tx.person.updateMany({ where: { id: other.owner.personId }, data: { name: "Taken" } })),
    ).toEqual({ count: 0 });
    const counts = await withNobody(async (tx) => [
      await tx.person.count(),
      await tx.session.count(),
      await tx.organisation.count(),
      await tx.membership.count(),
      await tx.project.count(),
      await tx.onboarding.count(),
    ]);
    expect(counts).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("lists customers for the operator's desk only", async () => {
    const { token, org, project } = await newTenant();
    const scope = await ownerScope({ ...(await newTenant()), token, org, project });
    expect(await withOrganisation(scope, (tx) => tx.$queryRaw`SELECT * FROM portal.list_customers()`)).toEqual([]);
  });
});
