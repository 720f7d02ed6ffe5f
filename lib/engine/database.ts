import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";
import { z } from "zod";

import { Prisma, PrismaClient } from "@/lib/engine/generated/client";
import { unauthorized } from "@/lib/engine/keys/credential";
import type { ProjectScope } from "@/lib/engine/scope";
import { required } from "@/lib/platform/env";

/** One transaction of the engine's login. */
export type EngineTransaction = Prisma.TransactionClient;

/** Prisma's JSON input type, for columns that hold validated JSON. */
export type JsonInput = Prisma.InputJsonValue;

/** Makes a statement with its values apart, for {@link inOneStatement}. */
export const statementOf = Prisma.sql;

/** How long a connection is kept while nothing is asked, in ms: a new one has no plan of a search yet, and its first takes twice the time. */
const IDLE_MS = 15 * 60_000;

const processWide = globalThis as typeof globalThis & { citadelEngineClient?: PrismaClient };

/** The engine's connection pool: one a process, also across Next's separately bundled routes. */
function client(): PrismaClient {
  processWide.citadelEngineClient ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: required("ENGINE_DATABASE_URL"), max: 10, idleTimeoutMillis: IDLE_MS }, { statementNameGenerator: preparedName() }),
  });
  return processWide.citadelEngineClient;
}

/** Statements that are kept prepared on each connection. Code has fewer; a list's length may make more of one. */
const MOST_PREPARED = 200;

/** Names the statements that are run again and again, so that a connection parses each of them once. */
function preparedName(): ({ sql }: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST_PREPARED) return known ?? "";
    const name = `engine_${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/** Longest a scoped transaction may take and wait for a connection, in ms. */
const LIMITS = { timeout: 60_000, maxWait: 10_000 };

/**
 * Runs one transaction in which row-level security shows one project and nothing else: the one whose key the scope was made from, as
 * the database itself finds it by the key, or the one of the job's row. Statements name the scope's project as well; this is the
 * wall behind them.
 *
 * @throws CitadelError `unauthorized` when the key has ended since the scope was made
 */
export async function withProject<Result>(scope: ProjectScope, work: (tx: EngineTransaction) => Promise<Result>): Promise<Result> {
  return client().$transaction((tx) => inside(tx, scope, work), LIMITS);
}

/**
 * {@link withProject} for work that only reads: all its statements see one state. A row and what belongs to it are read one after the other, and
 * between the two somebody else may remove both.
 */
export async function readProject<Result>(scope: ProjectScope, work: (tx: EngineTransaction) => Promise<Result>): Promise<Result> {
  return client().$transaction((tx) => inside(tx, scope, work), { ...LIMITS, isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead });
}

async function inside<Result>(tx: EngineTransaction, scope: ProjectScope, work: (tx: EngineTransaction) => Promise<Result>): Promise<Result> {
  await entered(tx.$queryRaw(Prisma.sql`SELECT ${enter(scope)}`));
  return work(tx);
}

/**
 * Runs one statement that is a transaction of its own, for a function of the database that sets the project that it is handed
 * before it reads (engine.find_passages): a single round trip.
 *
 * @throws CitadelError `unauthorized` when the key has ended since the scope was made
 */
export async function inOneStatement<Row>(scope: ProjectScope, statement: (project: Prisma.Sql) => Prisma.Sql): Promise<Row[]> {
  return entered(client().$queryRaw<Row[]>(statement(enter(scope))));
}

/** Sets the project for row-level security, and is its id. */
function enter({ projectId, keyHash }: ProjectScope): Prisma.Sql {
  return keyHash === undefined ? Prisma.sql`set_config('app.project_id', ${projectId}, true)` : Prisma.sql`engine.enter_by_key(${keyHash})`;
}

/** Of the error that engine.enter_by_key raises for a key that opens nothing (any more), as the driver tells it. */
const noLiveKey = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.literal("CT401") }) }) });

async function entered<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (thrown) {
    throw thrown instanceof Prisma.PrismaClientKnownRequestError && noLiveKey.safeParse(thrown.meta).success ? unauthorized() : thrown;
  }
}

/**
 * Runs one of the closed list of look-ups that come before a scope (the SECURITY DEFINER functions of the migrations).
 * Without a scope row-level security shows no row of any table, so nothing else can be read here.
 */
export async function lookUp<Result>(work: (tx: EngineTransaction) => Promise<Result>): Promise<Result> {
  return work(client());
}

/** Closes the pool; for the end of a process or a test. */
export async function closeEngineDatabase(): Promise<void> {
  await processWide.citadelEngineClient?.$disconnect();
  delete processWide.citadelEngineClient;
}
