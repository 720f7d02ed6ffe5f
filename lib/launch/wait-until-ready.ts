import { setTimeout as pause } from "node:timers/promises";

import { StartError } from "@/lib/launch/start-error";

/** How long a server may take to become ready, between two looks, and one look's answer, in ms. */
const PATIENCE_MS = 180_000;
const LOOK_MS = 50;
const ANSWER_MS = 30_000;

/** Waits until a server takes work. Throws StartError with the reason it last gave, and the signal's reason when told to stop. */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<void> {
  let reason = "it did not answer";
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(LOOK_MS, undefined, { signal })) {
    try {
      const answer = await fetch(`${url}/api/ready`, { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]) });
      if (answer.status === 200) return;
      reason = await answer.text();
    } catch {
      // Nobody listens yet.
    }
  }
  throw new StartError(`The server at ${url} was not ready in time: ${reason}. Look into logs/web.log under DATA_DIR.`);
}
