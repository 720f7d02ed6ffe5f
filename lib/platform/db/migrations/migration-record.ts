import "server-only";

import { randomUUID } from "node:crypto";

import type { OwnerConnection } from "@/lib/platform/db/connect";

/** Prisma's own lock (`migrate deploy` takes it as well), so that the two never run at the same time. */
const LOCK = 72_707_369;

/** Creates Prisma's table where it is missing, with Prisma's columns. */
export async function createMigrationTable(connection: OwnerConnection): Promise<void> {
  await connection.query(`
    CREATE TABLE IF NOT EXISTS public._prisma_migrations (
      id                  varchar(36) PRIMARY KEY,
      checksum            varchar(64) NOT NULL,
      finished_at         timestamptz,
      migration_name      varchar(255) NOT NULL,
      logs                text,
      rolled_back_at      timestamptz,
      started_at          timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`);
}

/** What has been applied: the checksums by name. */
export async function appliedMigrations(connection: OwnerConnection): Promise<Map<string, string>> {
  const { rows } = await connection.query<{ name: string; checksum: string }>(
    "SELECT migration_name AS name, checksum FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/** Records a migration as applied; to be called in its transaction. */
export async function recordMigration(connection: OwnerConnection, migration: { name: string; checksum: string }): Promise<void> {
  await connection.query(
    `INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

/** Runs the work while no other process prepares this database; waits for one that does. */
export async function holdingMigrationLock<Result>(connection: OwnerConnection, work: () => Promise<Result>): Promise<Result> {
  await connection.query("SELECT pg_advisory_lock($1)", [LOCK]);
  try {
    return await work();
  } finally {
    await connection.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}
