/**
 * `npm run verify-receipt -- receipt.json --public-key KEY`: checks offline that a deletion receipt was signed by the server whose key you pinned, and was not changed since.
 * Exits with 1 when not.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { isSignedBy } from "@/lib/platform/crypto/signing";
import { signedReceipt } from "@/lib/portal/leaving/receipt";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { "public-key": { type: "string" } } });
const [file] = positionals;
const publicKey = values["public-key"];
if (file === undefined || publicKey === undefined) {
  process.stderr.write("Name the receipt and the public key you were given: npm run verify-receipt -- receipt.json --public-key KEY\n");
  process.exit(2);
}
const receipt = signedReceipt.safeParse(JSON.parse(readFileSync(file, "utf8")));
if (!receipt.success || !isSignedBy(publicKey, receipt.data)) {
  process.stdout.write("REFUSED: this receipt was changed, or is not signed by that key.\n");
  process.exit(1);
}
const { customer, project, engine, rows, probes, finishedAt, backups } = receipt.data.payload;
const left = Object.values(rows).reduce((sum, { after }) => sum + after, 0);
const documents = engine.reduce((sum, held) => sum + held.documents, 0);
process.stdout.write(
  `VALID: signed by that key and unchanged. ${project === null ? customer : `${customer} / ${project}`}: ${documents} documents gone, ${left} rows left, ${probes.length} probes refused, finished ${finishedAt}. ${backups.said}\n`,
);
