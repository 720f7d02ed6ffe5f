/**
 * Global setup of vitest: a PostgreSQL for this run alone, prepared as the product prepares its own, and the settings that
 * the launcher would hand over. With TEST_DATABASE_URL (or DATABASE_URL) the run gets a new database on that server instead.
 * It writes process.env, for the test processes to read.
 */
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { withConnection } from "@/lib/platform/db/connect";
import { startPostgres } from "@/lib/platform/db/embedded/start-postgres";
import { prepareDatabase } from "@/lib/platform/db/prepare-database";

/** An empty database and how it is taken away again. */
interface EmptyDatabase {
  ownerUrl: string;
  remove: () => Promise<void>;
}

/** The same for all runs: the roles of a server that several runs share have one password. */
const MASTER_KEY = Buffer.from("citadel tests: no secret, 32 byte").subarray(0, 32).toString("base64");

/** Prepares the run; vitest calls what it returns at the end. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "citadel-test-"));
  const dataDir = join(folder, "data");
  await mkdir(dataDir);
  const server = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  const { ownerUrl, remove } = await (server ? createOn(server) : startOwn(folder));
  const { engineUrl, portalUrl } = await prepareDatabase(ownerUrl, MASTER_KEY, "prisma/migrations");
  const secret = () => randomBytes(32).toString("base64url");
  Object.assign(process.env, {
    NODE_ENV: "test",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
    DATA_DIR: dataDir,
    DATABASE_URL: ownerUrl,
    ENGINE_DATABASE_URL: engineUrl,
    PORTAL_DATABASE_URL: portalUrl,
    MASTER_KEY,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    MANAGEMENT_KEY: `mk_${secret()}`,
    OPERATOR_TOKEN: `op_${secret()}`,
  });
  return async () => {
    await remove();
    await rm(folder, { recursive: true, force: true });
  };
}

async function startOwn(folder: string): Promise<EmptyDatabase> {
  const options = { cluster: join(folder, "postgres"), logFile: join(folder, "postgres.log"), password: randomBytes(16).toString("hex") };
  const { ownerUrl, stop } = await startPostgres({ ...options, durable: false });
  return { ownerUrl, remove: stop };
}

async function createOn(server: string): Promise<EmptyDatabase> {
  const name = `citadel_test_${randomBytes(6).toString("hex")}`;
  await withConnection(server, (connection) => connection.query(`CREATE DATABASE ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { ownerUrl: url.toString(), remove: () => withConnection(server, async (connection) => void (await connection.query(`DROP DATABASE ${name} WITH (FORCE)`))) };
}
