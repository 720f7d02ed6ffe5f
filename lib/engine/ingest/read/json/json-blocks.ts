import { tooLarge } from "@/lib/engine/ingest/document-error";
import { foldSpaces } from "@/lib/engine/ingest/read/clean-text";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";

/** Values deeper than this are no data that anybody reads. */
const DEEPEST = 200;
/** Objects up to this length read as one row. */
const LONGEST_ROW = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * A JSON value as blocks. Each says where it stands, as in `billing.plans[2].name: Team`; an object of plain values that
 * is short enough is one row, as in `plans[2]: name: Team; price: 20`, so that what belongs together is found together.
 *
 * @throws DocumentError `too_large` for values nested too deeply
 */
export function* jsonBlocks(value: unknown, path = "", depth = 0): Generator<DraftBlock> {
  if (depth > DEEPEST) throw tooLarge("its values are nested too deeply");
  if (Array.isArray(value)) yield* listBlocks(value, path, depth);
  else if (isFields(value)) yield* fieldsBlocks(value, path, depth);
  else if (shown(value) !== "") yield { kind: "paragraph", text: labelled(path, shown(value)) };
}

function* listBlocks(values: readonly unknown[], path: string, depth: number): Generator<DraftBlock> {
  const plain = values.every((value) => !isFields(value) && !Array.isArray(value));
  const text = plain ? values.map(shown).filter((item) => item !== "").join(", ") : "";
  if (plain && text.length <= LONGEST_ROW) {
    if (text !== "") yield { kind: "paragraph", text: labelled(path, text) };
    return;
  }
  for (const [index, value] of values.entries()) yield* jsonBlocks(value, `${path}[${index}]`, depth + 1);
}

function* fieldsBlocks(fields: Fields, path: string, depth: number): Generator<DraftBlock> {
  const row = rowOf(fields);
  if (row !== undefined && path !== "") {
    if (row !== "") yield { kind: "table-row", text: labelled(path, row) };
    return;
  }
  for (const [name, value] of Object.entries(fields)) yield* jsonBlocks(value, joined(path, name), depth + 1);
}

/** The object as one line, if all its values are plain and the line is not too long. */
function rowOf(fields: Fields): string | undefined {
  const cells: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const list = Array.isArray(value) && value.every((item) => !isFields(item) && !Array.isArray(item)) ? value : undefined;
    if (isFields(value) || (Array.isArray(value) && list === undefined)) return undefined;
    const text = list === undefined ? shown(value) : list.map(shown).filter((item) => item !== "").join(", ");
    if (text !== "") cells.push(`${foldSpaces(name)}: ${text}`);
  }
  const row = cells.join("; ");
  return row.length <= LONGEST_ROW ? row : undefined;
}

function shown(value: unknown): string {
  return typeof value === "string" ? foldSpaces(value) : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function labelled(path: string, text: string): string {
  return path === "" ? text : `${foldSpaces(path)}: ${text}`;
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
