import "server-only";

import type { EngineAdmin, EngineClient, UploadFile } from "@/lib/engine/client";
import type { Environment } from "@/lib/engine/contract";
import { lookUp } from "@/lib/engine/database";
import { inProcessAdmin, inProcessClient } from "@/lib/engine/in-process";
import { fromDeletionJob } from "@/lib/engine/ingest/from-job";
import { ingestDocument } from "@/lib/engine/ingest/ingest-document";
import { eraseProject } from "@/lib/engine/projects/erase-project";
import { required } from "@/lib/platform/env";

/** A project made for a test, with a key to it. */
export interface TestProject {
  projectId: string;
  keyId: string;
  key: string;
  client: EngineClient;
}

/** Provisioning with the management key of the test run. */
export function testAdmin(): EngineAdmin {
  return inProcessAdmin(required("MANAGEMENT_KEY"));
}

/** Creates a project and a key as the portal would. */
export async function createTestProject(environment: Environment = "development"): Promise<TestProject> {
  const { id: projectId } = await testAdmin().createProject({ name: "test", environment });
  const { id: keyId, key } = await testAdmin().issueKey(projectId);
  return { projectId, keyId, key, client: inProcessClient(key) };
}

/** A file to upload. */
export function file(name: string, content: string | Uint8Array): UploadFile {
  return { name, body: new Blob([typeof content === "string" ? content : new Uint8Array(content)]).stream() };
}

/** The project's versions that wait to be read, oldest first. */
export async function unfinishedVersions(projectId: string): Promise<string[]> {
  const rows = await lookUp((tx) => tx.$queryRaw<{ project_id: string; version_id: string }[]>`SELECT * FROM engine.unfinished_versions()`);
  return rows.filter((row) => row.project_id === projectId).map((row) => row.version_id);
}

/** Reads everything of a project that waits, as the worker would, here and now. */
export async function readWaiting(projectId: string, signal: AbortSignal = new AbortController().signal): Promise<void> {
  for (const versionId of await unfinishedVersions(projectId)) await ingestDocument({ projectId, versionId }, signal);
}

/** Carries out the deletion of a project, as the worker would, here and now. */
export async function eraseDeleted(projectId: string): Promise<void> {
  const scope = await fromDeletionJob(projectId);
  if (scope !== undefined) await eraseProject(scope, new AbortController().signal);
}
