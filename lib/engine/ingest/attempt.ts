import "server-only";

import type { DocumentErrorCode } from "@/lib/engine/contract";
import { type EngineTransaction, withProject } from "@/lib/engine/database";
import { holdDocument } from "@/lib/engine/documents/lock-document";
import type { DueVersion } from "@/lib/engine/ingest/from-job";
import { clearStaged } from "@/lib/engine/search/index/stage-chunks";

/** Thrown by a run that was overtaken: its version was removed, replaced, or is being read by a later run. Nothing is wrong. */
export class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** The stages of a run, as the document's status shows them. */
export type Stage = "scanning" | "extracting" | "indexing";

/** One run of reading a version. Its number is a fence: whatever it writes, it writes only while no later run has begun. */
export interface Attempt {
  version: DueVersion;
  /** From 1. */
  number: number;
}

/** Begins a run: takes the next number and removes what an earlier run left half done. Throws {@link Overtaken}. */
export async function beginAttempt(version: DueVersion): Promise<Attempt> {
  const { scope, versionId, documentId } = version;
  const { projectId } = scope;
  return withProject(scope, async (tx) => {
    await holdDocument(tx, scope, documentId);
    const [row] = await tx.$queryRaw<{ attempts: number }[]>`
      UPDATE engine.document_version SET attempts = attempts + 1, status = 'scanning', progress_done = 0, progress_total = 0
      WHERE project_id = ${projectId} AND id = ${versionId} AND status NOT IN ('ready', 'failed') RETURNING attempts`;
    if (row === undefined) throw new Overtaken();
    await clearHalfDone(tx, version);
    return { version, number: row.attempts };
  });
}

/** What a run may set on its version. */
export interface AttemptChange {
  status: Stage | "queued" | "ready" | "failed";
  progressDone?: number;
  progressTotal?: number;
  pageCount?: number;
  chunkCount?: number;
  indexedAt?: Date;
  errorCode?: DocumentErrorCode;
  errorMessage?: string;
  attempts?: number;
}

/** Changes the version in the name of a run. Belongs first into each of the run's transactions. Throws {@link Overtaken}. */
export async function advance(tx: EngineTransaction, { version, number }: Attempt, change: AttemptChange): Promise<void> {
  const { scope, versionId, documentId } = version;
  await holdDocument(tx, scope, documentId);
  const where = { projectId: scope.projectId, id: versionId, attempts: number, status: { notIn: ["ready", "failed"] } };
  const { count } = await tx.documentVersion.updateMany({ where, data: change });
  if (count === 0) throw new Overtaken();
}

/** Ends a run without a searchable document: the customer reads why. Throws {@link Overtaken}. */
export async function failAttempt(attempt: Attempt, errorCode: DocumentErrorCode, errorMessage: string): Promise<void> {
  await withProject(attempt.version.scope, async (tx) => {
    await advance(tx, attempt, { status: "failed", errorCode, errorMessage });
    await clearHalfDone(tx, attempt.version);
  });
}

/** Puts a run that must stop in the middle back to the start, and does not count it. Throws {@link Overtaken}. */
export async function putBack(attempt: Attempt): Promise<void> {
  const change = { status: "queued", attempts: attempt.number - 1, progressDone: 0, progressTotal: 0 } as const;
  await withProject(attempt.version.scope, (tx) => advance(tx, attempt, change));
}

async function clearHalfDone(tx: EngineTransaction, { scope, versionId }: DueVersion): Promise<void> {
  await clearStaged(tx, scope, versionId);
  await tx.page.deleteMany({ where: { projectId: scope.projectId, versionId } });
}
