import type { ParsedBlock, ParsedPage } from "@/lib/engine/ingest/parsed";
import { cleanText } from "@/lib/engine/ingest/read/clean-text";
import type { DraftBlock } from "@/lib/engine/ingest/read/reader";

/** A document without pages stays one page up to this many UTF-16 units; beyond it the next heading begins a new one. */
const PAGE_LENGTH = 200_000;

/** Without a heading in sight a page ends at the next block beyond this length. */
const LONGEST_PAGE = 220_000;

/** A single block longer than this is cut at a space, so that no page grows without end. */
const LONGEST_BLOCK = 20_000;

/**
 * Lays the blocks of a format without a layout out as one page, or as several when they are very long. `first` is the
 * number of the first page: it comes even when there are no blocks, so that slides and sheets keep their numbers.
 */
export function* flowPages(blocks: Iterable<DraftBlock>, first = 1): Generator<ParsedPage> {
  let page = emptyPage(first);
  for (const draft of blocks) {
    for (const piece of cutLong(draft)) {
      const full = page.text.length > LONGEST_PAGE || (page.text.length > PAGE_LENGTH && piece.kind === "heading");
      if (full) {
        yield page;
        page = emptyPage(page.page + 1);
      }
      append(page, piece);
    }
  }
  if (page.blocks.length > 0 || page.page === first) yield page;
}

/** {@link flowPages} for a document of several parts (slides, sheets), each of which begins a page. */
export function* flowParts(parts: Iterable<Iterable<DraftBlock>>): Generator<ParsedPage> {
  let next = 1;
  for (const blocks of parts) {
    for (const page of flowPages(blocks, next)) {
      yield page;
      next = page.page + 1;
    }
  }
}

function emptyPage(page: number): ParsedPage {
  return { page, text: "", width: null, height: null, blocks: [] };
}

function append(page: ParsedPage, draft: DraftBlock): void {
  const indent = "  ".repeat(draft.depth ?? 0);
  const lead = page.blocks.length === 0 ? indent : separator(page.blocks.at(-1)?.kind, draft.kind) + indent;
  const start = page.text.length + lead.length;
  const end = start + draft.text.length;
  page.text += lead + draft.text;
  page.blocks.push({
    kind: draft.kind,
    start,
    end,
    lines: [{ start, end, bbox: null }],
    ...(draft.level === undefined ? {} : { level: draft.level }),
    ...(draft.context ? { context: draft.context } : {}),
  });
}

/** Items of a list and rows of a table stand close together; everything else is a paragraph apart. */
function separator(before: ParsedBlock["kind"] | undefined, kind: ParsedBlock["kind"]): string {
  const close = before === kind && (kind === "list-item" || kind === "table-row");
  return close ? "\n" : "\n\n";
}

function* cutLong(draft: DraftBlock): Generator<DraftBlock> {
  let rest = draft.kind === "code" ? cleanText(draft.text).replace(/^\n+|\s+$/g, "") : cleanText(draft.text).trim();
  while (rest.length > LONGEST_BLOCK) {
    const space = rest.lastIndexOf(" ", LONGEST_BLOCK);
    const at = safeCut(rest, space > LONGEST_BLOCK / 2 ? space : LONGEST_BLOCK);
    yield { ...draft, text: rest.slice(0, at) };
    rest = rest.slice(at).trimStart();
  }
  if (rest !== "") yield { ...draft, text: rest };
}

/** Never between the two halves of a surrogate pair. */
function safeCut(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
