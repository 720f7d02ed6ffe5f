import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import type { EngineClient } from "@/lib/engine/client";
import { CitadelError } from "@/lib/platform/errors";
import { allDocuments } from "@/lib/portal/documents/each-document";
import { digestOf } from "@/lib/portal/isolation/digest-of";
import { DISPOSABLE } from "@/lib/portal/isolation/leftovers";
import { type MarkedFile, markedFile, type Marker, type Subject } from "@/lib/portal/isolation/markers";
import type { ProofTarget } from "@/lib/portal/isolation/proof-target";
import { scannedFile } from "@/lib/portal/isolation/scan";

/** A disposable project with its secrets. */
export interface PlantedProject {
  subject: Subject;
  projectId: string;
  keyId: string;
  key: string;
  client: EngineClient;
  files: MarkedFile[];
  markers: Marker[];
  /** sha256 of the originals, in hex: what betrays a file that is no text. */
  digests: string[];
  /** Files that the engine has not read, with its code; nothing is proven with such a project. */
  unread: string[];
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

/** Makes a disposable project and plants its secrets in it: so many files of text, and a scan. Throws CitadelError; what was made so far is told to `onProject` first. */
export async function plant(target: ProofTarget, subject: Subject, fileCount: number, onProject: (projectId: string) => void): Promise<PlantedProject> {
  const { id: projectId } = await target.admin.createProject({ name: `${DISPOSABLE}${randomUUID()}`, environment: "development", metadata: { disposable: true } });
  onProject(projectId);
  const { id: keyId, key } = await target.admin.issueKey(projectId, { name: "isolation proof" });
  const client = target.client(key);
  // The scan first: its words are recognised while the others are sent.
  const files = [await scannedFile(subject), ...Array.from({ length: fileCount }, (_, index) => markedFile(subject, index))];
  const documentIds = new Map<string, string>();
  for (const [index, { name, bytes }] of files.entries()) {
    const { document } = await client.documents.upload({ name, body: new Blob([Uint8Array.from(bytes)]).stream() });
    documentIds.set(name, document.id);
    if ((index + 1) % BATCH === 0) await untilRead(client, index + 1);
  }
  const unread = await untilRead(client, files.length);
  const markers = files.flatMap((file) => file.markers);
  const question = markers[0]?.question ?? "What is here?";
  const { sessionId, messageId } = await client.chat({ question });
  const chunkId = (await client.search({ query: question, limit: 1 })).results[0]?.chunkId ?? "chk_0";
  return { subject, projectId, keyId, key, client, files, markers, digests: files.map(({ bytes }) => digestOf(bytes)), unread, documentIds, chunkId, messageId, sessionId };
}

/** Waits until so many files are read or given up. Returns those that were given up. */
async function untilRead(client: EngineClient, fileCount: number): Promise<string[]> {
  for (const end = Date.now() + READING_MS; Date.now() < end; await pause(LOOK_MS)) {
    const documents = await allDocuments(client);
    if (documents.filter(({ status }) => status === "ready" || status === "failed").length < fileCount) continue;
    return documents.flatMap(({ name, status, error }) => (status === "failed" ? [`${name}, which the engine could not read (${error?.code ?? "failed"})`] : []));
  }
  throw new CitadelError("unavailable", "The proof's own documents were not read in time. Run it again when the worker has less to do.");
}
