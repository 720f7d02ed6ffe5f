import { afterAll, beforeAll, expect, it, vi } from "vitest";

import { closeEngineDatabase, lookUp } from "@/lib/engine/database";
import { startIngestWorker, stopIngestWorker } from "@/lib/engine/ingest/worker";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { clearQueue } from "@/lib/engine/testing/clear-queue";
import { createTestProject, file, testAdmin } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";

const WAIT = { timeout: 60_000, interval: 50 };

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("alone");
  await clearQueue();
}, 180_000);
afterAll(async () => {
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

it("reads what waits, also for several projects, goes on after a stop, and deletes projects", { timeout: 180_000 }, async () => {
  const projects = await Promise.all([createTestProject(), createTestProject()]);
  const upload = (from: number, to: number) =>
    Promise.all(projects.flatMap(({ client }) => Array.from({ length: to - from }, (_, index) => client.documents.upload(file(`${from + index}.md`, `# File ${from + index}\n\nShelf ${from + index} is blue.`)))));
  const ready = async () => Promise.all(projects.map(async ({ client }) => (await client.documents.list({ status: "ready" })).data.length));

  await upload(0, 10);
  await startIngestWorker();
  await vi.waitFor(async () => expect(Math.min(...(await ready()))).toBeGreaterThan(1), WAIT);
  await stopIngestWorker();
  await upload(10, 12);
  await startIngestWorker();
  await vi.waitFor(async () => expect(await ready()).toEqual([12, 12]), WAIT);

  const [{ projectId } = { projectId: "" }] = projects;
  const { deletion } = await testAdmin().deleteProject(projectId);
  await vi.waitFor(async () => expect((await testAdmin().getDeletion(deletion.id)).deletion.status).toBe("done"), WAIT);
  await stopIngestWorker();
});

it("lets nobody's first document wait for another one's tenth", { timeout: 120_000 }, async () => {
  const [busy, small] = await Promise.all([createTestProject(), createTestProject()]);
  for (let index = 0; index < 10; index++) await busy.client.documents.upload(file(`${index}.md`, `# ${index}\n\nDrawer ${index} is locked.`));
  const { document } = await small.client.documents.upload(file("only.md", "# Only\n\nThe only drawer is open."));
  await startIngestWorker();
  await vi.waitFor(async () => expect((await busy.client.documents.list({ status: "ready" })).data).toHaveLength(10), WAIT);
  await stopIngestWorker();
  expect((await small.client.documents.get(document.id)).status).toBe("ready");
  // When the reading began, and not when it ended: how long a file takes is the machine's business.
  const begun = await lookUp((tx) => tx.$queryRaw<{ project: string }[]>`SELECT data->>'projectId' AS project FROM queue.job WHERE name = 'ingest' AND data->>'projectId' IN (${busy.projectId}, ${small.projectId}) ORDER BY started_on`);
  expect(begun).toHaveLength(11);
  expect(begun.findIndex(({ project }) => project === small.projectId)).toBeLessThan(2);
});
