import "server-only";

import { ModelFailure } from "@/lib/engine/answer/writing/model-failure";

/**
 * What a promise gives within so many ms. Throws {@link ModelFailure} `timed_out` after them, and the signal's reason as soon as it is
 * aborted, whether or not the work behind the promise heeds either.
 */
export async function within<Result>(work: Promise<Result>, ms: number, signal?: AbortSignal): Promise<Result> {
  // It may be left behind: its failure must not count as unhandled then.
  work.catch(() => undefined);
  signal?.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ModelFailure("timed_out")), Math.max(0, ms));
  const stop = () => reject(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}
