import "server-only";

import { env } from "@/lib/platform/env";
import { engineAdmin, engineClient } from "@/lib/portal/engine-door";
import { type ProofTarget, rawOver } from "@/lib/portal/isolation/proof-target";

/** The engine behind this portal's own door, and what it is called in a report. */
export function ownTarget(): { target: ProofTarget; engine: string } {
  const { ENGINE_URL, PORT } = env();
  return {
    target: { admin: engineAdmin(), client: engineClient, raw: rawOver(ENGINE_URL ?? `http://localhost:${PORT}`) },
    engine: ENGINE_URL ?? "embedded",
  };
}
