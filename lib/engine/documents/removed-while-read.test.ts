import { afterAll, expect, it } from "vitest";

import { closeEngineDatabase, readProject } from "@/lib/engine/database";
import { listDocuments } from "@/lib/engine/documents/list-documents";
import { removeDocument } from "@/lib/engine/documents/remove-document";
import { addSample, createSampleProject } from "@/lib/engine/search/testing/project-of";

afterAll(closeEngineDatabase);

it("shows a reader what was there when it began, whatever is removed meanwhile", async () => {
  const scope = await createSampleProject();
  const { documentId } = await addSample(scope, { name: "note.md", bytes: Buffer.from("# Note") });
  const where = { projectId: scope.projectId, documentId };
  await readProject(scope, async (tx) => {
    expect(await tx.document.count({ where: { projectId: scope.projectId } })).toBe(1);
    await removeDocument(scope, documentId);
    expect(await tx.documentVersion.count({ where })).toBe(1);
  });
  expect(await readProject(scope, (tx) => tx.documentVersion.count({ where }))).toBe(0);
});

it("lists documents while they are removed", async () => {
  const scope = await createSampleProject();
  const samples = await Promise.all(Array.from({ length: 24 }, (_, index) => addSample(scope, { name: `note-${index}.md`, bytes: Buffer.from(`# Note ${index}`) })));
  let isRemoving = true;
  const removing = (async () => {
    for (const { documentId } of samples) await removeDocument(scope, documentId);
  })().finally(() => (isRemoving = false));
  const list = async () => {
    while (isRemoving) expect((await listDocuments(scope, { limit: 100 })).data.length).toBeLessThanOrEqual(samples.length);
  };
  await Promise.all([removing, list(), list()]);
  expect((await listDocuments(scope, { limit: 100 })).data).toEqual([]);
});
