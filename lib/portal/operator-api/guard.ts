import "server-only";

import { timingSafeEqual } from "node:crypto";

import { sha256 } from "@/lib/platform/crypto/token";
import { env } from "@/lib/platform/env";
import { CitadelError } from "@/lib/platform/errors";
import type { Guard } from "@/lib/platform/http/define-route";
import { RateLimiter } from "@/lib/platform/http/rate-limit";
import type { Actor } from "@/lib/portal/audit/audit-event";

/** How the customers' audit logs name whoever holds the operator token. */
const OPERATOR_API: Actor = { kind: "operator", id: null, name: "Operator API" };

/** What the keys of the document engine begin with. */
const ENGINE_KEY = /^(?:sk_(?:live|test)|mk)_/;

const processWide = globalThis as typeof globalThis & { citadelOperatorLimiter?: RateLimiter };

/** One for all routes of this process, which the web server bundles separately. */
function limiter(): RateLimiter {
  processWide.citadelOperatorLimiter ??= new RateLimiter();
  return processWide.citadelOperatorLimiter;
}

/** Routes for the company's own systems: they make and end customers, and read no content. The caller is who stands in the audit log. */
export const operatorApiGuard: Guard<Actor> = {
  credential: "operatorToken",
  authenticate(request) {
    requireOperatorToken(bearerOf(request.headers));
    return Promise.resolve(OPERATOR_API);
  },
  rate: { limiter: limiter(), bucketOf: () => "operator" },
};

/** The token is taken from this header and from nowhere else: what stands in a query ends up in logs. */
function bearerOf(headers: Headers): string {
  return (/^bearer\s+(\S+)\s*$/i.exec(headers.get("authorization") ?? "") ?? [])[1] ?? "";
}

/** Hashes are compared, in constant time. Keys of the engine are told by their form alone: whether they are alive is nobody's business here. */
function requireOperatorToken(credential: string): void {
  const token = env().OPERATOR_TOKEN;
  if (token !== undefined && timingSafeEqual(sha256(credential), sha256(token))) return;
  if (ENGINE_KEY.test(credential)) {
    throw new CitadelError("wrong_credential", "This call wants the operator token (op_…). What was sent is a key of the document engine; it opens /v1.");
  }
  throw new CitadelError("unauthorized", "A valid operator token is needed. Send it as Authorization: Bearer; it is the server's setting OPERATOR_TOKEN.");
}
