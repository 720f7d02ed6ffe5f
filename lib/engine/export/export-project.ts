import "server-only";

import { documentStatus } from "@/lib/engine/contract";
import { readProject } from "@/lib/engine/database";
import type { DocumentRow } from "@/lib/engine/documents/document-row";
import { type ShownVersion, shownVersion } from "@/lib/engine/documents/shown-version";
import type { ExportedDocument } from "@/lib/engine/export/manifest";
import { pagesOf, sessionsOf } from "@/lib/engine/export/export-rows";
import type { ProjectScope } from "@/lib/engine/scope";
import { jsonLines, jsonList } from "@/lib/platform/archive/text-stream";
import { type ArchiveEntry, writeArchive } from "@/lib/platform/archive/write-archive";
import { readBlob } from "@/lib/platform/blobs/sealed-blobs";
import { type DataKey, openDataKey } from "@/lib/platform/crypto/key-store";
import { CitadelError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/** Documents that are looked up at once. */
const BATCH = 50;

/**
 * Everything of the scope's project as a ZIP file, written while it is read: every original with its pages, the sessions, and last `manifest.json`
 * (`manifest.ts`). Its memory does not grow with the project. What fails on the way breaks the stream off before the manifest.
 */
export async function exportProject(scope: ProjectScope): Promise<ReadableStream<Uint8Array>> {
  const dataKey = await openDataKey(scope.projectId);
  const exportedAt = new Date().toISOString();
  const documents: ExportedDocument[] = [];
  log.info({ projectId: scope.projectId }, "project's export began");
  return writeArchive(entriesOf(scope, dataKey, documents), (entries) => JSON.stringify({ format: "citadel-project", version: 1, exportedAt, documents, entries }, null, 1));
}

async function* entriesOf(scope: ProjectScope, dataKey: DataKey, documents: ExportedDocument[]): AsyncGenerator<ArchiveEntry> {
  for await (const { id, newest } of documentsOf(scope)) {
    const shown = await versionOf(scope, id);
    // Removed since the list was read.
    if (shown === undefined) continue;
    const { name, version } = shown;
    const original = `documents/${id}/${fileNameOf(name)}`;
    const pages = `documents/${id}.pages.json`;
    documents.push({ id, name, status: version.id === newest.id ? statusOf(newest.status) : "ready", contentType: version.contentType, pageCount: version.pageCount, original, pages });
    yield { name: original, body: readBlob(dataKey, version.blobName) };
    yield { name: pages, body: jsonList(pagesOf(scope, version.id)) };
  }
  yield { name: "sessions.jsonl", body: jsonLines(sessionsOf(scope)) };
}

async function* documentsOf(scope: ProjectScope): AsyncGenerator<DocumentRow> {
  const { projectId } = scope;
  for (let after = ""; ; ) {
    const rows = await readProject(scope, (tx) => tx.document.findMany({ where: { projectId, id: { gt: after } }, include: { newest: true }, orderBy: { id: "asc" }, take: BATCH }));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.id;
  }
}

async function versionOf(scope: ProjectScope, documentId: string): Promise<ShownVersion | undefined> {
  try {
    return await readProject(scope, (tx) => shownVersion(tx, scope, documentId));
  } catch (thrown) {
    if (thrown instanceof CitadelError && thrown.code === "not_found") return undefined;
    throw thrown;
  }
}

/** The last part of a shown name, as every system can write it. */
function fileNameOf(name: string): string {
  return (name.split("/").at(-1) ?? name).replace(/[<>:"|?*]/g, "_");
}

function statusOf(status: string): ExportedDocument["status"] {
  return documentStatus.parse(status);
}
