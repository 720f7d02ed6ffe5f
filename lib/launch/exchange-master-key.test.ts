import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { embeddedOptions } from "@/lib/launch/database";
import { exchangeMasterKey } from "@/lib/launch/exchange-master-key";
import { loadSecrets } from "@/lib/launch/secrets";
import { rewrappings } from "@/lib/platform/crypto/key-store";
import { rotateMasterKey, UNFINISHED } from "@/lib/platform/crypto/rotate-master-key";
import { reseal } from "@/lib/platform/crypto/seal";
import { withConnection } from "@/lib/platform/db/connect";
import { startPostgres } from "@/lib/platform/db/embedded/start-postgres";
import { prepareDatabase } from "@/lib/platform/db/prepare-database";
import { readEnv } from "@/lib/platform/env";
import { SEALED_COLUMNS } from "@/lib/portal/keys/sealed-columns";

const newKey = () => randomBytes(32).toString("base64");
const OLD = newKey();
const NEW = newKey();
let folder = "";
const settings = () => readEnv({ DATA_DIR: folder, NEW_MASTER_KEY: NEW });

/** The installation's own server with a master key, for as long as the work takes. */
async function running<Result>(masterKey: string, work: (portalUrl: string, ownerUrl: string) => Promise<Result>): Promise<Result> {
  const { ownerUrl, stop } = await startPostgres({ ...embeddedOptions(folder, masterKey), durable: false });
  try {
    const { portalUrl, engineUrl } = await prepareDatabase(ownerUrl, masterKey, "prisma/migrations");
    const values = { DATA_DIR: folder, MASTER_KEY: masterKey, DATABASE_URL: ownerUrl, PORTAL_DATABASE_URL: portalUrl, ENGINE_DATABASE_URL: engineUrl };
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
    // Settings are read once a process: a restart has new ones.
    vi.resetModules();
    return await work(portalUrl, ownerUrl);
  } finally {
    await (await import("@/lib/portal/database")).closePortalDatabase();
    await (await import("@/lib/engine/database")).closeEngineDatabase();
    await stop();
  }
}

/** Two customers with a document each, made by a server that holds the master key. */
async function twoCustomers() {
  const { newTenant, ownerScope } = await import("@/lib/portal/testing/new-tenant");
  const { openVault } = await import("@/lib/portal/vault");
  const made = [];
  for (const text of ["# First", "# Second"]) {
    const tenant = await newTenant();
    const { document } = await (await openVault(await ownerScope(tenant))).documents.upload({ name: "own.md", body: new Blob([text]).stream() });
    made.push({ tenant, text, documentId: document.id });
  }
  return made;
}

type Made = Awaited<ReturnType<typeof twoCustomers>>;

async function textsOf(made: Made): Promise<string[]> {
  const { ownerScope } = await import("@/lib/portal/testing/new-tenant");
  const { openVault } = await import("@/lib/portal/vault");
  return Promise.all(
    made.map(async ({ tenant, documentId }) => new Response((await (await openVault(await ownerScope(tenant))).documents.content(documentId)).body).text()),
  );
}

