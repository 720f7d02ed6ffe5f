import { parse } from "csv-parse/sync";

import { CitadelError } from "@/lib/platform/errors";

/** What a spreadsheet would take for a formula, or what has been kept from being one. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A table as CSV (RFC 4180, with a byte order mark so that spreadsheets read UTF-8). Cells that look like formulas get a `'` in front. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * The rows of a CSV with a head, each by its columns' names (small letters); the `'` of {@link writeCsv} is taken away again. Comma,
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
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  } catch (thrown) {
    throw new CitadelError("malformed_request", "This file could not be read as CSV. Save it as CSV with a head line, in UTF-8, and choose it again.", {
      cause: thrown,
    });
  }
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plain(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

function delimiterOf(text: string): string {
  const [head = ""] = text.split(/\r?\n/, 1);
  const counts = [",", ";", "\t"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.sign ?? ",";
}
