/**
 * `npm run verify-proof -- proof.json --public-key KEY`: checks offline that a report was signed by the server whose key you pinned, and was not changed
 * since. Exits with 1 when not. What makes a report true is not the signature: run the prover yourself.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { isSignedBy } from "@/lib/platform/crypto/signing";
import { signedProof } from "@/lib/portal/isolation/signed-proof";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { "public-key": { type: "string" } } });
const [file] = positionals;
const publicKey = values["public-key"];
if (file === undefined || publicKey === undefined) {
  process.stderr.write("Name the report and the public key you were given: npm run verify-proof -- proof.json --public-key KEY\n");
  process.exit(2);
}
const proof = signedProof.safeParse(JSON.parse(readFileSync(file, "utf8")));
if (!proof.success || !isSignedBy(publicKey, proof.data)) {
  process.stdout.write("REFUSED: this report was changed, or is not signed by that key.\n");
  process.exit(1);
}
const { verdict, probes, leaked, finishedAt, engine } = proof.data.payload;
process.stdout.write(`VALID: signed by that key and unchanged. ${probes} probes of ${engine}, ${leaked} leaks, finished ${finishedAt}: ${verdict}.\n`);
