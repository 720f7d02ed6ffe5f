import "server-only";

import { getConstructionPlans, getMigrationPlans, PgBoss } from "pg-boss";

import { inTransaction, type OwnerConnection } from "@/lib/platform/db/connect";
import { appliedMigrations, recordMigration } from "@/lib/platform/db/migrations/migration-record";
import { checksumOf } from "@/lib/platform/db/migrations/read-migrations";
import { QUEUE_SCHEMA, QUEUES } from "@/lib/platform/queue/queues";

/** Only the engine's login works with the queues. */
const ACCESS = `
  GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO citadel_engine;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO citadel_engine;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO citadel_engine;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} FROM PUBLIC;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO citadel_engine;`;

/**
 * Brings the queue's schema to what the installed pg-boss expects, by pg-boss's own plans, and creates the queues. Each
 * step is recorded beside the migrations. Returns the names of the steps it took.
 */
export async function migrateQueueSchema(connection: OwnerConnection): Promise<string[]> {
  const construction = getConstructionPlans(QUEUE_SCHEMA);
  const wanted = Number(/INSERT INTO \w+\.version\(version\) VALUES \('(\d+)'\)/.exec(construction)?.[1]);
  if (!Number.isInteger(wanted)) throw new Error("The installed pg-boss does not say which version of its schema it creates.");
  const present = await presentVersion(connection);
  const steps: string[] = [];
  if (present === undefined || present < wanted) {
    const name = `queue_schema_${wanted}`;
    await runPlan(connection, name, present === undefined ? construction : getMigrationPlans(QUEUE_SCHEMA, present));
    steps.push(name);
  }
  const settings = checksumOf(JSON.stringify([wanted, ACCESS, QUEUES]));
  const name = `queue_access_${settings.slice(0, 12)}`;
  if ((await appliedMigrations(connection)).has(name)) return steps;
  await inTransaction(connection, async () => {
    await connection.query(ACCESS);
    await createQueues(connection);
    await recordMigration(connection, { name, checksum: settings });
  });
  return [...steps, name];
}

async function presentVersion(connection: OwnerConnection): Promise<number | undefined> {
  const table = await connection.query<{ found: boolean }>("SELECT to_regclass($1) IS NOT NULL AS found", [`${QUEUE_SCHEMA}.version`]);
  if (!table.rows[0]?.found) return undefined;
  const { rows } = await connection.query<{ version: number }>(`SELECT version FROM ${QUEUE_SCHEMA}.version`);
  return rows[0]?.version;
}

/** A plan ends with its own COMMIT, which commits the record that stands before it as well. */
async function runPlan(connection: OwnerConnection, name: string, plan: string): Promise<void> {
  await connection.query("BEGIN");
  try {
    await recordMigration(connection, { name, checksum: checksumOf(plan) });
    await connection.query(plan);
  } catch (thrown) {
    await connection.query("ROLLBACK");
    throw thrown;
  }
}

async function createQueues(connection: OwnerConnection): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => connection.query(text, values) };
  const boss = new PgBoss({ db, schema: QUEUE_SCHEMA, migrate: false, supervise: false, schedule: false, registerInstance: false });
  await boss.start();
  for (const { name, policy, ...settings } of QUEUES) {
    await boss.createQueue(name, { policy, ...settings });
    await boss.updateQueue(name, settings);
  }
  await boss.stop();
}
