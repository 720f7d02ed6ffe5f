import { readdir } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import { MOST_WAITING } from "@/lib/engine/ingest/queue-ingest";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { createTestProject, file, readWaiting, type TestProject, unfinishedVersions } from "@/lib/engine/testing/engine";
import { holdQueue } from "@/lib/engine/testing/hold-queue";
import { answer, serveEngine } from "@/lib/engine/testing/serve";
import { stopReaders } from "@/lib/engine/ingest/read/read-apart";
import { env } from "@/lib/platform/env";
import type { TestServer } from "@/lib/platform/http/testing/serve";

let project: TestProject;
let server: TestServer;
let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdQueue("shared");
  server = await serveEngine();
});
beforeEach(async () => {
  project = await createTestProject();
});
afterAll(async () => {
  stopReaders();
  await server.close();
  await release();
  await usesNoted();
  await closeEngineDatabase();
});

type Part = [name: string, value: string | Blob, fileName?: string];
async function upload(...parts: Part[]) {
  const body = new FormData();
  for (const [name, value, fileName] of parts) {
    if (typeof value === "string") body.append(name, value);
    else body.append(name, value, fileName);
  }
  const response = await answer(new Request("http://host/v1/documents", { method: "POST", body, headers: { "x-oprag-key": project.key } }));
  return { status: response.status, body: await response.json() };
}
const text = (content: string) => new Blob([content]);

