/**
 * `npm run verify-audit -- audit.jsonl`: checks an exported audit log offline, one JSON row a line, and names the first broken link. Exits with 1 when the
 * chain does not hold.
 */
import { readFileSync } from "node:fs";

import { auditRecord } from "@/lib/portal/audit/audit-event";
import { verifyChain } from "@/lib/portal/audit/chain";

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("Name the exported log: npm run verify-audit -- audit.jsonl\n");
  process.exit(2);
}
const rows = readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "").map((line) => auditRecord.parse(JSON.parse(line)));
const verdict = verifyChain(rows);
process.stdout.write(verdict.intact ? `INTACT: ${verdict.rows} rows, head ${verdict.head}\n` : `BROKEN at row ${verdict.brokenAt}: ${verdict.reason}\n`);
process.exit(verdict.intact ? 0 : 1);
