import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import { env } from "@/lib/platform/env";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";

import { raiseAlarm } from "@/lib/portal/isolation/alarm";
import { deleteLeftovers } from "@/lib/portal/isolation/leftovers";
import { ownTarget } from "@/lib/portal/isolation/own-target";
import { keepProof, latestProof } from "@/lib/portal/isolation/proofs";
import { runProof } from "@/lib/portal/isolation/run-proof";
import type { SignedProof } from "@/lib/portal/isolation/signed-proof";
import { stopAskingEverywhere } from "@/lib/portal/operators/stop-asking-everywhere";

/** Marked files a project in the scheduled run; with it a run is some hundreds of probes. */
export const SCHEDULED_FILES = 8;
/** Between two looks whether a proof is due, in ms. */
const LOOK_MS = 60_000;
/** After the start the server first does what people wait for, in ms. */
const FIRST_MS = 30_000;

let stopping: AbortController | undefined;
let running: Promise<void> | undefined;

/** Runs the prover against the portal's own engine and keeps the signed report; when it does not hold, nobody is answered any more. */
export async function proveNow(files = SCHEDULED_FILES, signal?: AbortSignal): Promise<SignedProof> {
  const { target, engine } = ownTarget();
  await deleteLeftovers(target.admin);
  const proof = await keepProof(await runProof(target, { files, engine, ...(signal === undefined ? {} : { signal }) }));
  const { verdict, probes, leaked } = proof.payload;
  log.info({ proof: proof.payload.id, verdict, probes, leaked }, "proof of isolation");
  if (verdict !== "holds") await raiseAlarm(proof);
  if (verdict === "leaks") await stopAskingEverywhere(proof.payload.id);
  return proof;
}

/** Proves again and again in the background, every PROOF_HOURS (0: never). */
export function startProofSchedule(): void {
  const hours = env().PROOF_HOURS;
  if (hours === 0 || stopping !== undefined) return;
  stopping = new AbortController();
  running = repeat(hours * 60 * 60 * 1000, stopping.signal);
}

/** Ends the schedule and waits for a run that is under way to clean up. */
export async function stopProofSchedule(): Promise<void> {
  stopping?.abort(new Error("The worker is stopping."));
  await running;
  stopping = undefined;
}

async function repeat(everyMs: number, signal: AbortSignal): Promise<void> {
  await sleep(FIRST_MS, signal);
  while (!signal.aborted) {
    try {
      const latest = await latestProof();
      const age = latest === null ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(latest.payload.finishedAt);
      if (age >= everyMs) await proveNow(SCHEDULED_FILES, signal);
    } catch (thrown) {
      if (!signal.aborted) log.error({ error: errorTrace(thrown) }, "the proof of isolation could not be made");
    }
    await sleep(LOOK_MS, signal);
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