/** The files that lie in the blob store for the project. */
async function blobs(): Promise<string[]> {
  const names = await readdir(join(env().DATA_DIR, "blobs"), { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile() && entry.parentPath.includes(project.projectId)).map(({ name }) => name);
}

describe("an upload", () => {
  it("takes the name from its field, before or after the file, else from the file", async () => {
    expect((await upload(["name", "hr/a.md"], ["file", text("# A"), "x.md"])).body.name).toBe("hr/a.md");
    expect((await upload(["file", text("# B"), "x.md"], ["name", "hr\\b.md"])).body.name).toBe("hr/b.md");
    expect((await upload(["file", text("# C"), "Grüße.md"])).body.name).toBe("Grüße.md");
  });

  it("takes the type from the bytes, and among text from the name", async () => {
    expect((await upload(["file", text("a,b\n1,2\n"), "x.csv"], ["name", "Numbers"])).body).toMatchObject({ name: "Numbers", contentType: "text/csv" });
    expect((await upload(["file", text("%PDF-1.7\n"), "x.pdf"])).body.contentType).toBe("application/pdf");
  });

  it.each<[string, Part[], number, string]>([
    ["no file", [["name", "a.md"]], 422, "validation_failed"],
    ["a file in the wrong field", [["upload", text("x"), "a.md"]], 422, "validation_failed"],
    ["an empty file", [["file", text(""), "a.md"]], 422, "empty_file"],
    ["an archive", [["file", new Blob([Buffer.from("526172211a070100", "hex")]), "a.rar"]], 415, "unsupported_type"],
    ["a text that says it is a PDF", [["file", text("hello"), "a.pdf"]], 422, "content_mismatch"],
    ["a name without anything to see", [["file", text("hello"), "a.md"], ["name", " ../.. "]], 422, "validation_failed"],
    ["a name that is too long", [["file", text("hello"), "a.md"], ["name", `${"x".repeat(600)}.md`]], 422, "validation_failed"],
  ])("refuses %s, and keeps nothing of it", async (_what, parts, status, code) => {
    expect(await upload(["file", text("# There"), "there.md"])).toMatchObject({ status: 202 });
    expect(await upload(...parts)).toMatchObject({ status, body: { code } });
    expect(await blobs()).toHaveLength(1);
    expect((await project.client.documents.list()).data).toHaveLength(1);
  });

  it("refuses what announces more than a file may have, before reading it", async () => {
    const headers = { "x-oprag-key": project.key, "content-type": "multipart/form-data; boundary=b", "content-length": String(10 ** 10) };
    const response = await answer(new Request("http://host/v1/documents", { method: "POST", body: "--b", headers }));
    expect([response.status, (await response.json()).code]).toEqual([413, "too_large"]);
  });

  it("of one new name by many at a time ends as one document with a version for each content", async () => {
    const results = await Promise.all(Array.from({ length: 8 }, (_, index) => upload(["file", text(`# Race\n\nNumber ${index % 4}.`), "race.md"])));
    expect(results.map(({ status }) => status).filter((status) => status !== 200 && status !== 202)).toEqual([]);
    expect(new Set(results.map(({ body }) => body.id)).size).toBe(1);
    const { data } = await project.client.documents.list();
    expect(data).toMatchObject([{ name: "race.md", version: results.filter(({ status }) => status === 202).length }]);
    expect(await unfinishedVersions(project.projectId)).toHaveLength(1);
    expect(await blobs()).toHaveLength(1);
  });

  it("of 30 MB is streamed, stored whole and given back whole", async () => {
    const line = "All work and no play makes a very long file. ".repeat(23_000);
    const bytes = Buffer.from(Array.from({ length: 30 }, (_, index) => `${index} ${line}\n`).join(""));
    const hash = Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
    const form = new FormData();
    form.append("file", new Blob([bytes]), "long.txt");
    const response = await fetch(`${server.url}/v1/documents`, { method: "POST", body: form, headers: { authorization: `Bearer ${project.key}` } });
    const document = await response.json();
    expect(document).toMatchObject({ bytes: bytes.length, sha256: hash });
    const content = await fetch(`${server.url}/v1/documents/${document.id}/content`, { headers: { authorization: `Bearer ${project.key}` } });
    expect(content.headers.get("etag")).toBe(`"${hash}"`);
    expect(Buffer.from(await content.arrayBuffer()).equals(bytes)).toBe(true);
    // No worker shall have to read it.
    await project.client.documents.remove(document.id);
  });

  it("is refused for a while when too many documents wait", async () => {
    const { scope } = await authenticateProject(project.key);
    const { projectId } = project;
    await project.client.documents.upload(file("first.md", "# First"));
    await withProject(scope, async (tx) => {
      const { documentId } = await tx.documentVersion.findFirstOrThrow({ where: { projectId } });
      const waiting = { projectId, documentId, contentType: "text/markdown", bytes: 1n, sha256: "0", blobName: "none" };
      await tx.documentVersion.createMany({ data: Array.from({ length: MOST_WAITING - 1 }, (_, index) => ({ ...waiting, id: `ver_${index}`, version: index + 2 })) });
    });
    expect(await upload(["file", text("# More"), "more.md"])).toMatchObject({ status: 429, body: { code: "rate_limited" } });
    expect(await blobs()).toHaveLength(1);
  });

  it("of other bytes under the same name is a new version, of the same bytes the old one", async () => {
    const first = await upload(["file", text("# One"), "a.md"]);
    await readWaiting(project.projectId);
    expect(await upload(["file", text("# One"), "a.md"])).toMatchObject({ status: 200, body: { id: first.body.id, version: 1, status: "ready" } });
    expect(await upload(["file", text("# Two"), "a.md"])).toMatchObject({ status: 202, body: { id: first.body.id, version: 2, status: "queued" } });
  });
});

describe("a document's content", () => {
  it("is an attachment that no browser shows, with its name in any script", async () => {
    const { document } = await project.client.documents.upload(file("hr/Ünïcode “1”.html", "<html><script>alert(1)</script><p>Hello</p></html>"));
    const response = await answer(new Request(`http://host/v1/documents/${document.id}/content`, { headers: { "x-oprag-key": project.key } }));
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="_n_code _1_.html"; filename\*=UTF-8''%C3%9Cn/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
  });

  it("lists by name as it is written, wildcards and all", async () => {
    await project.client.documents.upload(file("100%_sure.md", "# A"));
    await project.client.documents.upload(file("1000 sure.md", "# B"));
    expect((await project.client.documents.list({ name: "%_" })).data.map(({ name }) => name)).toEqual(["100%_sure.md"]);
    expect((await project.client.documents.list({ status: "ready" })).data).toEqual([]);
  });

  it("is listed page by page, newest first, each once", async () => {
    const names = ["a", "b", "c", "d", "e"].map((letter) => `${letter}.md`);
    for (const name of names) await project.client.documents.upload(file(name, `# ${name}`));
    const first = await project.client.documents.list({ limit: 3 });
    const second = await project.client.documents.list({ limit: 3, cursor: first.nextCursor ?? "" });
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(names.toReversed());
    expect(second.nextCursor).toBeNull();
  });
});
