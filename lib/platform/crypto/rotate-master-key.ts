import "server-only";

import { rm } from "node:fs/promises";
import { join } from "node:path";

import { writeDurably } from "@/lib/platform/blobs/durable-file";
import { rewrappings } from "@/lib/platform/crypto/key-store";
import { reseal } from "@/lib/platform/crypto/seal";
import { inTransaction, type OwnerConnection } from "@/lib/platform/db/connect";
import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import { masterKeyFingerprint } from "@/lib/platform/db/master-key-check";
import { holdingMigrationLock } from "@/lib/platform/db/migrations/migration-record";
import { ensureRoles } from "@/lib/platform/db/roles";

/** A column that holds what `seal` gave. */
export interface SealedColumn {
  /** With its schema. */
  table: string;
  column: string;
  /** The primary key's columns. */
  key: readonly string[];
  /** What besides the key is read of a row to say whose it is. */
  reads?: readonly string[];
  /** The context it was sealed with. */
  context(row: Readonly<Record<string, unknown>>): string;
}

/** One exchange of the master key. */
export interface MasterKeyRotation {
  /** Of the login that owns the schemas. */
  connection: OwnerConnection;
  dataDir: string;
  /** Both in base64, as in the environment. */
  from: string;
  to: string;
  sealed: readonly SealedColumn[];
  /** What else belongs into the database's transaction: the embedded owner's own password. */
  alsoInDatabase?: (connection: OwnerConnection) => Promise<void>;
}

/** Lies in DATA_DIR while an exchange is unfinished: no server may start then. */
export const UNFINISHED = "master-key-exchange-unfinished";

/**
 * Exchanges the master key: seals every column anew, changes the logins' passwords and what the database remembers of the key in one
 * transaction, then wraps every data key anew. Nothing else may run on the database or the folder meanwhile. Interrupted at any point it
 * goes on when it is called again with the same two keys; {@link UNFINISHED} stays until {@link finishRotation}.
 *
 * @returns how many data keys and sealed values were written now
 * @throws DatabaseSetupError for a database of another key, an Error when something opens with neither key; nothing is changed then
 */
export async function rotateMasterKey(rotation: MasterKeyRotation): Promise<{ dataKeys: number; sealed: number }> {
  const { connection, dataDir, from, to } = rotation;
  return holdingMigrationLock(connection, async () => {
    const current = await currentFingerprint(connection);
    const isDone = current === masterKeyFingerprint(to);
    if (!isDone && current !== masterKeyFingerprint(from)) {
      throw new DatabaseSetupError("MASTER_KEY is not the one this database was made with. Set the right one and try again; nothing was changed.");
    }
    const files = await rewrappings(dataDir, { from, to });
    const sealed = isDone ? 0 : await inTransaction(connection, () => exchangeInDatabase(rotation));
    for (const { path, bytes } of files) await writeDurably(path, bytes);
    return { dataKeys: files.length, sealed };
  });
}

/** Lets servers start again. To be called when the new key stands where they take it from. */
export async function finishRotation(dataDir: string): Promise<void> {
  await rm(join(dataDir, UNFINISHED), { force: true });
}

async function currentFingerprint(connection: OwnerConnection): Promise<string> {
  const { rows: tables } = await connection.query<{ present: boolean }>("SELECT to_regclass('public._citadel_master_key') IS NOT NULL AS present");
  if (tables[0]?.present !== true) throw new DatabaseSetupError("This database is not tied to a master key yet. Start the server once with the key in use (npm start), stop it, and run this again.");
  const { rows } = await connection.query<{ fingerprint: string }>("SELECT fingerprint FROM public._citadel_master_key");
  return rows[0]?.fingerprint ?? "";
}

async function exchangeInDatabase({ connection, dataDir, from, to, sealed, alsoInDatabase }: MasterKeyRotation): Promise<number> {
  // A row that a policy would still hide is an error then, and not left sealed under a key that is thrown away.
  await connection.query("SET LOCAL row_security = off");
  let count = 0;
  for (const column of sealed) count += await resealColumn(connection, column, { from, to });
  await ensureRoles(connection, to);
  await alsoInDatabase?.(connection);
  await connection.query("UPDATE public._citadel_master_key SET fingerprint = $1", [masterKeyFingerprint(to)]);
  // Before the commit, so that there is no moment at which a server could start with half of it done.
  await writeDurably(join(dataDir, UNFINISHED), Buffer.from(`${masterKeyFingerprint(to)}\n`, "utf8"));
  return count;
}

async function resealColumn(connection: OwnerConnection, { table, column, key, reads = [], context }: SealedColumn, keys: { from: string; to: string }): Promise<number> {
  // Row-level security holds for the owner too; an exchange is the one thing that goes over all tenants' rows. No other transaction sees it lifted.
  await connection.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  const { rows } = await connection.query<Record<string, unknown> & { sealed_value: Buffer }>(
    `SELECT ${[...key, ...reads].join(", ")}, ${column} AS sealed_value FROM ${table} WHERE ${column} IS NOT NULL`,
  );
  const isRow = key.map((name, position) => `${name} = $${position + 2}`).join(" AND ");
  for (const row of rows) {
    await connection.query(`UPDATE ${table} SET ${column} = $1 WHERE ${isRow}`, [reseal(row.sealed_value, context(row), keys), ...key.map((name) => row[name])]);
  }
  await connection.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  return rows.length;
}
