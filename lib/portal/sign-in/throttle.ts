import "server-only";

import { createHmac } from "node:crypto";

import { required } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { type PortalTransaction, withNobody } from "@/lib/portal/database";

/** Failed sign-ins are counted over this many seconds. */
export const WINDOW_SECONDS = 15 * 60;

/**
 * The most failed sign-ins within the window: of one account from one address, of one address, and of one account from everywhere. The last does not bind
 * who tries from an address from which the account has signed in before, so that nobody can lock a person out by failing in their name.
 */
export const MOST_FAILURES = { pair: 10, address: 60, account: 100 } as const;

/** An address from which an account has not signed in for so long is no longer known, in ms. */
const KNOWN_MS = 180 * 24 * 60 * 60 * 1000;

/** A sign-in that is being tried: counted as failed until it is forgotten. */
export interface Attempt {
  id: string;
  pair: string;
  address: string;
  account: string;
}

/**
 * Counts a sign-in for its account, its address and both together before the password is looked at, so that many at once cannot slip through,
 * and whether or not the account exists. A refused attempt is not counted.
 *
 * @throws CitadelError `rate_limited` with the seconds to wait
 */
export async function countAttempt(email: string, address: string): Promise<Attempt> {
  const attempt: Attempt = { id: newId("evt"), pair: digest("pair", `${email} ${address}`), address: digest("address", address), account: digest("account", email) };
  await withNobody(async (tx) => {
    await forgetOld(tx);
    await admit(tx, attempt.account, (await isKnown(tx, attempt)) ? Number.POSITIVE_INFINITY : MOST_FAILURES.account);
    await admit(tx, attempt.pair, MOST_FAILURES.pair);
    await admit(tx, attempt.address, MOST_FAILURES.address);
    await tx.signInAttempt.createMany({ data: [attempt.account, attempt.pair, attempt.address].map((subject) => ({ subject, id: attempt.id })) });
  });
  return attempt;
}

/** Takes back a sign-in that succeeded, and with it the account's earlier failures from there; the address is known from now on. */
export async function forgetAttempts({ id, pair, account, address }: Attempt): Promise<void> {
  await withNobody(async (tx) => {
    await tx.signInAttempt.deleteMany({ where: { OR: [{ subject: pair }, { subject: { in: [account, address] }, id }] } });
    await tx.knownAddress.upsert({ where: { subject: pair }, create: { subject: pair }, update: { seenAt: new Date() } });
    await tx.knownAddress.deleteMany({ where: { seenAt: { lt: new Date(Date.now() - KNOWN_MS) } } });
  });
}

async function isKnown(tx: PortalTransaction, { pair }: Attempt): Promise<boolean> {
  return (await tx.knownAddress.findUnique({ where: { subject: pair }, select: { subject: true } })) !== null;
}

async function admit(tx: PortalTransaction, subject: string, most: number): Promise<void> {
  // Attempts on one subject stand in line, in every process; always in the same order.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${subject}, 0))`;
  const [row] = await tx.$queryRaw<{ failures: number; wait: number | null }[]>`
    SELECT count(*)::int AS failures,
           ceil(extract(epoch FROM min(created_at) + make_interval(secs => ${WINDOW_SECONDS}) - clock_timestamp()))::int AS wait
    FROM portal.sign_in_attempt
    WHERE subject = ${subject} AND created_at > clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})`;
  if (row !== undefined && row.failures >= most) throw tooMany(Math.max(1, row.wait ?? WINDOW_SECONDS));
}

async function forgetOld(tx: PortalTransaction): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM portal.sign_in_attempt WHERE (subject, id) IN (
      SELECT subject, id FROM portal.sign_in_attempt WHERE created_at < now() - make_interval(secs => ${WINDOW_SECONDS})
      LIMIT 100 FOR UPDATE SKIP LOCKED)`;
}

function tooMany(retryAfterSeconds: number): CitadelError {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new CitadelError("rate_limited", `Too many tries. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again.`, {
    retryAfterSeconds,
  });
}

/** The table holds digests only, which cannot be turned back into addresses without the server's secret. */
function digest(kind: "account" | "address" | "pair", value: string): string {
  return createHmac("sha256", required("AUTH_SECRET")).update(`${kind} ${value}`).digest("hex");
}
