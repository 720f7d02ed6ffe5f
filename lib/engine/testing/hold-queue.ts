import "server-only";

import pg from "pg";

import { required } from "@/lib/platform/env";

/** Names the lock among all advisory locks of the test database. */
const LOCK = 20_261_124;

/**
 * Keeps test files apart that share one queue: `shared` for those that read documents themselves and want no worker to do it,
 * `alone` for those that start one. Returns the release, to be called at the end of the file.
 */
export async function holdQueue(mode: "shared" | "alone"): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: required("ENGINE_DATABASE_URL") });
  await client.connect();
  await client.query(mode === "alone" ? "SELECT pg_advisory_lock($1)" : "SELECT pg_advisory_lock_shared($1)", [LOCK]);
  return () => client.end();
}
