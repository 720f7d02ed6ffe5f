import "server-only";

import { errorTrace } from "@/lib/platform/error-trace";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { SignedProof } from "@/lib/portal/isolation/signed-proof";

const PATIENCE_MS = 10_000;

/** Tells the outside world that a proof did not hold: one line in the log, and the signed report to ALERT_WEBHOOK_URL when it is set. Never throws. */
export async function raiseAlarm(proof: SignedProof): Promise<void> {
  const { id, verdict, leaked, probes } = proof.payload;
  log.error({ proof: id, verdict, leaked, probes }, "the proof of isolation did not hold");
  const { ALERT_WEBHOOK_URL } = env();
  if (ALERT_WEBHOOK_URL === undefined) return;
  try {
    const answer = await fetch(ALERT_WEBHOOK_URL, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ event: "proof.failed", proof }),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) log.error({ status: answer.status }, "the alarm was not taken");
  } catch (thrown) {
    log.error({ error: errorTrace(thrown) }, "the alarm did not get through");
  }
}
