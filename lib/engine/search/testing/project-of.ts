import "server-only";

import { withProject } from "@/lib/engine/database";
import { createChunker } from "@/lib/engine/ingest/chunk/chunker";
import type { ChunkDraft, ParsedPage } from "@/lib/engine/ingest/parsed";
import { detectType, HEAD_BYTES } from "@/lib/engine/ingest/read/detect-type";
import { readDocument } from "@/lib/engine/ingest/read/read-document";
import { storePages } from "@/lib/engine/ingest/store-pages";
import { mintProjectScope, type ProjectScope } from "@/lib/engine/scope";
import { goLive } from "@/lib/engine/search/index/go-live";
import { type IndexedVersion, stageChunks } from "@/lib/engine/search/index/stage-chunks";
import { type EmbeddedChunk, embedder } from "@/lib/platform/embedding-model/embedder";
import { newId } from "@/lib/platform/ids";

/** A file for a project made for a test or an evaluation. */
export interface SampleFile {
  /** The shown name; its ending decides how the file is read. */
  name: string;
  bytes: Buffer;
}

/** How a sample is stored: `live: false` leaves it staged; `documentId` makes it a new version of a document that is there. */
export interface SampleOptions {
  live?: boolean;
  documentId?: string;
  version?: number;
}

/** A sample file that was read: where it went, and its pages' texts by their number. */
export interface SampleDocument extends IndexedVersion {
  name: string;
  pages: Map<number, string>;
  chunkCount: number;
}

/** Creates a new, empty project for a test or an evaluation, and the scope to it: to this one, never to one that is there. */
export async function createSampleProject(): Promise<ProjectScope> {
  const scope = mintProjectScope(newId("prj"), "job");
  await withProject(scope, (tx) => tx.project.create({ data: { id: scope.projectId, name: "sample", environment: "development" } }));
  return scope;
}

/**
 * Reads, embeds and stores a file with the product's own reader, chunker, model and index, as the worker does, without
 * its queue and blobs.
 */
export async function addSample(scope: ProjectScope, { name, bytes }: SampleFile, options: SampleOptions = {}): Promise<SampleDocument> {
  const pages: ParsedPage[] = [];
  const chunker = createChunker(name);
  const drafts: ChunkDraft[] = [];
  for await (const page of readDocument(bytes, detectType(bytes.subarray(0, HEAD_BYTES), name).format)) {
    pages.push(page);
    drafts.push(...chunker.add(page));
  }
  const embedded = await (await embedder()).embedChunks(drafts);
  const version = await storeSample(scope, { name, bytes: bytes.length }, drafts, embedded, options);
  await withProject(scope, (tx) => storePages(tx, scope, version.versionId, pages));
  return { ...version, name, pages: new Map(pages.map(({ page, text }) => [page, text])), chunkCount: drafts.length };
}

/** Stores chunks with their vectors as a document's version, in one transaction. `bytes` is the size that its row states. */
export async function storeSample(
  scope: ProjectScope,
  { name, bytes }: { name: string; bytes: number },
  drafts: readonly ChunkDraft[],
  embedded: readonly EmbeddedChunk[],
  options: SampleOptions = {},
): Promise<IndexedVersion> {
  const version: IndexedVersion = { documentId: options.documentId ?? newId("doc"), versionId: newId("ver") };
  await withProject(scope, async (tx) => {
    const ids = { projectId: scope.projectId, id: version.documentId };
    const pointers = { newestVersionId: version.versionId, ...(options.live === false ? {} : { liveVersionId: version.versionId }) };
    await tx.document.upsert({ where: { projectId_id: ids }, create: { ...ids, name, ...pointers }, update: pointers });
    await tx.documentVersion.create({ data: versionRow(scope, version, options.version ?? 1, bytes) });
    await stageChunks(tx, scope, version, drafts, embedded);
    if (options.live !== false) await goLive(tx, scope, version);
  });
  return version;
}

function versionRow(scope: ProjectScope, { documentId, versionId }: IndexedVersion, version: number, bytes: number) {
  return {
    projectId: scope.projectId,
    id: versionId,
    documentId,
    version,
    contentType: "text/plain",
    bytes: BigInt(bytes),
    sha256: versionId,
    blobName: `${scope.projectId}/${versionId}`,
    status: "ready",
    indexedAt: new Date(),
  };
}
