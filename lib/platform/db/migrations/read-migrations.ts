import "server-only";

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** One folder of Prisma's migrations: `<name>/migration.sql`. */
export interface Migration {
  name: string;
  sql: string;
  /** sha256 of the file's bytes, in hex, as Prisma records it. */
  checksum: string;
}

/** The migrations of a folder in the order of their names. Throws when the folder cannot be read. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.sort().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const bytes = await readFile(join(folder, name, "migration.sql"));
  return { name, sql: bytes.toString("utf8"), checksum: checksumOf(bytes) };
}

/** The checksum of a migration's text as Prisma records it. */
export function checksumOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
