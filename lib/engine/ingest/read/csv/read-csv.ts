import { CsvError, type Options, parse } from "csv-parse";

import { cleanText, foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import { decodeText } from "@/lib/engine/ingest/read/decode-text";
import type { ParsedPage } from "@/lib/engine/ingest/parsed";
import { flowPages } from "@/lib/engine/ingest/read/flow-pages";
import type { DraftBlock, Reader } from "@/lib/engine/ingest/read/reader";
import { sniffDelimiter } from "@/lib/engine/ingest/read/csv/sniff-delimiter";


/** A CSV file: each row is one block, readable by itself as "Header: value; Header: value". */
export const readCsv: Reader = async function* (bytes): AsyncGenerator<ParsedPage> {
  const text = cleanText(decodeText(bytes));
  yield* flowPages(await blocksOf(text));
};

async function blocksOf(text: string): Promise<DraftBlock[]> {
  try {
    return await rowsOf(text, '"');
  } catch (thrown) {
    // A quotation mark that is never closed is a character like any other.
    if (thrown instanceof CsvError && thrown.code === "CSV_QUOTE_NOT_CLOSED") return rowsOf(text, false);
    throw thrown;
  }
}

async function rowsOf(text: string, quote: string | false): Promise<DraftBlock[]> {
  const options: Options = { delimiter: sniffDelimiter(text), quote, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  const rows: DraftBlock[] = [];
  let header: string[] | undefined;
  let first = true;
  for await (const row of parse(text, options)) {
    const cells = (Array.isArray(row) ? row : []).map((cell: unknown) => foldSpaces(String(cell)));
    if (first && isHeader(cells)) header = cells;
    else rows.push(rowBlock(cells, header));
    first = false;
  }
  return rows.length === 0 && header !== undefined ? [rowBlock(header, undefined)] : rows;
}

/** Names over columns: every cell filled, none a number, no two the same. */
function isHeader(cells: readonly string[]): boolean {
  const named = cells.every((cell) => cell !== "" && !/^[-+]?[\d.,\s]+%?$/.test(cell));
  return named && new Set(cells).size === cells.length;
}

function rowBlock(cells: readonly string[], header: readonly string[] | undefined): DraftBlock {
  const filled = cells.map((cell, column) => ({ cell, name: header?.[column] ?? "" })).filter(({ cell }) => cell !== "");
  const text = header === undefined ? filled.map(({ cell }) => cell).join(" | ") : filled.map(({ cell, name }) => (name ? `${name}: ${cell}` : cell)).join("; ");
  return { kind: "table-row", text };
}
