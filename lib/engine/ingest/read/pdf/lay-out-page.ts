import type { ParsedBlock, ParsedLine, ParsedPage } from "@/lib/engine/ingest/parsed";
import { readingOrder } from "@/lib/engine/ingest/read/pdf/columns";
import type { LaidBlock } from "@/lib/engine/ingest/read/pdf/laid-block";
import { layOutRegion } from "@/lib/engine/ingest/read/pdf/lay-out-region";
import type { ProseContext } from "@/lib/engine/ingest/read/pdf/paragraphs";
import { type Remark, remarkBlocks } from "@/lib/engine/ingest/read/pdf/remarks";
import { isRightToLeft } from "@/lib/engine/ingest/read/pdf/right-to-left";
import { turnBack, upright } from "@/lib/engine/ingest/read/pdf/rotation";
import type { TextRun } from "@/lib/engine/ingest/read/pdf/text-run";

/** A page's text runs and its size in points. */
export interface PageRuns {
  page: number;
  width: number;
  height: number;
  runs: TextRun[];
  remarks: Remark[];
  /** Words of it were recognised in a picture. */
  recognised?: true;
}

/**
 * Puts a page's runs into reading order and gives every block and line its place in the page's text. Running heads stand
 * first and running feet last in the text, outside of all blocks, so that they fill no chunk. Remarks stand behind what is printed.
 */
export function layOutPage({ page, width, height, runs, remarks, recognised }: PageRuns, running: readonly TextRun[], context: ProseContext): ParsedPage {
  const { turned, rotation } = upright(runs, width, height);
  const rightToLeft = isRightToLeft(turned.map((run) => run.text).join(""));
  const regions = readingOrder(turned, rightToLeft);
  const blocks = regions.flatMap((region) => layOutRegion(region, { ...context, rightToLeft }));
  const result: ParsedPage = { page, width, height, text: "", blocks: [], ...(recognised === undefined ? {} : { recognised }) };
  result.text = running.filter((run) => run.y1 < height / 2).map((run) => run.text).join("\n");
  for (const block of [...blocks, ...remarkBlocks(remarks, blocks)]) append(result, block, (box) => turnBack(box, rotation, width, height));
  for (const run of running.filter((foot) => foot.y1 >= height / 2)) result.text += (result.text === "" ? "" : "\n") + run.text;
  return result;
}

function append(page: ParsedPage, block: LaidBlock, placeOf: (box: LaidBlock["pieces"][number]["box"]) => NonNullable<ParsedLine["bbox"]>): void {
  const close = page.blocks.at(-1)?.kind === block.kind && (block.kind === "table-row" || block.kind === "list-item");
  if (page.text !== "") page.text += close ? "\n" : "\n\n";
  const start = page.text.length;
  const lines = block.pieces.map((piece): ParsedLine => {
    page.text += piece.before;
    const lineStart = page.text.length;
    page.text += piece.text;
    return { start: lineStart, end: page.text.length, bbox: placeOf(piece.box) };
  });
  const parsed: ParsedBlock = { kind: block.kind, start, end: page.text.length, lines };
  if (block.level !== undefined) parsed.level = block.level;
  if (block.context !== undefined) parsed.context = block.context;
  page.blocks.push(parsed);
}
