import "server-only";

import { subkey } from "@/lib/platform/crypto/subkey";
import { type OwnerConnection, sqlState } from "@/lib/platform/db/connect";
import { DatabaseSetupError } from "@/lib/platform/db/database-setup-error";
import { scramVerifier } from "@/lib/platform/db/scram";

/** The logins of the application: they own nothing and row-level security holds for them. */
export const LOGIN_ROLES = ["citadel_engine", "citadel_portal"] as const;
/** One of {@link LOGIN_ROLES}. */
export type LoginRole = (typeof LOGIN_ROLES)[number];
/** The owners of the SECURITY DEFINER look-ups; nobody logs in as one. */
export const LOOKUP_ROLES = ["citadel_engine_lookup", "citadel_portal_lookup"] as const;

const POWERLESS = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT";
const DUPLICATE_OBJECT = "42710";
const UNIQUE_VIOLATION = "23505";
const INSUFFICIENT_PRIVILEGE = "42501";
/** "tuple concurrently updated": roles belong to the whole server, where a lock of one database does not reach. */
const INTERNAL_ERROR = "XX000";
const TRIES = 20;

/** The password of a login, the same for every process that holds the master key. */
export function rolePassword(masterKey: string, role: LoginRole): string {
  return subkey(masterKey, `password of ${role}`).toString("base64url");
}

/**
 * Creates the four roles where they are missing and sets the logins' passwords. May be run again at any time.
 * Throws {@link DatabaseSetupError} when the owner may not do it, or when a role may do more than it should.
 */
export async function ensureRoles(connection: OwnerConnection, masterKey: string): Promise<void> {
  try {
    for (const role of LOGIN_ROLES) await createRole(connection, role, "LOGIN");
    for (const role of LOOKUP_ROLES) await createRole(connection, role, "NOLOGIN");
    for (const role of LOGIN_ROLES) await setPassword(connection, role, masterKey);
    await joinLookupRoles(connection);
  } catch (thrown) {
    if (sqlState(thrown) !== INSUFFICIENT_PRIVILEGE) throw thrown;
    throw new DatabaseSetupError(
      "The login of DATABASE_URL may not prepare the roles citadel_engine, citadel_portal and their look-up roles. Give it CREATEROLE, or the ADMIN option on the four roles where they exist already, and start again.",
      { cause: thrown },
    );
  }
  await refusePowers(connection);
}

async function createRole(connection: OwnerConnection, role: string, login: "LOGIN" | "NOLOGIN"): Promise<void> {
  const { rowCount } = await connection.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount !== 0) return;
  try {
    await connection.query(`CREATE ROLE ${role} ${login} ${POWERLESS}`);
  } catch (thrown) {
    const state = sqlState(thrown);
    if (state !== DUPLICATE_OBJECT && state !== UNIQUE_VIOLATION) throw thrown;
  }
}

async function setPassword(connection: OwnerConnection, role: LoginRole, masterKey: string): Promise<void> {
  const salt = subkey(masterKey, `salt of ${role}`).subarray(0, 16);
  const verifier = scramVerifier(rolePassword(masterKey, role), salt);
  for (let left = TRIES; ; left--) {
    try {
      await connection.query(`ALTER ROLE ${role} LOGIN PASSWORD ${connection.escapeLiteral(verifier)}`);
      return;
    } catch (thrown) {
      if (sqlState(thrown) !== INTERNAL_ERROR || left === 0) throw thrown;
    }
  }
}

/** Who is not superuser can give functions only to roles it is a member of (PostgreSQL 15 and later). */
async function joinLookupRoles(connection: OwnerConnection): Promise<void> {
  const { rows } = await connection.query<{ superuser: boolean }>("SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user");
  if (rows[0]?.superuser) return;
  for (const role of LOOKUP_ROLES) await connection.query(`GRANT ${role} TO CURRENT_USER`);
}

/** A role that was made elsewhere may have more powers than the product's isolation allows. */
async function refusePowers(connection: OwnerConnection): Promise<void> {
  const { rows } = await connection.query<{ rolname: string }>(
    `SELECT rolname FROM pg_roles
     WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)`,
    [[...LOGIN_ROLES, ...LOOKUP_ROLES]],
  );
  const [first] = rows;
  if (first === undefined) return;
  throw new DatabaseSetupError(
    `The role ${first.rolname} may bypass row-level security or create roles or databases. Run: ALTER ROLE ${first.rolname} ${POWERLESS} NOREPLICATION; and start again.`,
  );
}
