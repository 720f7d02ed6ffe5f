import { CELL_SEPARATOR } from "@/lib/platform/words/printed-lines";


/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

interface Line extends Span {
  text: string;
}

/** A longer header says less than it takes to read, in UTF-16 units. */
const LONGEST_HEAD = 600;
/** From so many names of columns on a line is a header, where there are as many. */
const ENOUGH_NAMES = 2;

/**
 * What announces the row of a table that begins at `row`, found in the text before it, from top to bottom: the lines of the header, and the label of
 * the section. `names` is the row's context as readers make it: the section, if there is one, and the names of the row's filled columns, with bars
 * between them. Empty where nothing of the kind stands there.
 */
export function tableHead(text: string, row: number, names: string): Span[] {
  const known = names.split(CELL_SEPARATOR);
  const above = linesOf(text.slice(0, row));
  const last = above.findLastIndex((line) => isHeader(line.text, known));
  let first = last;
  while (first > 0 && isHeader(above[first - 1]?.text ?? "", known)) first -= 1;
  const section = above.slice(last + 1).findLast((line) => line.text === known[0]);
  const header = above.slice(Math.max(first, 0), last + 1);
  return [header, section === undefined ? [] : [section]].flatMap(spanOf).filter(({ start, end }) => end - start <= LONGEST_HEAD);
}

/** Whether a line holds names of columns and little else, or all of them. */
function isHeader(line: string, known: readonly string[]): boolean {
  const cells = line.split(CELL_SEPARATOR);
  const named = cells.filter((cell) => known.some((name) => holds(name, cell))).length;
  if (named < Math.min(ENOUGH_NAMES, known.length)) return false;
  return named > cells.length / 2 || known.every((name) => holds(line, name));
}

/** Whether a text holds another one as whole words. */
function holds(text: string, words: string): boolean {
  return words !== "" && ` ${text} `.includes(` ${words} `);
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/\S.*/gu)].map((match) => ({ text: match[0].trimEnd(), start: match.index, end: match.index + match[0].trimEnd().length }));
}

function spanOf(lines: readonly Line[]): Span[] {
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}
