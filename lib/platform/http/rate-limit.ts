import { CitadelError } from "@/lib/platform/errors";

/** How many requests a caller may have at once, and how fast they come back. */
export interface RateLimit {
  /** Requests of one burst. */
  burst: number;
  /** Requests a second that are given back. */
  perSecond: number;
}

/**
 * The limit of one credential, in this process. Eight parallel uploaders that also poll stay far below it; a loop that
 * has lost its end does not.
 */
export const CALLER_LIMIT: RateLimit = { burst: 2_000, perSecond: 300 };

/** Retry-After is never longer than this, in seconds. */
const LONGEST_WAIT_SECONDS = 10;
const MOST_BUCKETS = 10_000;

interface Bucket {
  tokens: number;
  /** When `tokens` was counted, in ms. */
  at: number;
}

/** The headers that tell a caller where it stands. */
export type RateLimitHeaders = Record<"ratelimit-limit" | "ratelimit-remaining" | "ratelimit-reset", string>;

/** Token buckets, one a caller. `clock` gives ms. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #limit: RateLimit;
  readonly #clock: () => number;

  constructor(limit: RateLimit = CALLER_LIMIT, clock: () => number = () => performance.now()) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Takes one request from the caller's bucket. `allowed: false` comes with the seconds to wait. */
  take(caller: string): { allowed: boolean; headers: RateLimitHeaders; retryAfterSeconds: number } {
    const bucket = this.#filled(caller);
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    const { burst, perSecond } = this.#limit;
    return {
      allowed,
      retryAfterSeconds: Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))),
      headers: {
        "ratelimit-limit": String(burst),
        "ratelimit-remaining": String(Math.floor(bucket.tokens)),
        "ratelimit-reset": String(Math.ceil((burst - bucket.tokens) / perSecond)),
      },
    };
  }

  #filled(caller: string): Bucket {
    const now = this.#clock();
    const known = this.#buckets.get(caller);
    const { burst, perSecond } = this.#limit;
    const tokens = known === undefined ? burst : Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond);
    const bucket = { tokens, at: now };
    // The map keeps its callers in the order of their last request: the first is the one that has rested longest.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_BUCKETS && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }
}

/** The error for a caller whose bucket is empty. */
export function rateLimited(retryAfterSeconds: number): CitadelError {
  return new CitadelError("rate_limited", `Too many requests at once. Wait ${retryAfterSeconds} s and send it again.`, { retryAfterSeconds });
}
