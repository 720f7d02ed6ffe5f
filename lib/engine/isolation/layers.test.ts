import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { closeEngineDatabase, lookUp, withProject } from "@/lib/engine/database";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { ManagementProof } from "@/lib/engine/keys/management";
import { ProjectScope } from "@/lib/engine/scope";
import { createTestProject, file, type TestProject } from "@/lib/engine/testing/engine";
import { required } from "@/lib/platform/env";

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client({ connectionString: required("DATABASE_URL") });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await usesNoted();
  await closeEngineDatabase();
});

const TABLES = "SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner, count(p.polname)::int AS policies FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_policy p ON p.polrelid = c.oid WHERE n.nspname = 'engine' AND c.relkind IN ('r', 'p') GROUP BY c.oid ORDER BY 1";

describe("the database's own wall", () => {
  it("stands around every table of the engine", async () => {
    const { rows } = await owner.query<{ name: string; enabled: boolean; forced: boolean; owner: string; policies: number }>(TABLES);
    expect(rows.length).toBeGreaterThan(8);
    for (const { name, enabled, forced, policies, owner: ownedBy } of rows) {
      expect({ name, enabled, forced, hasPolicy: policies > 0 }).toEqual({ name, enabled: true, forced: true, hasPolicy: true });
      expect(ownedBy).not.toBe("citadel_engine");
    }
  });

  it("does not hold for nobody: the engine's login owns nothing and cannot bypass it", async () => {
    const { rows } = await owner.query("SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit AND EXISTS (SELECT 1 FROM pg_auth_members WHERE member = r.oid) AS member FROM pg_roles r WHERE rolname = 'citadel_engine'");
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, member: false }]);
    const owned = await owner.query("SELECT 1 FROM pg_class WHERE pg_get_userbyid(relowner) = 'citadel_engine' UNION ALL SELECT 1 FROM pg_proc WHERE pg_get_userbyid(proowner) = 'citadel_engine' UNION ALL SELECT 1 FROM pg_namespace WHERE pg_get_userbyid(nspowner) = 'citadel_engine'");
    expect(owned.rows).toEqual([]);
  });

  it("hides the portal's room and the migrations' table from the engine's login", async () => {
    await expect(lookUp((tx) => tx.$queryRaw`SELECT * FROM portal.organisation`)).rejects.toThrow(/permission denied/);
    const tables = await owner.query<{ seen: boolean }>("SELECT has_table_privilege('citadel_engine', c.oid, 'SELECT, INSERT, UPDATE, DELETE') AS seen FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND (n.nspname = 'portal' OR c.relname = '_prisma_migrations')");
    expect(tables.rows.length).toBeGreaterThan(1);
    expect(tables.rows.every(({ seen }) => !seen)).toBe(true);
  });

  it("shows no row to a statement without a scope", async () => {
    await createTestProject();
    const counts = await lookUp((tx) => tx.$queryRaw<{ projects: number; keys: number }[]>`SELECT (SELECT count(*)::int FROM engine.project) AS projects, (SELECT count(*)::int FROM engine.api_key) AS keys`);
    expect(counts).toEqual([{ projects: 0, keys: 0 }]);
  });
});

describe("two projects, with no filter but row-level security", () => {
  let mine: TestProject;
  let other: TestProject;
  let scope: ProjectScope;
  let theirDocument: string;
  beforeAll(async () => {
    mine = await createTestProject();
    other = await createTestProject();
    scope = (await authenticateProject(mine.key)).scope;
    await mine.client.documents.upload(file("mine.md", "# Mine\n\nThis is mine."));
    theirDocument = (await other.client.documents.upload(file("theirs.md", "# Theirs\n\nThis is theirs."))).document.id;
  });

  it("row-level security stops a statement that forgot its filter", async () => {
    const seen = await withProject(scope, async (tx) => {
      const documents = await tx.document.findMany();
      const versions = await tx.documentVersion.findMany();
      const projects = await tx.project.findMany();
      return new Set([...documents, ...versions].map(({ projectId }) => projectId).concat(projects.map(({ id }) => id)));
    });
    expect([...seen]).toEqual([mine.projectId]);
  });

  it("row-level security stops a write into another project", async () => {
    const intrude = withProject(scope, (tx) => tx.session.create({ data: { projectId: other.projectId, id: "ses_intruder" } }));
    await expect(intrude).rejects.toThrow(/row-level security/);
    const { count } = await withProject(scope, (tx) => tx.document.deleteMany({ where: { id: theirDocument } }));
    expect(count).toBe(0);
  });

  it("nobody constructs a scope or a proof", () => {
    expect(() => Reflect.construct(ProjectScope, [Symbol("engine scope"), other.projectId, "key"])).toThrow(TypeError);
    expect(() => Reflect.construct(ManagementProof, [Symbol("management proof")])).toThrow(TypeError);
    expect(() => Object.assign(scope, { projectId: other.projectId })).toThrow(TypeError);
    expect(scope.projectId).toBe(mine.projectId);
  });
});
