import type { Queue } from "pg-boss";

/** Schema of the database that holds the queues. */
export const QUEUE_SCHEMA = "queue";

/** What every queue has in common; times in seconds. */
const COMMON = {
  // At most one job of a key waits; one that runs does not keep the next from being queued.
  policy: "short",
  // A process that dies stops its heartbeat: its jobs come back after this time and at most one look of the monitor.
  heartbeatSeconds: 12,
  expireInSeconds: 4 * 60 * 60,
  retryLimit: 20,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  deleteAfterSeconds: 60 * 60,
  notify: true,
} as const satisfies Omit<Queue, "name">;

/** The closed list of queues. There is no dead-letter queue: the rows say what is unfinished, and a sweep queues it again. */
export const QUEUES = [
  { ...COMMON, name: "ingest" },
  { ...COMMON, name: "delete-project" },
  { ...COMMON, name: "reindex", expireInSeconds: 24 * 60 * 60 },
] as const satisfies readonly Queue[];

/** A queue's name. */
export type QueueName = (typeof QUEUES)[number]["name"];
