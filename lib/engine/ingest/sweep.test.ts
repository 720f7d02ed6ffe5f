import { afterAll, beforeAll, expect, it } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import { sweep } from "@/lib/engine/ingest/sweep";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { createTestProject, file, unfinishedVersions } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { activeJobKeys, startQueue, stopQueue } from "@/lib/platform/queue/queue";

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("shared");
  await startQueue();
});
afterAll(async () => {
  await stopQueue();
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

it("queues what has lost its job, once, and leaves the rest alone", async () => {
  const { client, key, projectId } = await createTestProject();
  await client.documents.upload(file("queued.md", "# Queued"));
  const [withJob = ""] = await unfinishedVersions(projectId);
  const lost = "ver_lost0000";
  const { scope } = await authenticateProject(key);
  await withProject(scope, async (tx) => {
    await tx.document.create({ data: { projectId, id: "doc_lost0000", name: "lost.md", newestVersionId: lost } });
    await tx.documentVersion.create({ data: { projectId, id: lost, documentId: "doc_lost0000", version: 1, contentType: "text/markdown", bytes: 1n, sha256: "0", blobName: "none" } });
  });
  const jobs = async (versionId: string) => (await activeJobKeys("ingest")).filter((job) => job === versionId).length;
  expect([await jobs(withJob), await jobs(lost)]).toEqual([1, 0]);
  await sweep();
  await sweep();
  expect([await jobs(withJob), await jobs(lost)]).toEqual([1, 1]);
});

it("queues the deletion of a project that was halted", async () => {
  const { key, projectId } = await createTestProject();
  const { scope } = await authenticateProject(key);
  await withProject(scope, (tx) => tx.project.update({ where: { id: projectId }, data: { status: "deleting" } }));
  expect(await activeJobKeys("delete-project")).not.toContain(projectId);
  await sweep();
  expect(await activeJobKeys("delete-project")).toContain(projectId);
});
