import "server-only";

import { clamavScanner } from "@/lib/engine/ingest/scan/clamav-scanner";
import type { Scanner } from "@/lib/engine/ingest/scan/scanner";
import { testSignatureScanner } from "@/lib/engine/ingest/scan/test-signature-scanner";
import { env } from "@/lib/platform/env";

/** ClamAV where CLAMAV_URL names one, else the check for the standard test file alone. */
export function ownScanner(): Scanner {
  const { CLAMAV_URL } = env();
  return CLAMAV_URL === undefined ? testSignatureScanner : clamavScanner(CLAMAV_URL);
}
