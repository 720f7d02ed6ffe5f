import "server-only";

import { join } from "node:path";

import { modelSettings } from "@/lib/engine/answer/writing/model-settings";
import { inProcessAdmin } from "@/lib/engine/in-process";
import { httpClient } from "@/lib/engine/over-http/http-client";
import { rehearse } from "@/lib/engine/rehearsal/rehearse";
import { embeddingSettings } from "@/lib/engine/search/model/embedding-settings";
import { env, required } from "@/lib/platform/env";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";

/** Longest wait for the worker to read the rehearsal's document, in ms; it starts beside the web process. */
const PATIENCE_MS = 20_000;
/** A slow database must not keep a start from its end: the launcher waits for three minutes. */
const ASKING_MS = 60_000;
/** With four instead of two, the searches that follow had a p95 of 30 instead of 35 ms (docs/decisions/0025). */
const ROUNDS = 4;

const processWide = globalThis as typeof globalThis & { citadelRehearsal?: Promise<void> };

/**
 * Resolves when this process has rehearsed its first questions, at its own address; the first call begins. A rehearsal that fails is logged and
 * keeps nobody from work. There is none in development and tests, and none where another engine answers or a paid model embeds.
 */
export function rehearsed(hold: (() => Promise<number>) | undefined = isWanted() ? atOwnAddress : undefined): Promise<void> {
  processWide.citadelRehearsal ??= hold === undefined ? Promise.resolve() : inQuiet(hold);
  return processWide.citadelRehearsal;
}

function isWanted(): boolean {
  const { NODE_ENV, ENGINE_URL } = env();
  return NODE_ENV === "production" && ENGINE_URL === undefined && embeddingSettings() === undefined;
}

function atOwnAddress(): Promise<number> {
  const { DATA_DIR, PORT } = env();
  return rehearse({
    admin: inProcessAdmin(required("MANAGEMENT_KEY")),
    client: (key) => httpClient(`http://localhost:${PORT}`, key),
    mark: join(DATA_DIR, "rehearsal"),
    patienceMs: PATIENCE_MS,
    askingMs: ASKING_MS,
    rounds: ROUNDS,
    chats: modelSettings() === undefined,
  });
}

async function inQuiet(hold: () => Promise<number>): Promise<void> {
  const started = performance.now();
  try {
    const questions = await hold();
    log.info({ questions, ms: Math.round(performance.now() - started) }, "first questions rehearsed");
  } catch (cause) {
    log.warn({ error: errorTrace(cause) }, "first questions not rehearsed");
  }
}
