import { errorTrace } from "@/lib/platform/error-trace";
import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** How many requests a caller may have at once, and how fast they come back. */
export interface RateLimit {
  /** Requests of one burst. */
  burst: number;
  /** Requests a second that are given back. */
  perSecond: number;
}

/**
 * The limit of one credential. Eight parallel uploaders that also poll stay far below it; a loop that
 * has lost its end does not.
 */
export const CALLER_LIMIT: RateLimit = { burst: 2_000, perSecond: 300 };

/** Retry-After is never longer than this, in seconds. */
const LONGEST_WAIT_SECONDS = 10;
const MOST_BUCKETS = 10_000;

/** Between a request and the report of it to the other processes, in ms: so late a process learns what the others have let through. */
const REPORT_MS = 100;

interface Bucket {
  tokens: number;
  /** When `tokens` was counted, in ms. */
  at: number;
  /** Requests that the other processes have not been told of. */
  unreported: number;
  reporting: boolean;
}

/** Takes requests from the bucket that all processes share. Nobody's request waits for it. */
export type SharedBucket = (bucket: string, limit: RateLimit, wanted: number) => Promise<{ taken: number; remaining: number }>;

/** The headers that tell a caller where it stands. */
export type RateLimitHeaders = Record<"ratelimit-limit" | "ratelimit-remaining" | "ratelimit-reset", string>;

/**
 * Token buckets, one a caller. `clock` gives ms. With a shared bucket the limit holds for all processes together: each counts in its memory, and tells the
 * others behind the requests, some tenths of a second at a time; when the database does not answer, each still holds its own.
 */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #limit: RateLimit;
  readonly #clock: () => number;
  readonly #shared: SharedBucket | undefined;

  constructor(limit: RateLimit = CALLER_LIMIT, clock: () => number = () => performance.now(), shared?: SharedBucket) {
    this.#limit = limit;
    this.#clock = clock;
    this.#shared = shared;
  }

  /** Takes one request from the caller's bucket. `allowed: false` comes with the seconds to wait. */
  take(caller: string): { allowed: boolean; headers: RateLimitHeaders; retryAfterSeconds: number } {
    const bucket = this.#filled(caller);
    const allowed = bucket.tokens >= 1;
    if (allowed) this.#spend(caller, bucket);
    const { burst, perSecond } = this.#limit;
    return {
      allowed,
      retryAfterSeconds: Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond))),
      headers: {
        "ratelimit-limit": String(burst),
        "ratelimit-remaining": String(Math.max(0, Math.floor(bucket.tokens))),
        "ratelimit-reset": String(Math.ceil((burst - bucket.tokens) / perSecond)),
      },
    };
  }

  #spend(caller: string, bucket: Bucket): void {
    bucket.tokens -= 1;
    bucket.unreported += 1;
    if (this.#shared === undefined || bucket.reporting) return;
    bucket.reporting = true;
    setTimeout(() => void this.#report(caller, bucket), REPORT_MS).unref();
  }

  /** Tells the shared bucket what was spent here, and takes over what it has left. */
  async #report(caller: string, bucket: Bucket): Promise<void> {
    const wanted = bucket.unreported;
    try {
      const answer = await this.#shared?.(caller, this.#limit, wanted);
      if (answer === undefined) return;
      bucket.unreported -= answer.taken;
      bucket.tokens = Math.min(bucket.tokens, answer.remaining - bucket.unreported);
    } catch (thrown) {
      log.warn({ error: errorTrace(thrown) }, "the limits of requests are not shared at the moment");
    } finally {
      bucket.reporting = false;
    }
  }

  #filled(caller: string): Bucket {
    const now = this.#clock();
    const known = this.#buckets.get(caller);
    const { burst, perSecond } = this.#limit;
    const tokens = known === undefined ? burst : Math.min(burst, known.tokens + ((now - known.at) / 1000) * perSecond);
    const bucket = known ?? { tokens, at: now, unreported: 0, reporting: false };
    Object.assign(bucket, { tokens, at: now });
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
