import "server-only";

import { fromPrisma, PgBoss, type PrismaTransactionLike } from "pg-boss";

import { errorTrace } from "@/lib/platform/error-trace";
import { required } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { QUEUE_SCHEMA, type QueueName } from "@/lib/platform/queue/queues";

/** What a job carries and how it stands in line. */
export interface EnqueueOptions {
  /** At most one job of this key waits. */
  singletonKey: string;
  /** Whose job it is, for fairness between tenants. */
  groupId?: string;
  /** Higher first; jobs of one priority in the order they came. */
  priority?: number;
}

/** What a worker does with a job's data. It throws for the job to be tried again; the signal is aborted when the process stops. */
export type JobHandler = (data: unknown, signal: AbortSignal) => Promise<void>;

const SETTINGS = { schema: QUEUE_SCHEMA, migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false } as const;
/** Seconds between two looks for work when no notification has come, and while notifications work. */
const POLLING = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 5 };
/** How long running jobs are waited for when the process stops, in ms. */
const STOP_PATIENCE_MS = 20_000;

interface Running {
  boss: PgBoss;
  stopping: AbortController;
}

let sender: Promise<PgBoss> | undefined;
let running: Running | undefined;

/** Queues a job in the caller's transaction: it is there when the transaction commits, and not otherwise. */
export async function enqueue(tx: PrismaTransactionLike, queue: QueueName, data: object, { singletonKey, groupId, priority }: EnqueueOptions): Promise<void> {
  const boss = await sendingBoss();
  await boss.send(queue, data, {
    db: fromPrisma(tx),
    singletonKey,
    ...(groupId === undefined ? {} : { group: { id: groupId } }),
    ...(priority === undefined ? {} : { priority }),
  });
}

/** The singleton keys of a queue's jobs that wait or run. */
export async function activeJobKeys(queue: QueueName): Promise<string[]> {
  if (running === undefined) throw new Error("The queue is not started.");
  const { rows } = await running.boss.getDb().executeSql(
    `SELECT singleton_key AS key FROM ${QUEUE_SCHEMA}.job WHERE name = $1 AND state IN ('created', 'retry', 'active') AND singleton_key IS NOT NULL`,
    [queue],
  );
  return rows.map((row: { key: string }) => row.key);
}

/** Connects this process to the queues as a worker; it also gives back the jobs of processes that have died. */
export async function startQueue(): Promise<void> {
  const boss = new PgBoss({
    ...SETTINGS,
    connectionString: required("ENGINE_DATABASE_URL"),
    max: 6,
    useListenNotify: true,
    supervise: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (thrown) => log.warn({ error: errorTrace(thrown) }, "queue"));
  await boss.start();
  running = { boss, stopping: new AbortController() };
}

/** Works on a queue's jobs, `concurrency` at a time. To be called after {@link startQueue}. */
export async function workQueue(queue: QueueName, handle: JobHandler, { concurrency }: { concurrency: number }): Promise<void> {
  for (let count = 0; count < concurrency; count++) await startWorker(queue, handle);
}

async function startWorker(queue: QueueName, handle: JobHandler): Promise<void> {
  if (running === undefined) throw new Error("The queue is not started.");
  const { boss, stopping } = running;
  let worker = "";
  worker = await boss.work(queue, { ...POLLING, batchSize: 1, heartbeatRefreshSeconds: 4 }, async (jobs) => {
    try {
      for (const { data, signal } of jobs) await handle(data, AbortSignal.any([signal, stopping.signal]));
    } finally {
      // Without it a worker would wait for its next look although other jobs wait: it is only woken by new ones.
      boss.notifyWorker(worker);
    }
  });
}

/** Stops taking jobs, aborts the signal of those that run, waits for them and disconnects. */
export async function stopQueue(): Promise<void> {
  const stopped = running;
  running = undefined;
  if (stopped === undefined) return;
  stopped.stopping.abort(new Error("The worker is stopping."));
  await stopped.boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS, close: true });
}

/** A pg-boss that only writes into the transactions it is given; it holds no connection and starts nothing. */
function sendingBoss(): Promise<PgBoss> {
  sender ??= startSender();
  return sender;
}

async function startSender(): Promise<PgBoss> {
  const boss = new PgBoss({ ...SETTINGS, connectionString: required("ENGINE_DATABASE_URL"), max: 1, supervise: false, registerInstance: false });
  boss.on("error", (thrown) => log.warn({ error: errorTrace(thrown) }, "queue"));
  await boss.start();
  return boss;
}
