import type { Scanner } from "@/lib/engine/ingest/scan/scanner";

/** The EICAR test file's text (eicar.org), in two halves so that no scanner stumbles over this file. */
const SIGNATURE = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** By its definition the test file begins with the text and is at most this long, in bytes. */
const LONGEST_TEST_FILE = 128;

/** Finds the EICAR test file, as every scanner does: with it a customer's security team can see that files are scanned. */
export const testSignatureScanner: Scanner = {
  scan(bytes) {
    const opening = bytes.subarray(0, LONGEST_TEST_FILE).toString("latin1").replace(/^(?:\u00ef\u00bb\u00bf|\s)+/, "");
    return Promise.resolve(opening.startsWith(SIGNATURE) ? "EICAR test file" : undefined);
  },
};
