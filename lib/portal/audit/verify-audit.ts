/**
 * `npm run verify-audit -- audit.jsonl`: checks an exported audit log offline, one JSON row a line, and names the first broken link. Exits with 1 when the
 * chain does not hold.
 */
import { readFileSync } from "node:fs";

import { type AuditRecord, auditRecord } from "@/lib/portal/audit/audit-event";
import { verifyChain } from "@/lib/portal/audit/chain";

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("Name the exported log: npm run verify-audit -- audit.jsonl\n");
  process.exit(2);
}
const rows = readFileSync(file, "utf8").trimEnd().split("\n").map(rowOf);
const verdict = verifyChain(rows);
process.stdout.write(verdict.intact ? `INTACT: ${verdict.rows} rows, head ${verdict.head}\n` : `BROKEN at row ${verdict.brokenAt}: ${verdict.reason}\n`);
process.exit(verdict.intact ? 0 : 1);

/** A line's row; a line that is none ends the program. */
function rowOf(line: string, index: number): AuditRecord {
  const row = auditRecord.safeParse(parsed(line));
  if (row.success) return row.data;
  process.stdout.write(`BROKEN at line ${index + 1}: it is no row of an audit log.\n`);
  process.exit(1);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
