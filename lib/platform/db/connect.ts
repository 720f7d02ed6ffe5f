import "server-only";

import pg from "pg";

/** One connection, not of a pool; for the preparation of the database only. */
export type OwnerConnection = pg.Client;

/** Opens a connection, runs the work and closes it again, also when the work fails. `url` is a PostgreSQL URL. */
export async function withConnection<Result>(url: string, work: (connection: OwnerConnection) => Promise<Result>): Promise<Result> {
  const connection = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server ends is no reason for the process to end.
  connection.on("error", () => undefined);
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/** Runs the work in one transaction; it is rolled back when the work throws. */
export async function inTransaction<Result>(connection: OwnerConnection, work: () => Promise<Result>): Promise<Result> {
  await connection.query("BEGIN");
  try {
    const result = await work();
    await connection.query("COMMIT");
    return result;
  } catch (thrown) {
    await connection.query("ROLLBACK");
    throw thrown;
  }
}

/** The SQLSTATE of a PostgreSQL error; undefined for anything else. */
export function sqlState(thrown: unknown): string | undefined {
  return thrown instanceof pg.DatabaseError ? thrown.code : undefined;
}
