import { afterAll, expect, it } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { usesNoted } from "@/lib/engine/keys/note-use";
import type { ProjectScope } from "@/lib/engine/scope";
import { findPassages } from "@/lib/engine/search/index/find-passages";
import { BUILT_IN } from "@/lib/engine/search/model/index-model";
import { readQuestion } from "@/lib/engine/search/question/read-question";
import { createTestProject, file, testAdmin } from "@/lib/engine/testing/engine";

afterAll(async () => {
  await usesNoted();
  await closeEngineDatabase();
});

const question = readQuestion("Where is the heron?", { vector: new Float32Array(BUILT_IN.dimensions), model: BUILT_IN });
const find = (scope: ProjectScope) => findPassages(scope, question, { vectorWeight: 0.5, most: 5 });
const projectsSeen = (scope: ProjectScope) => withProject(scope, async (tx) => (await tx.document.findMany()).map(({ projectId }) => projectId));

it("takes the project from the key, whatever project the scope names", async () => {
  const [own, other] = await Promise.all([createTestProject(), createTestProject()]);
  for (const { client } of [own, other]) await client.documents.upload(file("heron.md", "The heron."));
  const { scope } = await authenticateProject(own.key);
  const misled: ProjectScope = { ...scope, projectId: other.projectId };
  expect(await projectsSeen(misled)).toEqual([own.projectId]);
  expect((await find(misled)).passages).toEqual([]);
});

it("lets a key that was revoked do nothing more with a scope that it made before", async () => {
  const { key, projectId, keyId } = await createTestProject();
  const { scope } = await authenticateProject(key);
  expect(await projectsSeen(scope)).toEqual([]);
  expect(await find(scope)).toMatchObject({ passages: [], liveChunks: 0 });
  await testAdmin().revokeKey(projectId, keyId);
  await expect(projectsSeen(scope)).rejects.toMatchObject({ code: "unauthorized" });
  await expect(find(scope)).rejects.toMatchObject({ code: "unauthorized" });
});
