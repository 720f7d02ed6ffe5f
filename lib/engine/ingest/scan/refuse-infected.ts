import "server-only";

import { DocumentError } from "@/lib/engine/ingest/document-error";
import { ScanUnavailable } from "@/lib/engine/ingest/scan/clamav-scanner";
import { ownScanner } from "@/lib/engine/ingest/scan/own-scanner";
import type { Scanner } from "@/lib/engine/ingest/scan/scanner";
import { errorTrace } from "@/lib/platform/error-trace";
import { log } from "@/lib/platform/log";

/**
 * Lets a file pass in which the scanner finds nothing.
 *
 * @throws DocumentError `infected`; `internal` while the scanner gives no verdict: nothing passes unscanned, and the document can be tried again
 */
export async function refuseInfected(bytes: Buffer, signal: AbortSignal, scanner: Scanner = ownScanner()): Promise<void> {
  if ((await verdict(bytes, signal, scanner)) === undefined) return;
  throw new DocumentError("infected", "The virus scan found something in this file, and it was not opened. Check the file on the computer it comes from, then upload a clean copy.");
}

async function verdict(bytes: Buffer, signal: AbortSignal, scanner: Scanner): Promise<string | undefined> {
  try {
    return await scanner.scan(bytes, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    if (!(thrown instanceof ScanUnavailable)) throw thrown;
    log.error({ error: errorTrace(thrown) }, "the virus scanner gave no verdict");
    throw new DocumentError("internal", "The virus scan is not available at the moment, and nothing is opened without it. Try this document again in a few minutes.", thrown);
  }
}
