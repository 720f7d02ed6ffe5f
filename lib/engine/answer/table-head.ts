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

interface Line extends Span {
  text: string;
}

/** A longer header says less than it takes to read, in UTF-16 units. */
const LONGEST_HEAD = 600;
/** From so many names of columns on a line is a header, where there are as many. */
const ENOUGH_NAMES = 2;
/** A number of fewer digits counts something; years name columns. */
const BARE_COUNT = /^\d{1,3}$/;

/**
 * What announces the row of a table that begins at `row`, found in the text before it. `names` is the row's context as readers make it: the section,
 * if there is one, and the names of the row's filled columns, with bars between them. The nearest line that holds all names is the header; where
 * none does, since they stand over several lines, it is the nearest lines that hold parts of them and little else.
 */
export function tableHead(text: string, row: number, names: string): TableHead {
  const known = names.split(CELL_SEPARATOR);
  const above = linesBefore(text, row);
  const whole = above.findLastIndex((line) => known.every((name) => holds(line.text, name)));
  const last = whole === -1 ? above.findLastIndex((line) => isPart(line.text, known)) : whole;
  let first = last;
  while (whole === -1 && first > 0 && isPart(above[first - 1]?.text ?? "", known)) first -= 1;
  const header = spanOf(above.slice(Math.max(first, 0), last + 1));
  const section = spanOf(above.slice(last + 1).filter((line) => line.text === known[0]).slice(-1));
  return { ...(header === undefined ? {} : { header }), ...(section === undefined ? {} : { section }) };
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

/** The last text's lines: the rows of one page are asked for one after the other, and a page may be long. */
let remembered: { text: string; lines: readonly Line[] } = { text: "", lines: [] };

function linesBefore(text: string, row: number): readonly Line[] {
  if (remembered.text !== text) {
    remembered = { text, lines: [...text.matchAll(/\S.*/gu)].map((match) => ({ text: match[0].trimEnd(), start: match.index, end: match.index + match[0].trimEnd().length })) };
  }
  return remembered.lines.filter((line) => line.end <= row);
}

function spanOf(lines: readonly Line[]): Span | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start > LONGEST_HEAD) return undefined;
  return { start: first.start, end: last.end };
}
