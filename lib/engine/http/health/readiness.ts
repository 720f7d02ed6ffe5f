import "server-only";

import { lookUp } from "@/lib/engine/database";
import { rehearsed } from "@/lib/engine/rehearsal/rehearsed";
import { embedder } from "@/lib/platform/embedding-model/embedder";
import { CitadelError } from "@/lib/platform/errors";

/** A part that does not answer within this time, in ms, is not ready. */
const PATIENCE_MS = 5_000;
const RETRY_AFTER_SECONDS = 5;

const PARTS = [
  { check: () => lookUp((tx) => tx.$queryRaw`SELECT 1`), otherwise: "The database does not answer." },
  { check: async () => (await embedder()).embedQuestion("ready"), otherwise: "The embedding model is not loaded." },
  { check: rehearsed, otherwise: "The first questions are still being rehearsed." },
];

/** Throws CitadelError `unavailable` with the reason while questions cannot be answered. The first call loads the model and begins the rehearsal. */
export async function assertReady(parts: readonly { check: () => Promise<unknown>; otherwise: string }[] = PARTS): Promise<void> {
  for (const { check, otherwise } of parts) {
    try {
      await within(check());
    } catch (cause) {
      throw new CitadelError("unavailable", `${otherwise} Try again in a moment.`, { cause, retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
  }
}

async function within(work: Promise<unknown>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("No answer in time.")), PATIENCE_MS);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
