import { randomBytes } from "node:crypto";

import { afterAll, beforeAll, expect, it } from "vitest";

import { withConnection } from "@/lib/platform/db/connect";
import { prepareDatabase } from "@/lib/platform/db/prepare-database";
import { required } from "@/lib/platform/env";

const name = `citadel_key_${randomBytes(6).toString("hex")}`;
const owner = () => new URL(required("DATABASE_URL"));
const database = () => Object.assign(owner(), { pathname: `/${name}` }).toString();

beforeAll(() => withConnection(owner().toString(), (connection) => connection.query(`CREATE DATABASE ${name}`)));
afterAll(() => withConnection(owner().toString(), (connection) => connection.query(`DROP DATABASE ${name} WITH (FORCE)`)));

it("refuses another master key before it changes the logins", async () => {
  const { portalUrl } = await prepareDatabase(database(), required("MASTER_KEY"), "prisma/migrations");
  const other = randomBytes(32).toString("base64");
  await expect(prepareDatabase(database(), other, "prisma/migrations")).rejects.toThrow("MASTER_KEY is not the one this database was made with.");
  await expect(withConnection(portalUrl, (connection) => connection.query("SELECT 1"))).resolves.toBeDefined();
  const again = await prepareDatabase(database(), required("MASTER_KEY"), "prisma/migrations");
  expect(again).toMatchObject({ portalUrl, applied: [] });
});

it("keeps what it remembers from the application", async () => {
  const { portalUrl, engineUrl } = await prepareDatabase(database(), required("MASTER_KEY"), "prisma/migrations");
  for (const url of [portalUrl, engineUrl]) {
    await expect(withConnection(url, (connection) => connection.query("SELECT * FROM public._citadel_master_key"))).rejects.toThrow(/permission denied/);
  }
});
