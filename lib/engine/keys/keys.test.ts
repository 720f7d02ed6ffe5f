import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { closeEngineDatabase, withProject } from "@/lib/engine/database";
import { inProcessClient } from "@/lib/engine/in-process";
import { authenticateProject } from "@/lib/engine/keys/authenticate";
import { readCredential } from "@/lib/engine/keys/credential";
import { fromKey } from "@/lib/engine/keys/from-key";
import { usesNoted } from "@/lib/engine/keys/note-use";
import { newProjectKey } from "@/lib/engine/keys/project-key";
import { createTestProject, testAdmin, type TestProject } from "@/lib/engine/testing/engine";

afterAll(async () => {
  await usesNoted();
  await closeEngineDatabase();
});

describe("the credential of a request", () => {
  it.each([
    [{ "x-oprag-key": "sk_a" }, "sk_a"],
    [{ authorization: "Bearer sk_a" }, "sk_a"],
    [{ authorization: "bearer   sk_a" }, "sk_a"],
    [{ "x-oprag-key": "sk_a", authorization: "Bearer sk_a" }, "sk_a"],
    [{ "x-oprag-key": "sk_a, sk_a" }, "sk_a"],
  ])("%o is one", (headers, credential) => {
    expect(readCredential(new Headers(headers))).toBe(credential);
  });

  it.each([
    [{ "x-oprag-key": "sk_a", authorization: "Bearer sk_b" }, "credentials_conflict"],
    [{ "x-oprag-key": "sk_a", authorization: "Basic c2tfYQ==" }, "credentials_conflict"],
    [{ "x-oprag-key": "sk_a, sk_b" }, "credentials_conflict"],
    [{}, "unauthorized"],
    [{ "x-oprag-key": " ", authorization: "Bearer " }, "unauthorized"],
    [{ "x-api-key": "sk_a", cookie: "key=sk_a" }, "unauthorized"],
  ])("%o is %s", (headers, code) => {
    expect(() => readCredential(new Headers(headers))).toThrow(expect.objectContaining({ code }));
  });
});

describe("a project key", () => {
  let project: TestProject;
  beforeAll(async () => {
    project = await createTestProject("production");
  });
  const row = async (keyId = project.keyId) => {
    const { scope } = await authenticateProject(project.key);
    return withProject(scope, (tx) => tx.apiKey.findUniqueOrThrow({ where: { projectId_id: { projectId: project.projectId, id: keyId } } }));
  };

  it("has 256 random bits, and says at sight what it opens", () => {
    expect(newProjectKey("production").secret).toMatch(/^sk_live_[\w-]{43}$/);
    expect(newProjectKey("staging").secret).toMatch(/^sk_test_[\w-]{43}$/);
    expect(newProjectKey("production").secret).not.toBe(newProjectKey("production").secret);
  });

  it("is stored as a hash", async () => {
    expect(JSON.stringify(await row())).not.toContain(project.key.slice(20));
  });

  it("opens its project and no other", async () => {
    expect((await fromKey(project.key))?.scope).toMatchObject({ projectId: project.projectId, origin: "key" });
    expect(await fromKey(`${project.key.slice(0, -4)}AAAA`)).toBeUndefined();
    expect(await fromKey(project.key.toUpperCase())).toBeUndefined();
    expect(await fromKey("")).toBeUndefined();
  });

  it("notes its use, at most once a minute", async () => {
    await usesNoted();
    const first = (await row()).lastUsedAt;
    expect(first).not.toBeNull();
    await usesNoted();
    expect((await row()).lastUsedAt).toEqual(first);
  });

  it("is dead the moment it is revoked, and stays so", async () => {
    const { key, id } = await testAdmin().issueKey(project.projectId, { name: "short" });
    const client = inProcessClient(key);
    expect((await client.documents.list()).data).toEqual([]);
    await testAdmin().revokeKey(project.projectId, id);
    expect(await fromKey(key)).toBeUndefined();
    await expect(client.documents.list()).rejects.toMatchObject({ code: "unauthorized" });
    const revokedAt = (await row(id)).revokedAt;
    await testAdmin().revokeKey(project.projectId, id);
    expect((await row(id)).revokedAt).toEqual(revokedAt);
  });

  it("is dead when its time is over", async () => {
    const { key, id } = await testAdmin().issueKey(project.projectId, { expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect(await fromKey(key)).toBeDefined();
    const { scope } = await authenticateProject(project.key);
    const { projectId } = project;
    await withProject(scope, (tx) => tx.apiKey.update({ where: { projectId_id: { projectId, id } }, data: { expiresAt: new Date(Date.now() - 1) } }));
    expect(await fromKey(key)).toBeUndefined();
    await expect(testAdmin().issueKey(projectId, { expiresAt: "2020-01-01T00:00:00Z" })).rejects.toMatchObject({ code: "validation_failed" });
  });

  it("cannot be revoked through another project", async () => {
    const other = await createTestProject();
    await expect(testAdmin().revokeKey(other.projectId, project.keyId)).rejects.toMatchObject({ code: "not_found" });
    expect(await fromKey(project.key)).toBeDefined();
  });
});
