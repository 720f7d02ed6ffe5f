import "server-only";

import { createHmac } from "node:crypto";

import { required } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { type PortalTransaction, withNobody } from "@/lib/portal/database";

/** Failed sign-ins are counted over this many seconds. */
export const WINDOW_SECONDS = 15 * 60;

/** The most failed sign-ins of one account and of one address within the window. */
export const MOST_FAILURES = { account: 10, address: 60 } as const;

/** A sign-in that is being tried: counted as failed until it is forgotten. */
export interface Attempt {
  id: string;
  account: string;
  address: string;
}

/**
 * Counts a sign-in for its account and its address before the password is looked at, so that many at once cannot slip through,
 * and whether or not the account exists. A refused attempt is not counted.
 *
 * @throws CitadelError `rate_limited` with the seconds to wait
 */
export async function countAttempt(email: string, address: string): Promise<Attempt> {
  const attempt: Attempt = { id: newId("evt"), account: digest("account", email), address: digest("address", address) };
  await withNobody(async (tx) => {
    await forgetOld(tx);
    await admit(tx, attempt.account, MOST_FAILURES.account);
    await admit(tx, attempt.address, MOST_FAILURES.address);
    await tx.signInAttempt.createMany({ data: [attempt.account, attempt.address].map((subject) => ({ subject, id: attempt.id })) });
  });
  return attempt;
}

/** Takes back a sign-in that succeeded, and with it the account's earlier failures. */
export async function forgetAttempts({ id, account, address }: Attempt): Promise<void> {
  await withNobody((tx) => tx.signInAttempt.deleteMany({ where: { OR: [{ subject: account }, { subject: address, id }] } }));
}

async function admit(tx: PortalTransaction, subject: string, most: number): Promise<void> {
  // Attempts on one subject stand in line, in every process; accounts are always locked before addresses.
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
function digest(kind: "account" | "address", value: string): string {
  return createHmac("sha256", required("AUTH_SECRET")).update(`${kind} ${value}`).digest("hex");
}
