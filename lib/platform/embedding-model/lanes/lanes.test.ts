import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { Lanes } from "@/lib/platform/embedding-model/lanes/lanes";

/** A lane that says which thread it is and how many requests were under way in it, dies of the token 1, and fails at the token 2. */
const PROGRAM = `
import { parentPort, threadId } from "node:worker_threads";
let underWay = 0;
parentPort.on("message", ({ ids: [token] }) => {
  if (token === 1) process.exit(7);
  if (token === 2) return parentPort.postMessage({ failed: "No such token." });
  underWay += 1;
  setTimeout(() => {
    parentPort.postMessage({ sums: { text: new Float32Array([threadId, underWay, token]), sentences: [] } });
    underWay -= 1;
  }, 20);
});
`;

let folder: string;
let bundle: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "citadel-lanes-"));
  bundle = join(folder, "lane.mjs");
  await writeFile(bundle, PROGRAM);
});
afterAll(() => rm(folder, { recursive: true }));

/** What the lane says of a request of one token: its thread, the requests under way in it, the token. */
async function ask(lanes: Lanes, token: number): Promise<number[]> {
  const { text } = await lanes.embed({ ids: [token], sentences: [] });
  return [...text];
}

it("gives each request its own answer, one at a time in a lane, in no more lanes than it may", async () => {
  const lanes = new Lanes("none", 2, bundle);
  const tokens = [10, 11, 12, 13, 14, 15, 16];
  const answers = await Promise.all(tokens.map((token) => ask(lanes, token)));
  expect(answers.map(([, , token]) => token)).toEqual(tokens);
  expect(answers.map(([, underWay]) => underWay)).toEqual(tokens.map(() => 1));
  expect(new Set(answers.map(([thread]) => thread)).size).toBe(2);
});

it("fails the request that its lane dies of, and no other", async () => {
  const lanes = new Lanes("none", 1, bundle);
  const asked = [10, 1, 11].map((token) => ask(lanes, token));
  const outcomes = await Promise.allSettled(asked);
  expect(outcomes.map((outcome) => (outcome.status === "fulfilled" ? outcome.value[2] : String(outcome.reason)))).toEqual([10, "Error: A thread that embeds ended with 7.", 11]);
});

it("hands on what a lane says went wrong, and goes on in the same one", async () => {
  const lanes = new Lanes("none", 1, bundle);
  const [before] = await ask(lanes, 10);
  await expect(ask(lanes, 2)).rejects.toThrow("No such token.");
  expect((await ask(lanes, 11))[0]).toBe(before);
});

it("fails requests where there is no program for lanes", async () => {
  await expect(ask(new Lanes("none", 2, join(folder, "absent.mjs")), 10)).rejects.toThrow(/absent/);
});
