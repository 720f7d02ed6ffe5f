import "server-only";

import { MAX_FILE_BYTES } from "@/lib/engine/contract";
import { DocumentError } from "@/lib/engine/ingest/document-error";
import { detectType, HEAD_BYTES } from "@/lib/engine/ingest/read/detect-type";
import type { ProjectScope } from "@/lib/engine/scope";
import { removeBlob, writeBlob } from "@/lib/platform/blobs/sealed-blobs";
import { openDataKey } from "@/lib/platform/crypto/key-store";
import { errorTrace } from "@/lib/platform/error-trace";
import { CitadelError, type ErrorCode } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";

/** A file that lies sealed in the blob store and belongs to no document yet. */
export interface ReceivedFile {
  /** The version it will be. */
  versionId: string;
  blobName: string;
  bytes: number;
  /** In hex. */
  sha256: string;
  /** Its first {@link HEAD_BYTES} bytes, or all of it. */
  head: Uint8Array;
}

/** Streams a file into the scope's blob store. Throws CitadelError `too_large`, and then nothing is left of it. */
export async function receiveFile(scope: ProjectScope, body: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
  const versionId = newId("ver");
  const blobName = `${scope.projectId}/${versionId}`;
  const head = new Head();
  const dataKey = await openDataKey(scope.projectId);
  const written = await writeBlob(dataKey, blobName, head.watching(body), MAX_FILE_BYTES);
  return { versionId, blobName, ...written, head: head.bytes() };
}

/** Removes received files that belong to no version any more. What cannot be removed now goes with its project. */
export async function discardBlobs(blobNames: readonly string[]): Promise<void> {
  for (const blobName of blobNames) {
    try {
      await removeBlob(blobName);
    } catch (thrown) {
      log.warn({ blobName, error: errorTrace(thrown) }, "blob was not removed");
    }
  }
}

/** Runs what may still refuse a received file; when it does, the file is discarded. */
export async function discardingOnError<Result>(file: ReceivedFile, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    await discardBlobs([file.blobName]);
    throw thrown;
  }
}

const REFUSAL_CODES: Partial<Record<string, ErrorCode>> = { unsupported_type: "unsupported_type", content_mismatch: "content_mismatch" };

/**
 * What the file is, judged by its first bytes and its name. Throws CitadelError `empty_file`, `unsupported_type` or
 * `content_mismatch`.
 */
export function judgeType(file: ReceivedFile, name: string): string {
  if (file.bytes === 0) throw new CitadelError("empty_file", "The file is empty. Choose another one.");
  try {
    return detectType(file.head, name).contentType;
  } catch (thrown) {
    const code = thrown instanceof DocumentError ? REFUSAL_CODES[thrown.code] : undefined;
    if (thrown instanceof DocumentError && code !== undefined) throw new CitadelError(code, thrown.message, { cause: thrown.cause });
    throw thrown;
  }
}

/** Keeps the first bytes of a stream that passes by. */
class Head {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  async *watching(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of body) {
      if (this.#length < HEAD_BYTES) {
        const kept = part.slice(0, HEAD_BYTES - this.#length);
        this.#parts.push(kept);
        this.#length += kept.length;
      }
      yield part;
    }
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}
