import "server-only";

import type { OwnerConnection } from "@/lib/platform/db/connect";
import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import { LOGIN_ROLES } from "@/lib/platform/db/roles";

/** Takes from everybody what PostgreSQL gives to everybody, and lets the two logins in. May be run again. */
export async function closeDatabaseToOthers(connection: OwnerConnection): Promise<void> {
  const { rows } = await connection.query<{ name: string }>("SELECT current_database() AS name");
  const name = rows[0]?.name ?? "";
  const database = connection.escapeIdentifier(name);
  await connection.query(`REVOKE CONNECT, TEMPORARY, CREATE ON DATABASE ${database} FROM PUBLIC`);
  await connection.query(`GRANT CONNECT ON DATABASE ${database} TO ${LOGIN_ROLES.join(", ")}`);
  await connection.query("REVOKE ALL ON SCHEMA public FROM PUBLIC");
  for (const role of LOGIN_ROLES) {
    // PostgreSQL only warns when the one who grants may not.
    const granted = await connection.query<{ may: boolean }>("SELECT has_database_privilege($1, current_database(), 'CONNECT') AS may", [role]);
    if (granted.rows[0]?.may) continue;
    throw new DatabaseSetupError(`The role ${role} may not connect to the database ${name}. Make the login of DATABASE_URL its owner and start again.`);
  }
}
