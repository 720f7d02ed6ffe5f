import "server-only";

import { documentErrorCode, documentStatus, type EngineDocument } from "@/lib/engine/contract";
import type { EngineTransaction } from "@/lib/engine/database";
import { existingId } from "@/lib/engine/identifiers";
import type { ProjectScope } from "@/lib/engine/scope";
import { notFound } from "@/lib/platform/errors";

/** A version's row. */
export interface VersionRow {
  id: string;
  version: number;
  contentType: string;
  bytes: bigint;
  sha256: string;
  blobName: string;
  status: string;
  progressDone: number;
  progressTotal: number;
  errorCode: string | null;
  errorMessage: string | null;
  pageCount: number;
  chunkCount: number;
  indexedAt: Date | null;
}

/** A document's row with its newest version. */
export interface DocumentRow {
  id: string;
  name: string;
  newestVersionId: string;
  liveVersionId: string | null;
  createdAt: Date;
  newest: VersionRow;
}

/** The scope's document of that id, or CitadelError `not_found`. */
export async function existingDocument(tx: EngineTransaction, { projectId }: ProjectScope, documentId: string): Promise<DocumentRow> {
  const id = existingId("doc", documentId);
  const row = await tx.document.findUnique({ where: { projectId_id: { projectId, id } }, include: { newest: true } });
  if (row === null) throw notFound();
  return row;
}

/** A document as the API shows it. */
export function showDocument({ id, name, createdAt, liveVersionId, newest }: DocumentRow): EngineDocument {
  const status = documentStatus.parse(newest.status);
  return {
    id,
    name,
    status,
    version: newest.version,
    contentType: newest.contentType,
    bytes: Number(newest.bytes),
    sha256: newest.sha256,
    pageCount: newest.pageCount,
    chunkCount: newest.chunkCount,
    error: newest.errorCode === null ? null : { code: documentErrorCode.parse(newest.errorCode), message: newest.errorMessage ?? "" },
    progress: { stage: status, done: newest.progressDone, total: newest.progressTotal },
    answers: liveVersionId !== null,
    createdAt: createdAt.toISOString(),
    indexedAt: newest.indexedAt?.toISOString() ?? null,
  };
}
