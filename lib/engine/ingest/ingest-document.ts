import "server-only";

import { type Attempt, advance, beginAttempt, failAttempt, Overtaken, putBack } from "@/lib/engine/ingest/attempt";
import { DocumentError } from "@/lib/engine/ingest/document-error";
import { extractPages } from "@/lib/engine/ingest/extract-pages";
import { fromJob } from "@/lib/engine/ingest/from-job";
import { indexChunks } from "@/lib/engine/ingest/index-chunks";
import { oneByOne } from "@/lib/engine/ingest/one-by-one";
import { publishVersion } from "@/lib/engine/ingest/publish-version";
import { reuseExtracted } from "@/lib/engine/ingest/reuse-extracted";
import { refuseInfected } from "@/lib/engine/ingest/scan/refuse-infected";
import { withProject } from "@/lib/engine/database";
import { EmbeddingFailure } from "@/lib/engine/search/model/embedding-failure";
import { readWholeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";

/** How often a document is begun before it is given up: also one that takes its whole process down ends. */
export const MOST_ATTEMPTS = 4;

const NOT_EMBEDDED =
  "The service that reads the meaning of texts for this server did not do its work. The file is fine: try it again in a while; if it fails once more, tell us its name and the time.";
const GIVEN_UP = "Something went wrong on our side while this file was read. Try it again; if it fails once more, tell us its name and the time.";

/**
 * Reads the document of a job: scanning, extracting, indexing, ready. Bytes that the project has read already are not read again, also
 * when they come several times at once. It may be killed at any point and run again; a run
 * that was overtaken (the document was removed or replaced meanwhile) ends quietly. Throws what the queue should try again.
 */
export async function ingestDocument(data: unknown, signal: AbortSignal): Promise<void> {
  const version = await fromJob(data);
  if (version === undefined) return;
  const ids = { projectId: version.scope.projectId, documentId: version.documentId, versionId: version.versionId };
  const started = performance.now();
  try {
    const counts = await oneByOne(`${ids.projectId}/${version.sha256}`, async () => attemptAll(await beginAttempt(version), signal));
    if (counts !== undefined) log.info({ ...ids, ...counts, ms: Math.round(performance.now() - started) }, "document ready");
  } catch (thrown) {
    if (!(thrown instanceof Overtaken)) throw thrown;
    log.info(ids, "reading was overtaken");
  }
}

async function attemptAll(attempt: Attempt, signal: AbortSignal): Promise<{ pageCount: number; chunkCount: number } | undefined> {
  const { scope, documentId } = attempt.version;
  const ids = { projectId: scope.projectId, documentId, attempt: attempt.number };
  try {
    if (attempt.number > MOST_ATTEMPTS) throw new DocumentError("internal", GIVEN_UP);
    return await readAndIndex(attempt, signal);
  } catch (thrown) {
    if (thrown instanceof Overtaken) throw thrown;
    if (signal.aborted) {
      await putBack(attempt);
      throw thrown;
    }
    if (thrown instanceof DocumentError) {
      log.info({ ...ids, code: thrown.code }, "document failed");
      await failAttempt(attempt, thrown.code, thrown.message);
      return undefined;
    }
    log.error({ ...ids, error: errorTrace(thrown) }, "reading a document failed");
    if (attempt.number < MOST_ATTEMPTS) throw thrown;
    await failAttempt(attempt, "internal", thrown instanceof EmbeddingFailure ? NOT_EMBEDDED : GIVEN_UP);
    return undefined;
  }
}

async function readAndIndex(attempt: Attempt, signal: AbortSignal): Promise<{ pageCount: number; chunkCount: number }> {
  const { scope, blobName } = attempt.version;
  const bytes = await readWholeBlob(await openDataKey(scope.projectId), blobName);
  await refuseInfected(bytes, signal);
  await withProject(scope, (tx) => advance(tx, attempt, { status: "extracting" }));
  const { pageCount, drafts } = (await reuseExtracted(attempt)) ?? (await extractPages(attempt, bytes, signal));
  const counts = { pageCount, chunkCount: drafts.length };
  // Once, unless the project's index becomes another model's meanwhile.
  while (!(await publishVersion(attempt, counts, await indexChunks(attempt, drafts, signal))));
  return counts;
}
