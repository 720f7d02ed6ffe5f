import "server-only";

import { inTransaction, type OwnerConnection } from "@/lib/platform/db/connect";
import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import { appliedMigrations, recordMigration } from "@/lib/platform/db/migrations/migration-record";
import type { Migration } from "@/lib/platform/db/migrations/read-migrations";

/**
 * Applies what has not been applied, in order, each migration in one transaction with its record. Returns the names of
 * those it applied. Throws {@link DatabaseSetupError} when an applied one has been changed since, or when one fails.
 */
export async function applyMigrations(connection: OwnerConnection, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await appliedMigrations(connection);
  for (const { name, checksum } of migrations) {
    const before = applied.get(name);
    if (before === undefined || before === checksum) continue;
    throw new DatabaseSetupError(
      `The migration ${name} was changed after this database applied it. Put the file back as it was and write the change as a new migration.`,
    );
  }
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) await apply(connection, migration);
  return missing.map(({ name }) => name);
}

async function apply(connection: OwnerConnection, migration: Migration): Promise<void> {
  try {
    await inTransaction(connection, async () => {
      await connection.query(migration.sql);
      await recordMigration(connection, migration);
    });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new DatabaseSetupError(`The migration ${migration.name} failed and was rolled back: ${reason}`, { cause: thrown });
  }
}
