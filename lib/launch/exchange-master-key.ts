import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";

import { embeddedOptions } from "@/lib/launch/database";
import { StartError } from "@/lib/launch/start-error";
import { writeDurably } from "@/lib/platform/blobs/durable-file";
import { finishRotation, rotateMasterKey, UNFINISHED } from "@/lib/platform/crypto/rotate-master-key";
import { subkey } from "@/lib/platform/crypto/subkey";
import { type OwnerConnection, sqlState, withConnection } from "@/lib/platform/db/connect";
import { OWNER } from "@/lib/platform/db/embedded/create-cluster";
import { type EmbeddedPostgres, startPostgres } from "@/lib/platform/db/embedded/start-postgres";
import { masterKeyFingerprint } from "@/lib/platform/db/master-key-check";
import { LOGIN_ROLES } from "@/lib/platform/db/roles";
import { scramVerifier } from "@/lib/platform/db/scram";
import type { Env } from "@/lib/platform/env";
import { SEALED_COLUMNS } from "@/lib/portal/keys/sealed-columns";

const INVALID_PASSWORD = "28P01";

/** What an exchange has done. */
export interface Exchange {
  dataKeys: number;
  sealed: number;
  /** Where the new key stands: in the data folder's secrets, or with the person who gave it. */
  kept: "file" | "environment";
}

interface Keys {
  from: string;
  to: string;
  kept: Exchange["kept"];
}

/**
 * Exchanges the master key of a stopped installation. Where the old one is kept under DATA_DIR, the new one is written there first and takes
 * its place at the end, so that no interruption loses it; otherwise it is NEW_MASTER_KEY's, out of the person's own secret store.
 *
 * @throws StartError, DatabaseSetupError with what to do
 */
export async function exchangeMasterKey(env: Env): Promise<Exchange> {
  const keys = await keysOf(env);
  refuseOtherExchange(env.DATA_DIR, keys.to);
  const done = await inDatabase(env, keys, async (connection, isEmbedded) => {
    await refuseRunningServers(connection);
    const alsoInDatabase = isEmbedded ? (open: OwnerConnection) => changeOwner(open, env.DATA_DIR, keys.to) : undefined;
    return rotateMasterKey({ connection, dataDir: env.DATA_DIR, from: keys.from, to: keys.to, sealed: SEALED_COLUMNS, ...(alsoInDatabase && { alsoInDatabase }) });
  });
  if (keys.kept === "file") await rename(secretFile(env, "NEW_MASTER_KEY"), secretFile(env, "MASTER_KEY"));
  await finishRotation(env.DATA_DIR);
  return { ...done, kept: keys.kept };
}

function secretFile({ DATA_DIR }: Env, name: "MASTER_KEY" | "NEW_MASTER_KEY"): string {
  return join(DATA_DIR, "secrets", name);
}

async function keysOf(env: Env): Promise<Keys> {
  const given = env.NEW_MASTER_KEY;
  if (env.MASTER_KEY !== undefined) {
    if (given === undefined) throw new StartError("Set NEW_MASTER_KEY to the new key, kept in your secret store first. Make one with: openssl rand -base64 32");
    return different({ from: env.MASTER_KEY, to: given, kept: "environment" });
  }
  const [old, next] = [secretFile(env, "MASTER_KEY"), secretFile(env, "NEW_MASTER_KEY")];
  if (!existsSync(old)) throw new StartError(`There is no master key to exchange: MASTER_KEY is not set and ${old} is not there.`);
  const begun = existsSync(next) ? readFileSync(next, "utf8").trim() : undefined;
  if (begun !== undefined && given !== undefined && begun !== given) {
    throw new StartError(`An exchange to another key was begun: it is in ${next}. Leave NEW_MASTER_KEY unset and run this again to finish it.`);
  }
  const to = begun ?? given ?? randomBytes(32).toString("base64");
  const keys = different({ from: readFileSync(old, "utf8").trim(), to, kept: "file" });
  if (begun === undefined) await writeDurably(next, Buffer.from(`${to}\n`, "utf8"));
  return keys;
}

function different(keys: Keys): Keys {
  if (keys.from === keys.to) throw new StartError("NEW_MASTER_KEY is the key that is in use. Set it to a new one: openssl rand -base64 32");
  return keys;
}

function refuseOtherExchange(dataDir: string, to: string): void {
  const path = join(dataDir, UNFINISHED);
  if (!existsSync(path) || readFileSync(path, "utf8").trim() === masterKeyFingerprint(to)) return;
  throw new StartError("An exchange to another key is unfinished. Set MASTER_KEY and NEW_MASTER_KEY to the two keys of that one and run this again.");
}

/** The owner's connection: of the person's own database, or of the embedded one, which is stopped again. */
async function inDatabase<Result>(env: Env, { from, to }: Keys, work: (connection: OwnerConnection, isEmbedded: boolean) => Promise<Result>): Promise<Result> {
  if (env.DATABASE_URL !== undefined) return withConnection(env.DATABASE_URL, (connection) => work(connection, false));
  const embedded = await startEmbedded(env.DATA_DIR, from).catch((thrown: unknown) => {
    // An interrupted exchange may have given the owner its new password already.
    if (sqlState(thrown) !== INVALID_PASSWORD) throw thrown;
    return startEmbedded(env.DATA_DIR, to);
  });
  try {
    return await withConnection(embedded.ownerUrl, (connection) => work(connection, true));
  } finally {
    await embedded.stop();
  }
}

function startEmbedded(dataDir: string, masterKey: string): Promise<EmbeddedPostgres> {
  return startPostgres(embeddedOptions(dataDir, masterKey));
}

async function changeOwner(connection: OwnerConnection, dataDir: string, masterKey: string): Promise<void> {
  const verifier = scramVerifier(embeddedOptions(dataDir, masterKey).password, subkey(masterKey, "salt of the owner of the embedded database").subarray(0, 16));
  await connection.query(`ALTER ROLE ${OWNER} PASSWORD ${connection.escapeLiteral(verifier)}`);
}

/** A server that goes on with the old key would write what nobody can open. */
async function refuseRunningServers(connection: OwnerConnection): Promise<void> {
  const { rowCount } = await connection.query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND usename = ANY ($1)", [[...LOGIN_ROLES]]);
  if (rowCount !== 0) throw new StartError("A server still works on this database. Stop every one of them and run this again; nothing was changed.");
}
