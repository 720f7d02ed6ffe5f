import { createHash } from "node:crypto";

import { canonicalJson } from "@/lib/platform/canonical-json";
import type { AuditRecord } from "@/lib/portal/audit/audit-event";

/** What stands before the first row, in hex. */
export const CHAIN_START = "0".repeat(64);

/** sha256, in hex, of a row's canonical JSON (RFC 8785) without its own hash; the hash of the row before is part of it. */
export function hashOf({ hash: _, ...rest }: AuditRecord): string {
  return createHash("sha256").update(canonicalJson(rest), "utf8").digest("hex");
}

/** What the check of a chain found. `head` is the last row's hash, to be compared with one noted elsewhere. */
export type ChainVerdict = { intact: true; rows: number; head: string } | { intact: false; brokenAt: number; reason: string };

/**
 * Checks a chain's rows in order: numbers without gaps, each row's own hash, each link to the row before. The first that does not hold
 * is named. `after` is the hash of the row before the first one, for a part of a chain.
 */
export function verifyChain(rows: readonly AuditRecord[], after = CHAIN_START): ChainVerdict {
  let previous = after;
  let expected = rows[0]?.sequence ?? 1;
  if (after === CHAIN_START && expected !== 1) return { intact: false, brokenAt: expected, reason: `The log begins with row ${expected} instead of row 1.` };
  for (const row of rows) {
    const { sequence } = row;
    if (sequence !== expected) return { intact: false, brokenAt: expected, reason: `Row ${expected} is missing: row ${sequence} follows row ${expected - 1}.` };
    if (row.previousHash !== previous) return { intact: false, brokenAt: sequence, reason: `Row ${sequence} does not continue the row before it.` };
    if (hashOf(row) !== row.hash) return { intact: false, brokenAt: sequence, reason: `Row ${sequence} was changed after it was written.` };
    previous = row.hash;
    expected += 1;
  }
  return { intact: true, rows: rows.length, head: previous };
}
