import { join } from "node:path";

import { say, step } from "@/lib/launch/say";
import { StartError } from "@/lib/launch/start-error";
import { sqlState } from "@/lib/platform/db/connect";
import { type EmbeddedOptions, type EmbeddedPostgres, startPostgres } from "@/lib/platform/db/embedded/start-postgres";
import { prepareDatabase, type PreparedDatabase } from "@/lib/platform/db/prepare-database";
import { subkey } from "@/lib/platform/crypto/subkey";
import type { Env } from "@/lib/platform/env";

/** A database that is ready, and how it is stopped when it is ours. */
export interface RunningDatabase extends PreparedDatabase {
  stop: () => Promise<void>;
  /** Process id of the embedded server; undefined for one of the person's own. */
  pid: number | undefined;
}

const INVALID_PASSWORD = "28P01";
/** Why a database of the person's own does not let us in, by SQLSTATE or the operating system's code. */
const REFUSALS: Partial<Record<string, string>> = {
  [INVALID_PASSWORD]: "the database does not take this user and password.",
  "28000": "the database does not let this user in from here.",
  "3D000": "the server has no database of this name.",
  "53300": "the server has no connection left.",
  ECONNREFUSED: "nothing listens at this host and port.",
  ENOTFOUND: "there is no host of this name.",
  EAI_AGAIN: "the name of the host cannot be looked up at the moment.",
  ETIMEDOUT: "the host does not answer.",
  EHOSTUNREACH: "the host cannot be reached.",
};

/** The person's own database or the embedded one, with roles, migrations and queues in place. Throws StartError and DatabaseSetupError. */
export async function openDatabase(env: Env, masterKey: string): Promise<RunningDatabase> {
  if (env.DATABASE_URL !== undefined) {
    const prepared = await prepareExternal(env.DATABASE_URL, masterKey);
    announce(prepared);
    return { ...prepared, stop: () => Promise.resolve(), pid: undefined };
  }
  const embedded = await openEmbedded(env, masterKey);
  try {
    const prepared = await prepareDatabase(embedded.ownerUrl, masterKey, "prisma/migrations");
    announce(prepared);
    return { ...prepared, stop: embedded.stop, pid: embedded.pid };
  } catch (thrown) {
    await embedded.stop();
    throw thrown;
  }
}

async function prepareExternal(ownerUrl: string, masterKey: string): Promise<PreparedDatabase> {
  try {
    return await prepareDatabase(ownerUrl, masterKey, "prisma/migrations");
  } catch (thrown) {
    const refusal = REFUSALS[sqlState(thrown) ?? networkCode(thrown) ?? ""];
    if (refusal === undefined) throw thrown;
    throw new StartError(`DATABASE_URL: ${refusal} Mend it and start again.`, { cause: thrown });
  }
}

/** The operating system's name of a failed connection. */
function networkCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : undefined;
}

/** How the embedded database of a data folder is opened; its owner's password comes from the master key. */
export function embeddedOptions(dataDir: string, masterKey: string): EmbeddedOptions {
  return {
    cluster: join(dataDir, "postgres"),
    logFile: join(dataDir, "postgres.log"),
    password: subkey(masterKey, "owner of the embedded database").toString("base64url"),
    durable: true,
  };
}

async function openEmbedded(env: Env, masterKey: string): Promise<EmbeddedPostgres> {
  try {
    const embedded = await step("Starting the embedded PostgreSQL", () => startPostgres(embeddedOptions(env.DATA_DIR, masterKey)));
    if (embedded.origin === "adopted") say("It was running already, left by a launcher that was killed; this one has taken it over.");
    if (embedded.opened.length > 0) say(`PostgreSQL's account may now pass through (not list): ${embedded.opened.join(", ")}.`);
    return embedded;
  } catch (thrown) {
    if (sqlState(thrown) !== INVALID_PASSWORD) throw thrown;
    throw new StartError(`MASTER_KEY is not the one that ${env.DATA_DIR} was made with. Put the right one back and start again; nothing was changed.`, { cause: thrown });
  }
}

function announce({ applied }: PreparedDatabase): void {
  if (applied.length > 0) say(`Applied to the database: ${applied.join(", ")}.`);
}
