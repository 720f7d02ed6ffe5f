import { afterAll, expect, it } from "vitest";

import { closeEngineDatabase } from "@/lib/engine/database";
import { projectGuard } from "@/lib/engine/http/guards";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { createTestProject } from "@/lib/engine/testing/engine";

afterAll(async () => {
  await usesNoted();
  await closeEngineDatabase();
});

it.each(["x-project-id", "x-project", "x-oprag-project", "x-tenant-id", "x-organisation-id"])("takes the project from the key, not from %s", async (header) => {
  const [own, other] = await Promise.all([createTestProject(), createTestProject()]);
  const request = new Request(`http://localhost/v1/documents?projectId=${other.projectId}`, { headers: { "x-oprag-key": own.key, [header]: other.projectId } });
  expect((await projectGuard.authenticate(request, {})).scope.projectId).toBe(own.projectId);
});

it("counts the requests of each key apart", async () => {
  const keys = await Promise.all([createTestProject(), createTestProject()]);
  const callers = await Promise.all(keys.map(({ key }) => projectGuard.authenticate(new Request("http://localhost/v1/documents", { headers: { "x-oprag-key": key } }), {})));
  expect(new Set(callers.map((caller) => projectGuard.rate?.bucketOf(caller))).size).toBe(2);
});
