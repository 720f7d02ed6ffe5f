import { CELL_SEPARATOR } from "@/lib/platform/words/printed-lines";

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What announces a row of a table, as far as it stands there. */
export interface TableHead {
  /** The header's lines. */
  header?: Span;
  /** The label of the row's section, between the header and the row. */
  section?: Span;
}

/** A line of a text without the white space around it, and where it stands. */
export interface Line extends Span {
  text: string;
}

/** A longer header says less than it takes to read, in UTF-16 units. */
const LONGEST_HEAD = 600;
/** From so many names of columns on a line is a header, where there are as many. */
const ENOUGH_NAMES = 2;
/** A number of fewer digits counts something; years name columns. */
const BARE_COUNT = /^\d{1,3}$/;

/**
 * What announces the row of a table that begins at `row`, found in a text's {@link linesOf} before it. `names` is the row's context as readers make it:
 * the section, if there is one, and the names of the row's filled columns, with bars between them. The nearest line of which all names are cells is
 * the header; where there is none, since they stand over several lines, it is the nearest lines that hold parts of them and little else.
 */
export function tableHead(lines: readonly Line[], row: number, names: string): TableHead {
  const known = names.split(CELL_SEPARATOR);
  const above = lines.filter((line) => line.end <= row);
  const whole = above.findLastIndex((line) => hasCells(line.text, known));
  const last = whole === -1 ? above.findLastIndex((line) => isPart(line.text, known)) : whole;
  let first = last;
  while (whole === -1 && first > 0 && isPart(above[first - 1]?.text ?? "", known)) first -= 1;
  const header = spanOf(above.slice(Math.max(first, 0), last + 1));
  const section = spanOf(above.slice(last + 1).filter((line) => line.text === known[0]).slice(-1));
  return { ...(header === undefined ? {} : { header }), ...(section === undefined ? {} : { section }) };
}

function hasCells(line: string, known: readonly string[]): boolean {
  const cells = new Set(line.split(CELL_SEPARATOR));
  return known.every((name) => cells.has(name));
}

/** Whether a line holds names of columns, or parts of them, and little else. */
function isPart(line: string, known: readonly string[]): boolean {
  const cells = line.split(CELL_SEPARATOR);
  const named = cells.filter((cell) => !BARE_COUNT.test(cell) && known.some((name) => holds(name, cell))).length;
  return named >= Math.min(ENOUGH_NAMES, known.length) && named > cells.length / 2;
}

/** Whether a text holds another one as whole words. */
function holds(text: string, words: string): boolean {
  return words !== "" && text.includes(words) && ` ${text} `.includes(` ${words} `);
}

/** The lines of a text that are not blank. */
export function linesOf(text: string): Line[] {
  return [...text.matchAll(/\S.*/gu)].map((match) => {
    const line = match[0].trimEnd();
    return { text: line, start: match.index, end: match.index + line.length };
  });
}

function spanOf(lines: readonly Line[]): Span | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start > LONGEST_HEAD) return undefined;
  return { start: first.start, end: last.end };
}
