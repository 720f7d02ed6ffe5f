import "server-only";

import { DocumentError } from "@/lib/engine/ingest/document-error";
import type { Scanner } from "@/lib/engine/ingest/scan/scanner";
import { testSignatureScanner } from "@/lib/engine/ingest/scan/test-signature-scanner";

/** Throws DocumentError `infected` for a file in which the scanner finds something. */
export async function refuseInfected(bytes: Buffer, signal: AbortSignal, scanner: Scanner = testSignatureScanner): Promise<void> {
  if ((await scanner.scan(bytes, signal)) === undefined) return;
  throw new DocumentError("infected", "The virus scan found something in this file, and it was not opened. Check the file on the computer it comes from, then upload a clean copy.");
}
