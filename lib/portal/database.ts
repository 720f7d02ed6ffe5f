import "server-only";

import { PrismaPg } from "@prisma/adapter-pg";

import { required } from "@/lib/platform/env";
import { notFound } from "@/lib/platform/errors";
import { Prisma, PrismaClient } from "@/lib/portal/generated/client";
import type { OrganisationScope } from "@/lib/portal/scope";
import { signedOut } from "@/lib/portal/sessions/signed-out";

/** One transaction of the portal's login. */
export type PortalTransaction = Prisma.TransactionClient;

/** Prisma's JSON input type, for columns that hold validated JSON. */
export type JsonInput = Prisma.InputJsonValue;

/** A condition on messages, for filters that are put together piece by piece. */
export type MessageCondition = Prisma.ConversationMessageWhereInput;

/** What row-level security is told. Each setting opens its own rows and none else. */
interface Settings {
  organisationId?: string;
  personId?: string;
  operator?: boolean;
  worker?: boolean;
}

const processWide = globalThis as typeof globalThis & { citadelPortalClient?: PrismaClient };

/** The portal's connection pool: one a process, also across Next's separately bundled routes. */
function client(): PrismaClient {
  processWide.citadelPortalClient ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: required("PORTAL_DATABASE_URL"), max: 10 }),
  });
  return processWide.citadelPortalClient;
}

/** Longest a transaction may take and wait for a connection, in ms. */
const LIMITS = { timeout: 30_000, maxWait: 10_000 };

/** For work that only reads: all its statements see one state. */
const ONE_STATE = { ...LIMITS, isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead };

async function within<Result>(settings: Settings, work: (tx: PortalTransaction) => Promise<Result>, options: typeof LIMITS = LIMITS): Promise<Result> {
  return client().$transaction(async (tx) => {
    await tx.$executeRaw`
      SELECT set_config('app.organisation_id', ${settings.organisationId ?? ""}, true),
             set_config('app.person_id', ${settings.personId ?? ""}, true),
             set_config('app.operator', ${settings.operator ? "on" : ""}, true),
             set_config('app.worker', ${settings.worker ? "on" : ""}, true)`;
    return work(tx);
  }, options);
}

/**
 * A transaction that sees the scope's organisation and nothing else. For a person's scope the database itself finds, by the session,
 * that the person belongs to it still; a job's scope opens the organisation of its row.
 *
 * @throws CitadelError `unauthorized` when the session has ended since the scope was made, `not_found` when the membership has
 */
export async function withOrganisation<Result>(scope: OrganisationScope, work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return entered(scope, work, LIMITS);
}

/**
 * {@link withOrganisation} for work that only reads rows with what belongs to them: the two are read one after the other, and between them somebody else
 * may remove both.
 */
export async function readOrganisation<Result>(scope: OrganisationScope, work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return entered(scope, work, ONE_STATE);
}

async function entered<Result>(scope: OrganisationScope, work: (tx: PortalTransaction) => Promise<Result>, options: typeof LIMITS): Promise<Result> {
  const { organisation, actorId, person } = scope;
  if (actorId === null) return within({ organisationId: organisation.id }, work, options);
  return client().$transaction(async (tx) => {
    const [entry] = await tx.$queryRaw<{ entered: string }[]>`SELECT portal.enter_by_session(${person.sessionId}, ${organisation.id}) AS entered`;
    if (entry?.entered === "session") throw signedOut();
    if (entry?.entered !== "entered") throw notFound();
    return work(tx);
  }, options);
}

/** A transaction that sees one person's own row, sessions and memberships. For `lib/portal/sessions` and `lib/portal/members`. */
export async function withPerson<Result>(personId: string, work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return within({ personId }, work);
}

/** Who works on an organisation before a membership exists: the invited person, or the operator's onboarding. */
export type Founder = { personId: string } | { operator: true };

/**
 * A transaction for what creates an organisation or joins one before a membership exists: onboarding and accepting an
 * invitation; and for what the operator's desk and API do to one customer. Importable by those four folders only (a lint rule with a test).
 */
export async function withNewOrganisation<Result>(
  organisationId: string,
  founder: Founder,
  work: (tx: PortalTransaction) => Promise<Result>,
): Promise<Result> {
  return within({ organisationId, ...founder }, work);
}

/** A transaction that takes jobs, and sees no tenant's rows. Importable by `lib/portal/jobs` only (a lint rule with a test). */
export async function withWorker<Result>(work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return within({ worker: true }, work);
}

/**
 * A transaction on the organisation whose job a worker has taken, before its scope is made again. Importable by
 * `lib/portal/jobs` only (a lint rule with a test).
 */
export async function withJob<Result>(organisationId: string, work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return within({ organisationId }, work);
}

/** A transaction of the operator's desk: the customers' list and the onboarding steps; no tenant's rows. */
export async function withOperator<Result>(work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return within({ operator: true }, work);
}

/** A transaction before anyone is known, for the counters of failed sign-ins; it sees no tenant's row and no person's. */
export async function withNobody<Result>(work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return within({}, work);
}

/** One of the closed list of look-ups that come before a scope; row-level security shows no tenant's row here. */
export async function lookUp<Result>(work: (tx: PortalTransaction) => Promise<Result>): Promise<Result> {
  return work(client());
}

/** Closes the pool; for the end of a process or a test. */
export async function closePortalDatabase(): Promise<void> {
  await processWide.citadelPortalClient?.$disconnect();
  delete processWide.citadelPortalClient;
}
