/** What a spreadsheet would take for a formula, or what has been kept from being one. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A value of a table; null is an empty cell. */
export type CsvValue = string | number | null;

/** A table as CSV (RFC 4180). Text that looks like a formula gets a `'` in front, which {@link plainCell} takes away again. */
export function csvOf(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

/** A cell's text as it was before {@link csvOf}. */
export function plainCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

function cellOf(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
