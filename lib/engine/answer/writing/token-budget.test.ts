import { afterAll, expect, it } from "vitest";

import { reserveTokens, settleTokens } from "@/lib/engine/answer/writing/token-budget";
import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import type { ProjectScope } from "@/lib/engine/scope";
import { createSampleProject } from "@/lib/engine/search/testing/project-of";

afterAll(closeEngineDatabase);

async function used({ projectId }: ProjectScope, reader: ProjectScope): Promise<number[]> {
  const rows = await withProject(reader, (tx) => tx.tokenUse.findMany({ where: { projectId } }));
  return rows.map(({ tokens }) => Number(tokens));
}

it("keeps a project's budget, also of answers written at the same time, and counts what was really used", async () => {
  const scope = await createSampleProject();
  const reservations = await Promise.all(Array.from({ length: 5 }, () => reserveTokens(scope, 400, 1_000)));
  const [one, two, ...more] = reservations.filter((reservation) => reservation !== undefined);
  if (one === undefined || two === undefined) throw new Error("Two answers fit into the budget.");
  expect(more).toEqual([]);
  expect(await used(scope, scope)).toEqual([800]);
  await settleTokens(scope, one, 100);
  await settleTokens(scope, two, 450);
  expect(await used(scope, scope)).toEqual([550]);
  expect(await reserveTokens(scope, 450, 1_000)).toBeDefined();
  expect(await reserveTokens(scope, 1, 1_000)).toBeUndefined();
});

it("gives nothing out of a budget of none", async () => {
  const scope = await createSampleProject();
  expect(await reserveTokens(scope, 1, 0)).toBeUndefined();
  expect(await used(scope, scope)).toEqual([]);
});

it("is a project's own", async () => {
  const [mine, other] = [await createSampleProject(), await createSampleProject()];
  await reserveTokens(mine, 900, 1_000);
  expect(await reserveTokens(other, 900, 1_000)).toBeDefined();
  expect(await used(other, mine)).toEqual([]);
});
