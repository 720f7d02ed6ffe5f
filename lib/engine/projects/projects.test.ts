import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import { fromDeletionJob } from "@/lib/engine/ingest/from-job";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { eraseProject } from "@/lib/engine/projects/erase-project";
import { createTestProject, file, readWaiting, testAdmin, type TestProject } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { openDataKey } from "@/lib/platform/crypto/key-store";

const admin = testAdmin();
const never = new AbortController().signal;

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("shared");
});
afterAll(async () => {
  stopReaders();
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

describe("projects", () => {
  it("are listed page by page, oldest first", async () => {
    const created: string[] = [];
    for (const name of ["one", "two", "three"]) created.push((await admin.createProject({ name })).id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { data, nextCursor } = await admin.listProjects({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...data.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.filter((id) => created.includes(id))).toEqual(created);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("count their documents, chunks and bytes", async () => {
    const { client, projectId } = await createTestProject();
    await client.documents.upload(file("a.md", "# A\n\nTwelve lamps."));
    await client.documents.upload(file("b.md", "# B\n\nNine chairs."));
    await readWaiting(projectId);
    expect(await admin.getProject(projectId)).toMatchObject({ documentCount: 2, chunkCount: 2, bytes: 35 });
  });

  it.each([
    [{ name: "  " }, "name"],
    [{ name: "x", metadata: { note: "\u0000" } }, "metadata"],
    [{ name: "x", metadata: { note: "\ud800" } }, "metadata"],
    [{ name: "x", metadata: { note: "x".repeat(20_000) } }, "metadata"],
  ])("are not created from %o", async (input, path) => {
    await expect(admin.createProject(input)).rejects.toMatchObject({ code: "validation_failed", errors: [{ path }] });
  });
});

describe("a deleted project", () => {
  let project: TestProject;
  let deletionId: string;
  beforeAll(async () => {
    project = await createTestProject();
    await project.client.documents.upload(file("a.md", "# A\n\nTwelve lamps."));
    await readWaiting(project.projectId);
    await project.client.documents.upload(file("a.md", "# A\n\nThirteen lamps."));
    await project.client.chat({ question: "How many lamps?" });
    deletionId = (await admin.deleteProject(project.projectId)).deletion.id;
  });

  it("has no living key and takes no new one", async () => {
    await expect(project.client.search({ query: "lamps" })).rejects.toMatchObject({ code: "unauthorized" });
    await expect(admin.issueKey(project.projectId)).rejects.toMatchObject({ code: "not_found" });
    expect((await admin.getProject(project.projectId)).status).toBe("deleting");
  });

  it("leaves nothing but its receipt, also when the erasing was cut off", async () => {
    const scope = await fromDeletionJob(project.projectId);
    if (scope === undefined) throw new Error("It is not being deleted.");
    await expect(eraseProject(scope, AbortSignal.abort(new Error("cut off")))).rejects.toThrow("cut off");
    await eraseProject(scope, never);
    await eraseProject(scope, never);
    const left = await withProject(scope, async (tx) => {
      const where = { projectId: project.projectId };
      return Promise.all([tx.document.count({ where }), tx.documentVersion.count({ where }), tx.page.count({ where }), tx.session.count({ where }), tx.message.count({ where }), tx.apiKey.count({ where })]);
    });
    expect(left).toEqual([0, 0, 0, 0, 0, 0]);
    await expect(openDataKey(project.projectId)).rejects.toThrow();
    expect(await admin.getDeletion(deletionId)).toMatchObject({ deletion: { status: "done", projectId: project.projectId, finishedAt: expect.any(String) } });
    await expect(admin.getProject(project.projectId)).rejects.toMatchObject({ code: "not_found" });
    expect((await admin.deleteProject(project.projectId)).deletion).toMatchObject({ id: deletionId, status: "done" });
    expect(await fromDeletionJob(project.projectId)).toBeUndefined();
  });

  it("has a receipt only when it was deleted", async () => {
    const { projectId } = await createTestProject();
    await expect(admin.getDeletion(projectId.replace("prj_", "del_"))).rejects.toMatchObject({ code: "not_found" });
    await expect(admin.getDeletion("del_nothing")).rejects.toMatchObject({ code: "not_found" });
    expect(await fromDeletionJob(projectId)).toBeUndefined();
  });
});
