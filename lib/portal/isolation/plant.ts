import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import type { EngineClient } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { allDocuments } from "@/lib/portal/documents/each-document";
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
  /** The id of one of its passages, and of the answer in which its first secret was told. */
  chunkId: string;
  messageId: string;
  /** A conversation of its own in which its first secret was told. */
  sessionId: string;
}

/** How long the engine may take to read a handful of short files, and between two looks, in ms. */
const READING_MS = 120_000;
const LOOK_MS = 200;
/** So many files wait to be read at once: an engine need not take more. */
const BATCH = 100;

/** Makes a disposable project and plants its secrets in it. Throws CitadelError; what was made so far is told to `onProject` first. */
export async function plant(target: ProofTarget, subject: Subject, fileCount: number, onProject: (projectId: string) => void): Promise<PlantedProject> {
  const { id: projectId } = await target.admin.createProject({ name: `${DISPOSABLE}${randomUUID()}`, environment: "development", metadata: { disposable: true } });
  onProject(projectId);
  const { id: keyId, key } = await target.admin.issueKey(projectId, { name: "isolation proof" });
  const client = target.client(key);
  const files = Array.from({ length: fileCount }, (_, index) => markedFile(subject, index));
  const documentIds = new Map<string, string>();
  for (const [index, { name, text }] of files.entries()) {
    const { document } = await client.documents.upload({ name, body: new Blob([text]).stream() });
    documentIds.set(name, document.id);
    if ((index + 1) % BATCH === 0) await untilRead(client, index + 1);
  }
  await untilRead(client, fileCount);
  const markers = files.flatMap((file) => file.markers);
  const question = markers[0]?.question ?? "What is here?";
  const { sessionId, messageId } = await client.chat({ question });
  const chunkId = (await client.search({ query: question, limit: 1 })).results[0]?.chunkId ?? "chk_0";
  return { subject, projectId, keyId, key, client, files, markers, documentIds, chunkId, messageId, sessionId };
}

async function untilRead(client: EngineClient, fileCount: number): Promise<void> {
  for (const end = Date.now() + READING_MS; Date.now() < end; await pause(LOOK_MS)) {
    const data = await allDocuments(client);
    if (data.some(({ status }) => status === "failed")) throw new CitadelError("unavailable", "The proof's own documents could not be read. Look into the worker's log and run it again.");
    if (data.filter(({ status }) => status === "ready").length >= fileCount) return;
  }
  throw new CitadelError("unavailable", "The proof's own documents were not read in time. Run it again when the worker has less to do.");
}
