import "server-only";

import { type RateLimit, RateLimiter } from "@/lib/platform/http/rate-limit";
import { takeRequests } from "@/lib/portal/http/take-requests";

/** What one person may send to the portal's routes, from all their windows and to all processes: far above what a browser does. */
const PERSON_LIMIT: RateLimit = { burst: 1_000, perSecond: 50 };

const processWide = globalThis as typeof globalThis & { citadelPersonLimiter?: RateLimiter };

/** One for all routes of this process, which the web server bundles separately; its buckets are those of all processes. */
export function personLimiter(): RateLimiter {
  processWide.citadelPersonLimiter ??= new RateLimiter(PERSON_LIMIT, undefined, takeRequests);
  return processWide.citadelPersonLimiter;
}
