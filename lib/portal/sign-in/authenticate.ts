import "server-only";

import { z } from "zod";

import { hashPassword, verifyPassword } from "@/lib/platform/crypto/password";
import { randomToken } from "@/lib/platform/crypto/token";
import { CitadelError } from "@/lib/platform/errors";
import { findPerson } from "@/lib/portal/people/find-person";
import { emailAddress } from "@/lib/portal/people/email-address";
import { MAX_PASSWORD_LENGTH } from "@/lib/portal/people/password-rule";
import { countAttempt, forgetAttempts } from "@/lib/portal/sign-in/throttle";

const credentials = z.object({ email: emailAddress, password: z.string().min(1).max(MAX_PASSWORD_LENGTH) });

let nobodysHash: Promise<string> | undefined;

/**
 * The id of the person whose e-mail address and password these are. An unknown address costs the same time and gives the same
 * error as a wrong password.
 *
 * @param address where the request came from, for throttling
 * @throws CitadelError `unauthorized`, `rate_limited`
 */
export async function authenticate(given: unknown, address: string): Promise<string> {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) throw wrong();
  const { email, password } = parsed.data;
  const attempt = await countAttempt(email, address);
  nobodysHash ??= hashPassword(randomToken());
  const [person, dummy] = await Promise.all([findPerson(email), nobodysHash]);
  const matches = await verifyPassword(person?.passwordHash ?? dummy, password);
  if (person === null || person.passwordHash === null || !matches) throw wrong();
  await forgetAttempts(attempt);
  return person.id;
}

function wrong(): CitadelError {
  return new CitadelError("unauthorized", "This e-mail address and password do not go together. Check both and try again.");
}
