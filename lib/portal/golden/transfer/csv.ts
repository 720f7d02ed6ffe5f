import { parse } from "csv-parse/sync";

import { csvOf, plainCell } from "@/lib/platform/csv";
import { CitadelError } from "@/lib/platform/errors";

/** A table as CSV, with a byte order mark so that spreadsheets read UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvOf(rows)}`;
}

/**
 * The rows of a CSV with a head, each by its columns' names (small letters); the `'` before a formula is taken away again. Comma,
 * semicolon or tabulator.
 *
 * @throws CitadelError `malformed_request`
 */
export function readCsv(text: string): Record<string, string>[] {
  try {
    const rows: Record<string, string>[] = parse(text, {
      bom: true,
      columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()),
      delimiter: delimiterOf(text),
      skip_empty_lines: true,
      relax_column_count: true,
    });
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainCell(value)])));
  } catch (thrown) {
    throw new CitadelError("malformed_request", "This file could not be read as CSV. Save it as CSV with a head line, in UTF-8, and choose it again.", {
      cause: thrown,
    });
  }
}

function delimiterOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.sign ?? ",";
}
