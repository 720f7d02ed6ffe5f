import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import type { EngineClient } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { DISPOSABLE } from "@/lib/portal/isolation/leftovers";
import { type MarkedFile, markedFile, type Marker, type Subject } from "@/lib/portal/isolation/markers";
import type { ProofTarget } from "@/lib/portal/isolation/proof-target";

/** A disposable project with its secrets. */
export interface PlantedProject {
  subject: Subject;
  projectId: string;
  keyId: string;
  key: string;
  client: EngineClient;
  files: MarkedFile[];
  markers: Marker[];
  /** Ids by the files' names. */
  documentIds: Map<string, string>;
  /** A conversation of its own in which its first secret was told. */
  sessionId: string;
}

/** How long the engine may take to read a handful of short files, and between two looks, in ms. */
const READING_MS = 120_000;
const LOOK_MS = 200;

/** Makes a disposable project and plants its secrets in it. Throws CitadelError; what was made so far is told to `onProject` first. */
export async function plant(target: ProofTarget, subject: Subject, fileCount: number, onProject: (projectId: string) => void): Promise<PlantedProject> {
  const { id: projectId } = await target.admin.createProject({ name: `${DISPOSABLE}${randomUUID()}`, environment: "development", metadata: { disposable: true } });
  onProject(projectId);
  const { id: keyId, key } = await target.admin.issueKey(projectId, { name: "isolation proof" });
  const client = target.client(key);
  const files = Array.from({ length: fileCount }, (_, index) => markedFile(subject, index));
  const documentIds = new Map<string, string>();
  for (const { name, text } of files) {
    const { document } = await client.documents.upload({ name, body: new Blob([text]).stream() });
    documentIds.set(name, document.id);
  }
  await untilRead(client, fileCount);
  const markers = files.flatMap((file) => file.markers);
  const { sessionId } = await client.chat({ question: markers[0]?.question ?? "What is here?" });
  return { subject, projectId, keyId, key, client, files, markers, documentIds, sessionId };
}

async function untilRead(client: EngineClient, fileCount: number): Promise<void> {
  for (const end = Date.now() + READING_MS; Date.now() < end; await pause(LOOK_MS)) {
    const { data } = await client.documents.list({ limit: 200 });
    if (data.some(({ status }) => status === "failed")) throw new CitadelError("unavailable", "The proof's own documents could not be read. Look into the worker's log and run it again.");
    if (data.filter(({ status }) => status === "ready").length >= fileCount) return;
  }
  throw new CitadelError("unavailable", "The proof's own documents were not read in time. Run it again when the worker has less to do.");
}
