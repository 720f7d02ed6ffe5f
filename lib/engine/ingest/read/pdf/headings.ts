import type { TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

const LONGEST_HEADING = 140;
const MOST_LINES = 3;
/** How much larger than the body a heading of each level is set. */
const LARGER: readonly { ratio: number; level: number }[] = [
  { ratio: 1.6, level: 1 },
  { ratio: 1.3, level: 2 },
  { ratio: 1.12, level: 3 },
];
/** Headings in the body's size, bold or in capitals. */
const LOWEST_LEVEL = 4;

/** A group of lines that may be a heading. */
export interface HeadingCandidate {
  text: string;
  size: number;
  bold: boolean;
  lines: number;
}

/** The level of a heading, judged by its size against the body's, its weight, its capitals and its length; undefined if it is none. */
export function headingLevel({ text, size, bold, lines }: HeadingCandidate, bodySize: number): number | undefined {
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (letters.length < 2 || letters.length < text.replace(/\s/g, "").length / 3) return undefined;
  if (text.length > LONGEST_HEADING || lines > MOST_LINES || /[;,]$|^\p{Ll}/u.test(text) || /^[$€£%(]?\d[\d.,%)]*$/.test(text)) return undefined;
  const larger = LARGER.find(({ ratio }) => size >= ratio * bodySize)?.level;
  if (larger !== undefined) return /[.]$/.test(text) && text.length > 60 ? undefined : larger;
  const capitals = letters.length >= 6 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  if (size < 0.95 * bodySize || /[.]$/.test(text)) return undefined;
  return bold || (capitals && lines === 1) ? LOWEST_LEVEL : undefined;
}

/** Runs at least this long are prose, not labels or cells of tables. */
const PROSE_RUN = 40;
/** Chinese, Japanese and Korean say as much in half the characters. */
const WIDE_SCRIPT = /[\u3040-\u9fff\uac00-\ud7af]/;
/** A page with this many characters of prose has a body size of its own. */
const PROSE_PAGE = 400;

/** Counts characters of prose by font size over the pages of a document; the most frequent size is the body's. */
export class BodySize {
  private readonly characters = new Map<number, number>();

  /** Takes note of a page's text. */
  note(runs: readonly TextRun[]): void {
    addTo(this.characters, runs);
  }

  /** The body's font size in points on a page: its own if it has enough prose, else the document's. */
  on(runs: readonly TextRun[]): number {
    const own = new Map<number, number>();
    addTo(own, runs);
    const total = [...own.values()].reduce((sum, count) => sum + count, 0);
    return mostFrequent(total >= PROSE_PAGE ? own : this.characters);
  }
}

function addTo(characters: Map<number, number>, runs: readonly TextRun[]): void {
  for (const run of runs) {
    const size = Math.round(run.size * 2) / 2;
    if (run.text.length >= (WIDE_SCRIPT.test(run.text) ? PROSE_RUN / 2 : PROSE_RUN)) characters.set(size, (characters.get(size) ?? 0) + run.text.length);
  }
}

function mostFrequent(characters: ReadonlyMap<number, number>): number {
  return [...characters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])[0];
}