async function invitationsOpen(): Promise<void> {
  const { invitationContext } = await import("@/lib/portal/onboarding/complete");
  const { planSchema } = await import("@/lib/portal/onboarding/plan");
  const { unseal } = await import("@/lib/platform/crypto/seal");
  const { withOperator } = await import("@/lib/portal/database");
  const rows = await withOperator((tx) => tx.onboarding.findMany());
  expect(rows.length).toBeGreaterThan(1);
  for (const { plan, sealedInvitation } of rows) expect(unseal(sealedInvitation ?? new Uint8Array(), invitationContext(planSchema.parse(plan))).length).toBeGreaterThan(20);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "citadel-exchange-"));
  await mkdir(join(folder, "secrets"));
  await writeFile(join(folder, "secrets", "MASTER_KEY"), `${OLD}\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("opens everything with the new master key and nothing with the old one, also when it was interrupted", async () => {
  const made = await running(OLD, async () => {
    const customers = await twoCustomers();
    expect(await textsOf(customers)).toEqual(["# First", "# Second"]);
    return customers;
  });
  const [first = ""] = await readdir(join(folder, "keys"));
  await copyFile(join(folder, "keys", first), join(folder, "old-data-key"));

  expect(await exchangeMasterKey(settings())).toEqual({ dataKeys: 2, sealed: 4, kept: "file" });
  expect(readFileSync(join(folder, "secrets", "MASTER_KEY"), "utf8").trim()).toBe(NEW);
  expect(existsSync(join(folder, "secrets", "NEW_MASTER_KEY"))).toBe(false);
  await running(NEW, async () => {
    expect(await textsOf(made)).toEqual(["# First", "# Second"]);
    await invitationsOpen();
  });
  await expect(running(OLD, () => Promise.resolve())).rejects.toMatchObject({ code: "28P01" });
  await expect(rewrappings(folder, { from: OLD, to: OLD })).rejects.toThrow();

  // As a power failure between the database and the files leaves it.
  await copyFile(join(folder, "old-data-key"), join(folder, "keys", first));
  await writeFile(join(folder, "secrets", "MASTER_KEY"), `${OLD}\n`);
  await writeFile(join(folder, "secrets", "NEW_MASTER_KEY"), `${NEW}\n`);
  const { masterKeyFingerprint } = await import("@/lib/platform/db/master-key-check");
  await writeFile(join(folder, UNFINISHED), masterKeyFingerprint(NEW));
  expect(() => loadSecrets(settings())).toThrow("npm run rotate-master-key");
  await expect(exchangeMasterKey(readEnv({ DATA_DIR: folder, NEW_MASTER_KEY: newKey() }))).rejects.toThrow("Leave NEW_MASTER_KEY unset");
  expect(await exchangeMasterKey(readEnv({ DATA_DIR: folder }))).toEqual({ dataKeys: 1, sealed: 0, kept: "file" });
  expect(loadSecrets(settings()).secrets.MASTER_KEY).toBe(NEW);
  await running(NEW, async (portalUrl, ownerUrl) => {
    expect(await textsOf(made)).toEqual(["# First", "# Second"]);
    await withConnection(portalUrl, async () => {
      await expect(exchangeMasterKey(readEnv({ DATA_DIR: folder, DATABASE_URL: ownerUrl, MASTER_KEY: NEW, NEW_MASTER_KEY: newKey() }))).rejects.toThrow("A server still works on this database.");
    });
  });
}, 120_000);

it("changes nothing when a data key opens with neither master key", async () => {
  await writeFile(join(folder, "keys", "prj_stray"), randomBytes(60));
  await expect(exchangeMasterKey(readEnv({ DATA_DIR: folder, NEW_MASTER_KEY: newKey() }))).rejects.toThrow();
  await rm(join(folder, "keys", "prj_stray"));
  await rm(join(folder, "secrets", "NEW_MASTER_KEY"));
  expect(existsSync(join(folder, UNFINISHED))).toBe(false);
  await running(NEW, invitationsOpen);
}, 60_000);

it("seals anew what row-level security hides from an owner that is no superuser", async () => {
  const { ownerUrl, stop } = await startPostgres({ ...embeddedOptions(folder, NEW), durable: false });
  const as = (user: string) => Object.assign(new URL(ownerUrl), { pathname: "/external", username: user, password: user === "deployer" ? "deployer" : new URL(ownerUrl).password }).toString();
  try {
    await withConnection(ownerUrl, async (connection) => {
      await connection.query("CREATE ROLE deployer LOGIN CREATEROLE PASSWORD 'deployer'");
      await connection.query("GRANT citadel_portal, citadel_engine, citadel_portal_lookup, citadel_engine_lookup TO deployer WITH ADMIN OPTION");
      await connection.query("CREATE DATABASE external OWNER deployer");
    });
    await prepareDatabase(as("deployer"), OLD, "prisma/migrations");
    const { seal } = await sealWith(OLD);
    await withConnection(as("citadel_owner"), async (connection) => {
      await connection.query("INSERT INTO portal.organisation (id, slug, name) VALUES ('org_1', 'one', 'One')");
      await connection.query(
        "INSERT INTO portal.project (organisation_id, id, slug, name, environment, engine_project_id, engine_key_id, key_prefix, sealed_key) VALUES ('org_1', 'tpr_1', 'production', 'Production', 'production', 'prj_1', 'key_1', 'sk_live_1', $1)",
        [seal(Buffer.from("sk_live_secret"), "project key of org_1/tpr_1")],
      );
    });
    const elsewhere = await mkdtemp(join(tmpdir(), "citadel-external-"));
    const count = await withConnection(as("deployer"), (connection) => rotateMasterKey({ connection, dataDir: elsewhere, from: OLD, to: NEW, sealed: SEALED_COLUMNS }));
    await rm(elsewhere, { recursive: true });
    expect(count).toEqual({ dataKeys: 0, sealed: 1 });
    await withConnection(as("citadel_owner"), async (connection) => {
      const { rows } = await connection.query<{ sealed_key: Buffer }>("SELECT sealed_key FROM portal.project");
      const sealed = rows[0]?.sealed_key ?? Buffer.alloc(0);
      expect(() => reseal(sealed, "project key of org_1/tpr_1", { from: OLD, to: NEW })).toThrow();
      expect(reseal(sealed, "project key of org_1/tpr_1", { from: NEW, to: OLD })).toHaveLength(sealed.length);
      const { rows: walls } = await connection.query("SELECT relforcerowsecurity AS forced FROM pg_class WHERE oid IN ('portal.project'::regclass, 'portal.onboarding'::regclass)");
      expect(walls).toEqual([{ forced: true }, { forced: true }]);
    });
  } finally {
    await stop();
  }
}, 60_000);

async function sealWith(masterKey: string) {
  vi.stubEnv("MASTER_KEY", masterKey);
  vi.resetModules();
  return import("@/lib/platform/crypto/seal");
}
