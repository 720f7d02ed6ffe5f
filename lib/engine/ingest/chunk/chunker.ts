import { commonPath, HeadingsPath, wordsOfName } from "@/lib/engine/ingest/chunk/headings-path";
import { type Unit, unitsOf } from "@/lib/engine/ingest/chunk/units";
import type { ChunkDraft, ParsedPage, SentenceSpan } from "@/lib/engine/ingest/parsed";

/** Chunks aim at this many UTF-16 units, about 220 tokens of English: what the embedding model reads at once with its context. */
const TARGET_LENGTH = 1_000;
/** From this length on a chunk takes nothing more that would carry it over the target. */
const ENOUGH = 600;
/** No chunk of several units grows beyond this. */
const LONGEST_CHUNK = 1_600;
/** A section shorter than this shares its chunk with the next one below the same heading. */
const SMALL_SECTION = 280;
const LONGEST_CONTEXT_LINE = 200;

/** Makes chunks of a document's pages, one after the other. */
export interface Chunker {
  /** The chunks of the next page; each lies within it. */
  add(page: ParsedPage): ChunkDraft[];
}

/** A unit with the headings over it. */
interface PlacedUnit extends Unit {
  path: readonly string[];
}

/**
 * A chunker that remembers the headings over the pages of one document. A chunk is a stretch of one page that begins with
 * its headings where they stand right before it, holds whole sentences, items and rows, and carries as `context` the words
 * of the document's name and its headings. `documentName` may hold folders.
 */
export function createChunker(documentName: string): Chunker {
  const path = new HeadingsPath();
  const name = wordsOfName(documentName);
  return {
    add: (page) => draftsOf(page, path).map((units) => chunkOf(page, units, name)),
  };
}

function draftsOf(page: ParsedPage, path: HeadingsPath): PlacedUnit[][] {
  const drafts: PlacedUnit[][] = [];
  let draft: PlacedUnit[] = [];
  for (const block of page.blocks) {
    for (const unit of unitsOf(page, block)) {
      if (!fits(draft, unit, path)) {
        const { done, carried } = takeLeadIn(draft);
        drafts.push(done);
        draft = carried;
      }
      if (unit.headingLevel !== undefined && !unit.continues) path.enter(unit.headingLevel, page.text.slice(unit.start, unit.end));
      draft.push({ ...unit, path: path.texts });
    }
  }
  return joinBareHeadings(draft.length > 0 ? [...drafts, draft] : drafts);
}

/** Whether a unit still belongs to the chunk in the making. A heading only joins a small section below the same heading. */
function fits(draft: readonly PlacedUnit[], unit: Unit, path: HeadingsPath): boolean {
  if (!hasBody(draft)) return true;
  const length = lengthOf(draft);
  if (unit.headingLevel !== undefined) return length < SMALL_SECTION && path.hasOver(unit.headingLevel);
  const grown = unit.end - (draft[0]?.start ?? unit.start);
  if (grown > LONGEST_CHUNK) return false;
  return grown <= TARGET_LENGTH || length < ENOUGH;
}

/** What announces the next unit, and headings that stand last, go along into the next chunk. */
function takeLeadIn(draft: readonly PlacedUnit[]): { done: PlacedUnit[]; carried: PlacedUnit[] } {
  let keep = draft.length;
  while (keep > 1 && (draft[keep - 1]?.leadsIn === true || draft[keep - 1]?.headingLevel !== undefined)) keep -= 1;
  const [done, carried] = [draft.slice(0, keep), draft.slice(keep)];
  return lengthOf(carried) <= ENOUGH && hasBody(done) ? { done, carried } : { done: [...draft], carried: [] };
}

/** Headings at the end of a page have nothing below them there: they stay with the chunk before them. */
function joinBareHeadings(drafts: PlacedUnit[][]): PlacedUnit[][] {
  const last = drafts.at(-1);
  const before = drafts.at(-2);
  if (last === undefined || before === undefined || hasBody(last)) return drafts;
  return [...drafts.slice(0, -2), [...before, ...last]];
}

function chunkOf(page: ParsedPage, units: readonly PlacedUnit[], name: string): ChunkDraft {
  const start = units[0]?.start ?? 0;
  const end = units.at(-1)?.end ?? start;
  const path = pathOver(units);
  const sentences = units.flatMap((unit) => unit.sentences.map((span) => inSection(span, unit.path.slice(path.length))));
  return {
    page: page.page,
    start,
    end,
    text: page.text.slice(start, end),
    context: [name, ...path.map((heading) => heading.slice(0, LONGEST_CONTEXT_LINE))].filter((words) => words !== ""),
    // A page of nothing but headings (a title page) can be quoted all the same.
    sentences: sentences.length > 0 ? sentences : units.map((unit) => ({ start: unit.start, end: unit.end })),
  };
}

/** A sentence under a heading that is not over all of its chunk carries that heading as context. */
function inSection(span: SentenceSpan, headings: readonly string[]): SentenceSpan {
  const context = [...headings, span.context ?? ""].filter((words) => words !== "").join(" › ");
  return context === "" ? span : { ...span, context };
}

/** The headings over all that is not itself a heading. */
function pathOver(units: readonly PlacedUnit[]): readonly string[] {
  const body = units.filter((unit) => unit.headingLevel === undefined);
  return (body.length > 0 ? body : units).map((unit) => unit.path).reduce(commonPath);
}

function hasBody(units: readonly Unit[]): boolean {
  return units.some((unit) => unit.headingLevel === undefined);
}

function lengthOf(units: readonly Unit[]): number {
  const [first] = units;
  const last = units.at(-1);
  return first === undefined || last === undefined ? 0 : last.end - first.start;
}
