import { isAsking } from "@/lib/portal/golden/suggestions/is-asking";

/** A fact that stands in a row of a table. */
export interface TableFact {
  question: string;
  value: string;
  row: string;
}

/** Rows of one table that are made into questions. */
const ROWS_OF_EACH = 3;

/**
 * Questions that a table's rows answer: by the names of its columns where the first row names them (`Product | List price`), or by the names in
 * the rows themselves (`service: Almanac; owner: Hanne Brix`).
 */
export function tableQuestions(rows: readonly string[]): TableFact[] {
  const facts = rows.every((row) => /^[^:;|]+:\s.+;\s[^:;|]+:\s/.test(row)) ? namedRows(rows) : headedRows(rows);
  return facts.slice(0, ROWS_OF_EACH);
}

function namedRows(rows: readonly string[]): TableFact[] {
  return rows.flatMap((row, index) => {
    const cells = row.split(/;\s+/).map((cell) => /^([^:]+):\s+(.+)$/.exec(cell));
    const [first, ...others] = cells.map((cell) => ({ name: cell?.[1] ?? "", value: cell?.[2] ?? "" }));
    return factOf(row, first?.value, others, index);
  });
}

function headedRows([head = "", ...rows]: readonly string[]): TableFact[] {
  const names = head.split(" | ");
  if (names.length < 2 || /\d/.test(head)) return [];
  return rows.flatMap((row, index) => {
    const [first, ...others] = row.split(" | ");
    return others.length === names.length - 1
      ? factOf(
          row,
          first,
          others.map((value, column) => ({ name: names[column + 1] ?? "", value })),
          index,
        )
      : [];
  });
}

/** One fact of a row: of its columns another one each time, those with digits first. */
function factOf(row: string, subject: string | undefined, columns: readonly { name: string; value: string }[], turn: number): TableFact[] {
  const full = columns.filter(({ name, value }) => /^[\p{L}][\p{L} /-]{1,40}$/u.test(name.trim()) && value.trim() !== "" && value.length <= 80);
  const numbered = full.filter(({ value }) => /\d/.test(value));
  const choices = numbered.length > 0 ? numbered : full;
  const chosen = choices[turn % Math.max(1, choices.length)];
  if (chosen === undefined || subject === undefined || !/\p{L}/u.test(subject) || subject.length > 60) return [];
  return [{ question: questionOf(chosen.name.trim(), subject.trim()), value: chosen.value.trim(), row }];
}

/** What is asked of a row's column, which may be headed by a noun, some nouns, or a question itself (“Who may see it”). */
function questionOf(column: string, subject: string): string {
  if (isAsking(column)) return `${column} for ${subject}?`;
  const isPlural = /[^siu]s$/.test(column.split(" ")[0] ?? "");
  return `What ${isPlural ? "are" : "is"} the ${lowered(column)} for ${subject}?`;
}

/** A column's name inside a sentence; abbreviations stay. */
function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
