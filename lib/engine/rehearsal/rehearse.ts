import "server-only";

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import type { EngineAdmin, EngineClient } from "@/lib/engine/client";
import { rehearsalDocument, type Rehearsed, rehearsedQuestions } from "@/lib/engine/rehearsal/rehearsal-document";
import { CitadelError } from "@/lib/platform/errors";

/** What a rehearsal is held with. */
export interface Stage {
  admin: EngineAdmin;
  /** The door that strangers' requests come through, for a key. */
  client: (key: string) => EngineClient;
  /** File that names the rehearsal's project while there is one: the next rehearsal deletes what a crash has left. */
  mark: string;
  /** Longest wait for the document to be read, in ms; afterwards the questions find nothing, and still load what answers them. */
  patienceMs: number;
  /** Time in which questions are put, in ms: where they take longer, fewer are. */
  askingMs: number;
  /** How often each question is put: code is compiled by how often it has run. */
  rounds: number;
  /** Whether to chat: not where a language model is paid for every answer. */
  chats: boolean;
}

const NAME = "rehearsal of a start";
/** A key that a crash leaves behind dies by itself, in ms. */
const KEY_LIFE_MS = 10 * 60_000;
const LOOK_MS = 200;
/** Questions under way at a time: each connection of the pool that two at a time use makes its own plans. */
const LANES = 2;

/**
 * Puts questions to the engine as a customer would, in a project of its own that is deleted afterwards: modules are loaded, statements
 * planned and code compiled before somebody waits for it. Returns how many were answered. Throws what the engine throws; the project is deleted then, too.
 */
export async function rehearse(stage: Stage): Promise<number> {
  const { admin, mark } = stage;
  await leaveNothing(stage);
  const { id } = await admin.createProject({ name: NAME, environment: "development", metadata: { disposable: true } });
  try {
    writeFileSync(mark, id, { mode: 0o600 });
    const { key } = await admin.issueKey(id, { name: NAME, expiresAt: new Date(Date.now() + KEY_LIFE_MS).toISOString() });
    const client = stage.client(key);
    await store(client, stage.patienceMs);
    const round = rehearsedQuestions().filter((asked) => stage.chats || "query" in asked);
    const questions = Array.from({ length: stage.rounds }, () => round).flat();
    return await askAll(client, questions, stage.askingMs);
  } finally {
    await leaveNothing(stage, id);
  }
}

/** Deletes the rehearsal's project, or an earlier one's that is named by the mark. */
async function leaveNothing({ admin, mark }: Stage, projectId = existsSync(mark) ? readFileSync(mark, "utf8") : undefined): Promise<void> {
  if (projectId === undefined) return;
  try {
    await admin.deleteProject(projectId);
  } catch (thrown) {
    // It is gone, as it should be.
    if (!(thrown instanceof CitadelError) || thrown.code !== "not_found") throw thrown;
  }
  rmSync(mark, { force: true });
}

async function store(client: EngineClient, patienceMs: number): Promise<void> {
  await client.documents.upload({ name: "House rules.md", body: new Blob([rehearsalDocument()]).stream() });
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(LOOK_MS)) {
    const { data } = await client.documents.list();
    if (data.every(({ status }) => status === "ready" || status === "failed")) return;
  }
}

async function askAll(client: EngineClient, questions: readonly Rehearsed[], askingMs: number): Promise<number> {
  const waiting = questions.values();
  const end = Date.now() + askingMs;
  let answered = 0;
  const lane = async () => {
    let sessionId: string | undefined;
    while (Date.now() < end) {
      const { value: asked } = waiting.next();
      if (asked === undefined) return;
      if ("query" in asked) await client.search({ query: asked.query });
      else ({ sessionId } = await client.chat({ question: asked.question, ...(asked.isFollowUp === true && sessionId !== undefined ? { sessionId } : {}) }));
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return answered;
}
