import "server-only";

import { withConnection } from "@/lib/platform/db/connect";
import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import { closeDatabaseToOthers } from "@/lib/platform/db/database-access";
import { checkMasterKey } from "@/lib/platform/db/master-key-check";
import { applyMigrations } from "@/lib/platform/db/migrations/apply-migrations";
import { createMigrationTable, holdingMigrationLock } from "@/lib/platform/db/migrations/migration-record";
import { migrateQueueSchema } from "@/lib/platform/db/migrations/queue-schema";
import { readMigrations } from "@/lib/platform/db/migrations/read-migrations";
import { ensureRoles, type LoginRole, rolePassword } from "@/lib/platform/db/roles";

/** The oldest PostgreSQL whose grants and row-level security the migrations are written for. */
const OLDEST_VERSION = 15;

/** A database that is ready for the application. */
export interface PreparedDatabase {
  /** URLs of the two restricted logins. */
  engineUrl: string;
  portalUrl: string;
  /** Names of the migrations that were applied now. */
  applied: string[];
}

/**
 * Roles, grants, migrations and queues of a database, under one lock, so that several instances may start at once.
 *
 * @param ownerUrl the login that owns the schemas; it is not handed on to the application
 * @param migrations folder in Prisma's format
 * @throws DatabaseSetupError with what to do
 */
export async function prepareDatabase(ownerUrl: string, masterKey: string, migrations: string): Promise<PreparedDatabase> {
  const applied = await withConnection(ownerUrl, async (connection) => {
    const { rows } = await connection.query<{ number: number; name: string }>("SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name");
    const version = rows[0];
    if (version === undefined || version.number < OLDEST_VERSION * 10_000) {
      throw new DatabaseSetupError(`The database of DATABASE_URL is PostgreSQL ${version?.name ?? "of an unknown version"}; use ${OLDEST_VERSION} or later.`);
    }
    return holdingMigrationLock(connection, async () => {
      await checkMasterKey(connection, masterKey);
      await ensureRoles(connection, masterKey);
      await closeDatabaseToOthers(connection);
      await createMigrationTable(connection);
      const own = await applyMigrations(connection, await readMigrations(migrations));
      return [...own, ...(await migrateQueueSchema(connection))];
    });
  });
  return { engineUrl: loginUrl(ownerUrl, masterKey, "citadel_engine"), portalUrl: loginUrl(ownerUrl, masterKey, "citadel_portal"), applied };
}

/** The owner's URL with another login. */
function loginUrl(ownerUrl: string, masterKey: string, role: LoginRole): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(masterKey, role);
  return url.toString();
}
