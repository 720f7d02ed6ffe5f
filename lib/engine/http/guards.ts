import "server-only";

import { authenticateManagement, authenticateProject } from "@/lib/engine/keys/authenticate";
import { readCredential } from "@/lib/engine/keys/credential";
import type { ManagementProof } from "@/lib/engine/keys/management";
import type { AuthenticatedKey } from "@/lib/engine/scope";
import { takeRequests } from "@/lib/engine/http/take-requests";
import type { Guard } from "@/lib/platform/http/define-route";
import { CALLER_LIMIT, RateLimiter } from "@/lib/platform/http/rate-limit";

const processWide = globalThis as typeof globalThis & { citadelRateLimiter?: RateLimiter };

/** One for all routes of this process, which the web server bundles separately; its buckets are those of all processes. */
function limiter(): RateLimiter {
  processWide.citadelRateLimiter ??= new RateLimiter(CALLER_LIMIT, undefined, takeRequests);
  return processWide.citadelRateLimiter;
}

/** Routes about the documents and answers of one project: the key is the project. */
export const projectGuard: Guard<AuthenticatedKey> = {
  credential: "projectKey",
  authenticate: (request) => authenticateProject(readCredential(request.headers)),
  rate: { limiter: limiter(), bucketOf: ({ keyId }) => keyId },
};

/** Routes that provision and read no content. */
export const managementGuard: Guard<ManagementProof> = {
  credential: "managementKey",
  authenticate: (request) => authenticateManagement(readCredential(request.headers)),
  rate: { limiter: limiter(), bucketOf: () => "management" },
};

/** Routes that anyone may call. */
export const publicGuard: Guard<null> = {
  credential: null,
  authenticate: () => Promise.resolve(null),
};
