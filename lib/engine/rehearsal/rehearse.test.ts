import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import type { EngineClient } from "@/lib/engine/client";
import type { ChatAnswer, SearchResponse } from "@/lib/engine/contract";
import { closeEngineDatabase } from "@/lib/engine/database";
import { httpClient } from "@/lib/engine/over-http/http-client";
import { rehearse, type Stage } from "@/lib/engine/rehearsal/rehearse";
import { rehearsedQuestions } from "@/lib/engine/rehearsal/rehearsal-document";
import { rehearsed } from "@/lib/engine/rehearsal/rehearsed";
import { wholeEngine, type WholeEngine } from "@/lib/engine/testing/whole-engine";
import { CitadelError } from "@/lib/platform/errors";

let engine: WholeEngine;
const folder = mkdtempSync(join(tmpdir(), "citadel-rehearsal-"));
const mark = join(folder, "rehearsal");

beforeAll(async () => {
  engine = await wholeEngine();
});
afterAll(async () => {
  await engine.stop();
  await closeEngineDatabase();
  rmSync(folder, { recursive: true });
});

let made: string[];
let keys: string[];
let answers: ChatAnswer[];
let found: SearchResponse[];
beforeEach(() => {
  [made, keys, answers, found] = [[], [], [], []];
});

/** A stage that asks over HTTP and keeps what it is answered; documents are read when they are listed. */
function stage(more: Partial<Stage> = {}, changed: (client: EngineClient) => Partial<EngineClient> = () => ({})): Stage {
  return {
    mark,
    patienceMs: 20_000,
    askingMs: 60_000,
    rounds: 1,
    chats: true,
    admin: {
      ...engine.admin,
      async createProject(input) {
        const project = await engine.admin.createProject(input);
        made.push(project.id);
        return project;
      },
    },
    client(key) {
      keys.push(key);
      const [reading, asking] = [engine.client(key), httpClient(engine.url, key)];
      const client: EngineClient = {
        ...asking,
        documents: { ...asking.documents, list: reading.documents.list },
        async search(input) {
          const response = await asking.search(input);
          found.push(response);
          return response;
        },
        async chat(input) {
          const answer = await asking.chat(input);
          answers.push(answer);
          return answer;
        },
      };
      return { ...client, ...changed(client) };
    },
    ...more,
  };
}

/** Of each project that was made, whether it is ending and its key opens nothing. */
async function nothingIsLeft(): Promise<void> {
  expect(made).toHaveLength(1);
  for (const id of made) expect((await engine.admin.getProject(id)).status).toBe("deleting");
  for (const key of keys) await expect(httpClient(engine.url, key).search({ query: "key" })).rejects.toMatchObject({ code: "unauthorized" });
  expect(existsSync(mark)).toBe(false);
}

it("asks everything that its document answers, by both routes, and leaves nothing", async () => {
  expect(await rehearse(stage())).toBe(rehearsedQuestions().length);
  expect(found).toHaveLength(20);
  expect(found.filter(({ results }) => results.length === 10)).toHaveLength(20);
  expect(answers).toHaveLength(25);
  expect(answers.filter(({ refused }) => refused)).toHaveLength(1);
  expect(answers.some(({ answer }) => answer.includes("closes at"))).toBe(true);
  expect(new Set(answers.map(({ sessionId }) => sessionId)).size).toBe(24);
  await nothingIsLeft();
});

it("chats with nobody where a language model is paid for it", async () => {
  expect(await rehearse(stage({ chats: false, rounds: 2 }))).toBe(40);
  expect(answers).toEqual([]);
  await nothingIsLeft();
});

it("asks all the same when nobody reads its document in time", async () => {
  expect(await rehearse(stage({ patienceMs: 0 }))).toBe(rehearsedQuestions().length);
  expect(answers.every(({ refused }) => refused)).toBe(true);
  await nothingIsLeft();
});

it("puts no more questions once its time is over", async () => {
  expect(await rehearse(stage({ patienceMs: 0, askingMs: 0 }))).toBe(0);
  expect([...found, ...answers]).toEqual([]);
  await nothingIsLeft();
});

it("deletes its project when an answer fails", async () => {
  const broken = stage({}, () => ({ chat: () => Promise.reject(new CitadelError("unavailable", "Not now.")) }));
  await expect(rehearse(broken)).rejects.toMatchObject({ code: "unavailable" });
  await nothingIsLeft();
});

it("deletes what a crash has left, and minds nothing that is gone already", async () => {
  const { id: left } = await engine.admin.createProject({ name: "left" });
  for (const named of [left, left, "prj_nothing"]) {
    writeFileSync(mark, named);
    made = [];
    await rehearse(stage({ patienceMs: 0, chats: false }));
    expect((await engine.admin.getProject(left)).status).toBe("deleting");
    await nothingIsLeft();
  }
});

it("holds one rehearsal a process, and a failed one keeps nobody from work", async () => {
  let held = 0;
  const failing = () => Promise.reject<number>(new Error(`rehearsal ${(held += 1)} broke`));
  await expect(rehearsed(failing)).resolves.toBeUndefined();
  await expect(rehearsed(failing)).resolves.toBeUndefined();
  expect(held).toBe(1);
});
